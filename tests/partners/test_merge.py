"""Merging two records: what is joined, what is a conflict, and that it can be undone exactly."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.partners.maps import (
    CONTACTED,
    MEMBER,
    NOT_KNOWN,
    SECTORS,
    partner,
    partner_maps,
    shuffled,
    tied,
)
from workshop_kit.partner import PartnerBody, PartnerKind
from workshop_kit.partners.merge import LABELS, Merge, merge, merged, undone
from workshop_kit.partners.merge_errors import ChangedSince, OnePartnerOnly, PartnerGone
from workshop_kit.partners.partner_map import PartnerMap
from workshop_kit.tie import TieBody, TieKind

ANY_FIELD = st.sampled_from(sorted(LABELS))
NO_TIES: dict[str, TieBody] = {}


def two(kept: PartnerBody, gone: PartnerBody, ties: dict[str, TieBody] = NO_TIES) -> PartnerMap:
    others = {one: partner(one.upper()) for one in "cd"}
    return PartnerMap({"a": kept, "b": gone, **others}, ties)


def test_lists_are_joined_and_what_one_lacks_comes_from_the_other() -> None:
    kept = partner("Clinic", "health", status=NOT_KNOWN, brings=("planning",))
    gone = partner("Clinic", "health", "youth", status=CONTACTED, public_line="250-555-0101")
    change = merge(two(kept, gone), "a", "b")
    assert change.conflicts == ()
    assert change.partner == partner(
        "Clinic",
        "health",
        "youth",
        status=CONTACTED,
        brings=("planning",),
        public_line="250-555-0101",
    )


def test_what_differs_is_a_conflict_with_both_values_and_either_can_be_taken() -> None:
    kept = partner("Clinic", checked_on=date(2026, 1, 2))
    gone = partner("The Clinic", status=CONTACTED, checked_on=date(2026, 3, 4))
    change = merge(two(kept, gone), "a", "b")
    assert [(one.label, one.kept, one.gone) for one in change.conflicts] == [
        ("Name", "Clinic", "The Clinic"),
        ("Status", "member", "contacted"),
        ("Last checked", "2026-01-02", "2026-03-04"),
    ]
    assert change.partner == kept
    took = merge(two(kept, gone), "a", "b", {"name", "checked_on"})
    assert took.partner == partner("The Clinic", status=MEMBER, checked_on=date(2026, 3, 4))
    assert took.conflicts == change.conflicts


def test_more_sectors_than_a_record_holds_are_told() -> None:
    kept, gone = partner("A", *SECTORS[:6]), partner("A", *SECTORS[4:12])
    change = merge(two(kept, gone), "a", "b")
    assert change.partner.sectors == tuple(SECTORS[:8])
    [conflict] = change.conflicts
    assert (conflict.field, conflict.gone) == ("sectors", SECTORS[4:12])


def test_ratings_are_dropped_where_one_of_the_two_is_a_nation() -> None:
    kept = partner("Friends", influence=3, interest=2)
    gone = partner("Friends", kind=PartnerKind.NATION)
    change = merge(two(kept, gone), "a", "b")
    assert (change.partner.influence, change.partner.interest) == (None, None)
    assert [one.field for one in change.conflicts] == ["kind", "influence", "interest"]
    assert change.conflicts[1].kept == 3


def test_ties_lead_to_the_kept_one_and_the_tie_between_the_two_goes() -> None:
    ties = tied("b-c", "d-b", "a-b", "c-d")
    found = two(partner("A"), partner("A"), ties)
    after = merged(found, merge(found, "a", "b"))
    left = tied("a-c", "d-a", "a-b", "c-d")
    assert after.ties == {one: left[one] for one in ("t0", "t1", "t3")}
    assert set(after.partners) == {"a", "c", "d"}


def test_of_two_ties_that_are_alike_then_the_stronger_stays() -> None:
    weak = TieBody(first="a", second="c", strength=1)
    strong = TieBody(first="c", second="b", strength=3)
    found = two(partner("A"), partner("A"), {"w": weak, "s": strong})
    assert merged(found, merge(found, "a", "b")).ties == {
        "w": TieBody(first="c", second="a", strength=3)
    }
    back = two(partner("A"), partner("A"), {"w": weak, "s": strong})
    assert merged(back, merge(back, "b", "a")).ties == {
        "s": TieBody(first="c", second="b", strength=3)
    }


def test_ties_of_another_kind_or_direction_both_stay() -> None:
    ties = {
        "one": TieBody(first="a", second="c"),
        "two": TieBody(first="b", second="c", kind=TieKind.REFERS),
        "to": TieBody(first="b", second="c", directed=True),
        "fro": TieBody(first="c", second="b", directed=True),
    }
    found = two(partner("A"), partner("A"), ties)
    assert set(merged(found, merge(found, "a", "b")).ties) == set(ties)


def test_what_is_not_there_or_the_same_cannot_be_merged() -> None:
    found = two(partner("Clinic"), partner("B"))
    with pytest.raises(PartnerGone, match=r"“nobody” is no longer on the map"):
        merge(found, "a", "nobody")
    with pytest.raises(OnePartnerOnly, match=r"“Clinic” cannot be merged with itself"):
        merge(found, "a", "a")


def test_a_merge_is_not_undone_over_what_somebody_wrote_since() -> None:
    found = two(partner("Clinic"), partner("B"), tied("b-c"))
    change = merge(found, "a", "b")
    after = merged(found, change)
    other = after.partners["a"].model_copy(update={"source": "a call"})
    with pytest.raises(ChangedSince, match=r"“Clinic” was changed after it"):
        undone(PartnerMap({**after.partners, "a": other}, after.ties), change)
    with pytest.raises(ChangedSince):
        undone(PartnerMap(after.partners, {}), change)


def test_what_others_add_meanwhile_stays_when_it_is_undone() -> None:
    found = two(partner("Clinic"), partner("B"), tied("b-c"))
    change = merge(found, "a", "b")
    after = merged(found, change)
    new = {"n": partner("New")}, {"m": TieBody(first="n", second="a")}
    back = undone(PartnerMap({**after.partners, **new[0]}, {**after.ties, **new[1]}), change)
    assert back == PartnerMap({**found.partners, **new[0]}, {**found.ties, **new[1]})


def test_every_field_has_a_name_to_show() -> None:
    assert set(LABELS) == set(PartnerBody.model_fields)


@settings(max_examples=200, deadline=None)
@given(
    partner_maps(fewest=2), st.randoms(use_true_random=False), st.sets(st.sampled_from([*LABELS]))
)
def test_merge_then_undo_restores_everything(
    made: PartnerMap, chance: random.Random, taken: set[str]
) -> None:
    kept, gone = chance.sample(sorted(made.partners), 2)
    change = merge(made, kept, gone, taken)
    after = merged(made, change)
    assert undone(after, Merge.model_validate_json(change.model_dump_json())) == made
    mixed = PartnerMap(shuffled(made.partners, chance), shuffled(made.ties, chance))
    assert merge(mixed, kept, gone, taken) == change
    assert set(after.partners) == set(made.partners) - {gone}
    assert not [tie for tie in after.ties.values() if gone in (tie.first, tie.second)]
    untouched = {one: tie for one, tie in made.ties.items() if one not in change.ties}
    assert untouched.items() <= after.ties.items()


@settings(max_examples=200, deadline=None)
@given(partner_maps(fewest=2), st.randoms(use_true_random=False))
def test_nothing_that_either_record_says_is_lost(made: PartnerMap, chance: random.Random) -> None:
    kept, gone = chance.sample(sorted(made.partners), 2)
    change = merge(made, kept, gone)
    told = {one.field for one in change.conflicts}
    for body in (made.partners[kept], made.partners[gone]):
        for field in set(LABELS) - told - {"sectors", "brings"}:
            value = getattr(body, field)
            assert value in (getattr(change.partner, field), None, "", NOT_KNOWN)
        for field in {"sectors", "brings"} - told:
            assert set(getattr(body, field)) <= set(getattr(change.partner, field))
    worked_with = {
        end
        for tie in made.ties.values()
        if {kept, gone} & {tie.first, tie.second}
        for end in (tie.first, tie.second)
    } - {kept, gone}
    after = merged(made, change).ties.values()
    ends = {end for t in after if kept in (t.first, t.second) for end in (t.first, t.second)}
    assert ends - {kept} == worked_with
