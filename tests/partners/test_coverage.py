"""Coverage: hand-worked maps, and what must never be told."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.partners.maps import (
    CONTACTED,
    DECLINED,
    NOT_KNOWN,
    TO_INVITE,
    names,
    partner,
    partner_maps,
    shuffled,
)
from workshop_kit.content.sectors import sectors
from workshop_kit.partner import PartnerBody, PartnerKind
from workshop_kit.partners.coverage import CoverageState, SectorCoverage, coverage
from workshop_kit.partners.partner_map import PartnerMap


def of(partners: dict[str, PartnerBody], sector: str, **own: str) -> SectorCoverage:
    return {one.sector: one for one in coverage(partners, own)}[sector]


def test_all_sectors_stand_in_the_toolkits_order_and_an_empty_map_covers_none() -> None:
    found = coverage({})
    assert [one.sector for one in found] == [one.key for one in sectors()]
    states = {one.state for one in found if one.sector != "lived_experience"}
    assert states == {CoverageState.MISSING}
    assert {one.reason for one in found if one.state is CoverageState.MISSING} == {
        "Nobody stands for it yet."
    }


def test_one_member_covers_a_sector() -> None:
    found = of({"a": partner("Valley RCMP", "police")}, "police")
    assert (found.state, found.state_name) == (CoverageState.COVERED, "Covered")
    assert found.reason == "One member stands for it: Valley RCMP."
    assert names(found.members) == ["Valley RCMP"]


def test_it_is_said_when_all_hangs_on_one_member() -> None:
    found = of({"a": partner("House", "shelters", "youth_agencies", "police")}, "police")
    assert found.reason == (
        "One member stands for it: House. It is the only member for 2 other sectors too."
    )
    two = {"a": partner("House", "shelters", "police"), "b": partner("RCMP", "police")}
    assert of(two, "police").reason == "2 members stand for it: House and RCMP."
    assert of(two, "shelters").reason == "One member stands for it: House."


def test_two_that_were_contacted_are_thin_as_neither_has_said_yes() -> None:
    both = {
        "a": partner("Clinic", "health", status=CONTACTED),
        "b": partner("Hospital", "health", status=CONTACTED),
    }
    found = of(both, "health")
    assert found.state is CoverageState.THIN
    assert found.reason == "Nobody is a member yet. 2 partners were contacted: Clinic and Hospital."


def test_those_that_nobody_asked_do_not_cover_and_are_named() -> None:
    found = of(
        {
            "a": partner("Clinic", "health", status=TO_INVITE),
            "b": partner("Hospital", "health", status=NOT_KNOWN),
        },
        "health",
    )
    assert found.state is CoverageState.MISSING
    assert found.reason == "Nobody was asked yet. On the map: Clinic and Hospital."
    assert names(found.possible) == ["Clinic", "Hospital"]


def test_who_declined_does_not_cover_and_is_not_told() -> None:
    found = of({"a": partner("Clinic", "health", status=DECLINED)}, "health")
    assert found.state is CoverageState.MISSING
    assert found == of({}, "health")


def test_no_name_ever_stands_for_survivors() -> None:
    somebody = partner("A circle of survivors", "lived_experience", kind=PartnerKind.PEOPLE)
    found = of({"a": somebody}, "lived_experience")
    assert found == of({}, "lived_experience")
    assert found.state is CoverageState.ASK
    assert "nobody is asked to say that they lived through it" in found.reason
    assert (found.members, found.contacted, found.possible) == ((), (), ())


def test_the_toolkits_point_stands_beside_it_with_its_source() -> None:
    police = of({}, "police")
    assert "RCMP" in police.why
    assert "Communities Taking Action: Get Organized, “Who”" in police.sources
    assert police.places == 3
    assert all(one.why and one.sources for one in coverage({}))
    survivors = of({}, "lived_experience")
    assert survivors.places == 1  # the other source is not the toolkit


def test_the_groups_own_sectors_come_after_by_name() -> None:
    partners = {"a": partner("Farm", "farms", "gone"), "b": partner("Inn", "zoo")}
    found = coverage(partners, {"zoo": "Animals", "farms": "Orchards"})[len(sectors()) :]
    assert [(one.name, one.state) for one in found] == [
        ("Animals", CoverageState.COVERED),
        ("gone", CoverageState.COVERED),
        ("Orchards", CoverageState.COVERED),
    ]
    assert {(one.group_name, one.why, one.places) for one in found} == {
        ("Added by our group", "", 0)
    }


def test_a_key_of_the_toolkit_cannot_be_taken_by_a_sector_of_ones_own() -> None:
    assert of({}, "police", police="Mine").name == "Police and law enforcement"


@given(partner_maps(), st.randoms(use_true_random=False))
def test_any_map_in_any_order_gives_the_same(made: PartnerMap, chance: random.Random) -> None:
    found = coverage(made.partners)
    assert coverage(shuffled(made.partners, chance)) == found
    for one in found:
        assert SectorCoverage.model_validate_json(one.model_dump_json()) == one
        having = {i for i, body in made.partners.items() if one.sector in body.sectors}
        behind = {each.id for each in (*one.members, *one.contacted, *one.possible)}
        declined = {i for i in having if made.partners[i].status is DECLINED}
        assert behind == (set() if one.sector == "lived_experience" else having - declined)
