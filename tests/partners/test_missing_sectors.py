"""Missing sectors: the order and its reasons, worked by hand."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.partners.maps import (
    CONTACTED,
    DECLINED,
    TO_INVITE,
    partner,
    partner_maps,
    shuffled,
    tied,
)
from workshop_kit.content.sectors import sectors
from workshop_kit.partner import PartnerBody
from workshop_kit.partners.coverage import CoverageState, coverage
from workshop_kit.partners.missing_sectors import MissingSector, missing_sectors
from workshop_kit.partners.partner_map import PartnerMap
from workshop_kit.tie import TieBody, TieKind

NOTHING: dict[str, TieBody] = {}


def ranked(
    partners: dict[str, PartnerBody],
    ties: dict[str, TieBody] = NOTHING,
    introduced: frozenset[str] = frozenset(),
    **own: str,
) -> list[MissingSector]:
    return list(missing_sectors(coverage(partners, own), partners, ties, introduced))


def place(found: list[MissingSector], sector: str) -> int:
    return next(one.place for one in found if one.sector == sector)


def because(found: list[MissingSector], sector: str) -> tuple[str, ...]:
    return found[place(found, sector) - 1].because


def test_front_line_services_come_first_and_among_them_those_named_more_often() -> None:
    found = ranked({})
    groups = {one.key: one.group for one in sectors()}
    front = [groups[one.sector] == "front_line" for one in found]
    assert front == sorted(front, reverse=True)
    first = ["social_services", "police", "victim_services", "health"]
    assert [one.sector for one in found[:4]] == first
    assert found[0].because == (
        "It is a front-line service: it may meet people who were harmed.",
        "The toolkit names it in 4 places.",
    )


def test_survivors_and_covered_and_thin_sectors_are_not_in_it() -> None:
    partners = {"a": partner("RCMP", "police"), "b": partner("C", "health", status=CONTACTED)}
    found = {one.sector for one in ranked(partners)}
    assert not found & {"lived_experience", "police", "health"}
    assert [one.place for one in ranked(partners)] == list(range(1, len(found) + 1))


def test_a_door_brings_a_sector_forward_among_equals() -> None:
    partners = {
        "m": partner("Library"),
        "t": partner("Temple", "faith", status=TO_INVITE),
        "p": partner("Parents", "parents", status=TO_INVITE),
    }
    assert place(ranked(partners), "faith") < place(ranked(partners), "parents")
    found = ranked(partners, introduced=frozenset({"p"}))
    assert place(found, "parents") < place(found, "faith")
    assert "Somebody in the room can introduce Parents." in because(found, "parents")
    found = ranked(partners, tied("m-p"))
    assert place(found, "parents") < place(found, "faith")
    assert "There is a door: Library has a tie there already." in because(found, "parents")


def test_those_that_others_send_people_to_come_before_equals() -> None:
    partners = {
        "a": partner("A", status=TO_INVITE),
        "t": partner("Temple", "faith", status=TO_INVITE),
        "p": partner("Parents", "parents", status=TO_INVITE),
    }
    ties = tied("a-p", kind=TieKind.REFERS, directed=True)
    found = ranked(partners, ties)
    assert place(found, "parents") < place(found, "faith")
    assert "People are sent there by A." in because(found, "parents")
    backwards = tied("p-a", kind=TieKind.REFERS, directed=True)
    assert ranked(partners, backwards) == ranked(partners)


def test_who_declined_opens_no_door_and_sends_nobody() -> None:
    partners = {
        "a": partner("A", status=DECLINED),
        "p": partner("Parents", "parents", status=TO_INVITE),
    }
    assert ranked(partners, tied("a-p", kind=TieKind.REFERS)) == ranked(partners)


def test_a_sector_that_the_group_added_says_so() -> None:
    [own] = [one for one in ranked({}, farms="Orchards") if one.sector == "farms"]
    assert own.because == ("Your group added it to the list.",)


@given(partner_maps(), st.randoms(use_true_random=False))
def test_any_map_in_any_order_gives_the_same(made: PartnerMap, chance: random.Random) -> None:
    found = coverage(made.partners)
    ranking = missing_sectors(found, *made)
    again = (shuffled(made.partners, chance), shuffled(made.ties, chance))
    assert missing_sectors(coverage(again[0]), *again) == ranking
    missing = {one.sector for one in found if one.state is CoverageState.MISSING}
    assert {one.sector for one in ranking} == missing
    assert all(one.because for one in ranking if one.sector != "own")
