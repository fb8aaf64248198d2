"""Rings: now beside wanted, and who has to move."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.partners.maps import DECLINED, names, partner, partner_maps, shuffled
from workshop_kit.partner import Ring
from workshop_kit.partners.partner_map import PartnerMap
from workshop_kit.partners.rings import Move, Rings, rings

TOWN = {
    "l": partner("Library", ring_now=Ring.INFORMED, ring_wanted=Ring.CORE),
    "c": partner("Clinic", ring_now=Ring.CORE, ring_wanted=Ring.INVOLVED),
    "t": partner("Temple", ring_wanted=Ring.INVOLVED),
    "s": partner("School", ring_now=Ring.CORE, ring_wanted=Ring.CORE),
    "n": partner("Newcomer", ring_now=Ring.CORE),
    "o": partner("Other"),
    "d": partner("Depot", status=DECLINED, ring_now=Ring.CORE, ring_wanted=Ring.INFORMED),
}


def test_each_ring_tells_who_is_in_it_and_who_should_be() -> None:
    found = rings(TOWN)
    assert [(one.name, names(one.now), names(one.wanted)) for one in found.rings] == [
        ("Carries the work", ["Clinic", "Newcomer", "School"], ["Library", "School"]),
        ("Takes part", [], ["Clinic", "Temple"]),
        ("Is kept informed", ["Library"], []),
    ]
    assert names(found.without) == ["Other"]


def test_who_has_to_move_is_told_and_those_who_come_in_are_first() -> None:
    assert [(one.move, one.words) for one in rings(TOWN).moves] == [
        (Move.IN, "Temple is in no ring yet. Wanted: “Takes part”."),
        (
            Move.CLOSER,
            "Library should come closer: from “Is kept informed” to “Carries the work”.",
        ),
        (Move.OUTWARDS, "Clinic can step back: from “Carries the work” to “Takes part”."),
    ]


@given(partner_maps(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same(made: PartnerMap, chance: random.Random) -> None:
    found = rings(made.partners)
    assert rings(shuffled(made.partners, chance)) == found
    assert Rings.model_validate_json(found.model_dump_json()) == found
    moving = {
        one
        for one, body in made.partners.items()
        if body.ring_wanted not in (None, body.ring_now) and body.status is not DECLINED
    }
    assert {one.id for one in found.moves} == moving
