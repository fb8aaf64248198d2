"""Influence and interest: four fields, and who is in none."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.partners.maps import DECLINED, names, partner, partner_maps, shuffled
from workshop_kit.partner import PartnerKind
from workshop_kit.partners.grid import Grid, Quadrant, grid
from workshop_kit.partners.partner_map import PartnerMap


def test_each_field_says_who_is_in_it_and_what_to_do() -> None:
    town = {
        "a": partner("Council", influence=3, interest=1),
        "b": partner("Shelter", influence=1, interest=3),
        "c": partner("RCMP", influence=3, interest=2),
        "d": partner("Depot", status=DECLINED, influence=1, interest=1),
        "e": partner("Half", influence=3),
    }
    found = grid(town)
    assert [(one.name, one.who, names(one.partners)) for one in found.fields] == [
        ("Work closely", "Much influence, much interest", ["RCMP"]),
        ("Win over", "Much influence, little interest", ["Council"]),
        ("Keep strong", "Little influence, much interest", ["Shelter"]),
        ("Keep in view", "Little influence, little interest", ["Depot"]),
    ]
    assert names(found.not_rated) == ["Half"]
    assert found.fields[1].what_to_do == (
        "Find out what matters to them, and ask for one small thing."
    )


def test_a_nation_and_survivors_are_nowhere_in_it() -> None:
    town = {
        "a": partner("q̓ic̓əy", kind=PartnerKind.NATION),
        "b": partner("A council", "first_nations_councils"),
        "c": partner("A circle", "lived_experience", influence=2, interest=2),
    }
    found = grid(town)
    assert found.not_rated == ()
    assert [one.partners for one in found.fields] == [()] * 4


@given(partner_maps(), st.randoms(use_true_random=False))
def test_everybody_else_is_in_one_place(made: PartnerMap, chance: random.Random) -> None:
    found = grid(made.partners)
    assert grid(shuffled(made.partners, chance)) == found
    assert Grid.model_validate_json(found.model_dump_json()) == found
    assert [one.quadrant for one in found.fields] == list(Quadrant)
    told = [one.id for field in found.fields for one in field.partners]
    told += [one.id for one in found.not_rated]
    rateable = {
        one
        for one, body in made.partners.items()
        if not body.is_nation and "lived_experience" not in body.sectors
    }
    assert (len(told), set(told)) == (len(rateable), rateable)
