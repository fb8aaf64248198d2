"""Changes between two maps, of two days and of two sessions."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.partners.maps import CONTACTED, DECLINED, names, partner, partner_maps, shuffled, tied
from workshop_kit.partners.changes import MapChanges, map_changes
from workshop_kit.partners.partner_map import PartnerMap
from workshop_kit.tie import TieKind

SPRING = PartnerMap(
    {
        "r": partner("RCMP", "police", status=CONTACTED),
        "c": partner("Clinic", "health"),
        "d": partner("Depot"),
        "l": partner("Library"),
    },
    tied("r-c", "c-d"),
)
AUTUMN = PartnerMap(
    {
        "r": partner("RCMP", "police"),
        "c": partner("Health Clinic", "health", status=DECLINED),
        "l": partner("Library"),
        "s": partner("School", "schools"),
    },
    tied("c-r", "l-r"),
)


def test_what_is_new_gone_and_different_is_told_a_sentence_each() -> None:
    found = map_changes(SPRING, AUTUMN)
    assert found.words == (
        "New on the map: School.",
        "No longer on the map: Depot.",
        "Clinic is now called Health Clinic.",
        "Health Clinic: was “Member”, is now “Declined”.",
        "RCMP: was “Contacted”, is now “Member”.",
        "New tie: Library and RCMP.",
        "Tie gone: Clinic and Depot.",
        "2 sectors are covered now: Police and law enforcement; Schools and teachers.",
        "One sector is no longer covered: Health care providers.",
    )
    assert (names(found.added), names(found.gone)) == (["School"], ["Depot"])


def test_another_session_has_other_ids_and_names_tell() -> None:
    other = PartnerMap(
        {
            "1": partner("The R.C.M.P.", "police", status=CONTACTED),
            "2": partner("CLINIC", "health"),
            "3": partner("Depot"),
            "4": partner("Library Society"),
        },
        tied("2-1", "3-2"),
    )
    found = map_changes(SPRING, other)
    assert (found.added, found.gone, found.new_ties, found.lost_ties) == ((), (), (), ())
    assert {(one.id, one.before, one.after) for one in found.renamed} == {
        ("1", "RCMP", "The R.C.M.P."),
        ("2", "Clinic", "CLINIC"),
        ("4", "Library", "Library Society"),
    }


def test_a_tie_that_turned_around_is_another_one() -> None:
    there = PartnerMap(SPRING.partners, tied("l-c", kind=TieKind.FUNDS, directed=True))
    back = PartnerMap(SPRING.partners, tied("c-l", kind=TieKind.FUNDS, directed=True))
    found = map_changes(there, back)
    assert [(one.first, one.second) for one in found.new_ties] == [("Clinic", "Library")]
    assert [(one.first, one.second) for one in found.lost_ties] == [("Library", "Clinic")]


def test_a_sector_of_the_groups_own_is_told_by_its_name() -> None:
    after = PartnerMap({**SPRING.partners, "f": partner("Farm", "farms")}, SPRING.ties)
    found = map_changes(SPRING, after, {"farms": "Orchards"})
    assert found.words[-1] == "One sector is covered now: Orchards."


def test_nothing_is_told_as_nothing() -> None:
    assert map_changes(SPRING, SPRING).words == ("Nothing has changed.",)


@settings(max_examples=100, deadline=None)
@given(partner_maps(), partner_maps(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_and_back_is_the_opposite(
    before: PartnerMap, after: PartnerMap, chance: random.Random
) -> None:
    found = map_changes(before, after)
    then, now = (
        PartnerMap(shuffled(one.partners, chance), shuffled(one.ties, chance))
        for one in (before, after)
    )
    assert map_changes(then, now) == found
    assert MapChanges.model_validate_json(found.model_dump_json()) == found
    assert map_changes(before, before).words == ("Nothing has changed.",)
    back = map_changes(after, before)
    assert (len(back.added), len(back.gone)) == (len(found.gone), len(found.added))
    assert (set(back.sectors_won), set(back.sectors_lost)) == (
        set(found.sectors_lost),
        set(found.sectors_won),
    )
