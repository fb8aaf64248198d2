"""Likely duplicates: pairs that real lists have, and pairs that only look alike."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.partners.maps import partner, shuffled
from workshop_kit.partners.duplicates import Duplicate, KnownNames, Likeness, duplicates

NAMES = st.text("abcdeéÉ 'sthe-&0123əq\u0313", max_size=25).filter(lambda name: bool(name.strip()))


def pair(one: str, other: str) -> Duplicate | None:
    found = duplicates({"a": partner(one), "b": partner(other)})
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("The Youth Centre", "YOUTH CENTRE SOCIETY", Likeness.SAME),
        ("Maison des jeunes de la vallée", "Maison jeunes vallee", Likeness.SAME),
        ("Valley RCMP", "Valley Royal Canadian Mounted Police", Likeness.SHORT_FORM),
        ("MVCS", "Maple Valley Community Services", Likeness.SHORT_FORM),
        ("MVCSS", "Maple Valley Community Services Society", Likeness.SHORT_FORM),
        ("Valley RCMP", "Royal Canadian Mounted Police - Valley detachment", Likeness.PART),
        ("Youth House", "Maple Valley Youth House", Likeness.PART),
        ("Maple Vally Women's Centre", "Maple Valley Womens Center", Likeness.SPELLING),
        ("Heronwick Transition Hosue", "Heronwick Transition House", Likeness.SPELLING),
        ("q̓ic̓əy Friends", "Qicey Friends", Likeness.SPELLING),
    ],
)
def test_these_may_be_one(one: str, other: str, likeness: Likeness) -> None:
    found = pair(one, other)
    assert found is not None
    assert found.likeness is likeness
    assert found.score >= 50
    turned = pair(other, one)
    assert turned is not None
    assert (turned.score, turned.likeness) == (found.score, likeness)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("School District 57", "School District 91"),
        ("North Valley Health Centre", "South Valley Health Centre"),
        ("Maple Valley Elementary School", "Maple Valley Secondary School"),
        (
            "Maple Valley Community Services Youth Program",
            "Maple Valley Community Services Family Program",
        ),
        ("Maple Valley RCMP", "Cedar Valley RCMP"),
        ("Library", "Clinic"),
        ("Library", "Maple Valley Library"),
        ("Community Services", "Maple Valley Community Services Youth Program"),
        ("Valley Health", "North Valley Health"),
        ("...", "---"),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert pair(one, other) is None


def test_each_has_a_reason_in_words_and_the_likeliest_come_first() -> None:
    town = {
        "a": partner("Youth Centre"),
        "b": partner("The Youth Centre"),
        "c": partner("Youth Centr"),
        "d": partner("Library"),
    }
    found = duplicates(town)
    first = found[0]
    assert (first.first.name, first.second.name) == ("The Youth Centre", "Youth Centre")
    assert first.score == 100
    assert [one.reason for one in found] == [
        "Both names have the same words.",
        "The names are spelled almost alike.",
        "The names are spelled almost alike.",
    ]
    assert len({frozenset((one.first.id, one.second.id)) for one in found}) == 3


def test_what_is_typed_on_a_phone_finds_what_is_there() -> None:
    known = KnownNames({"a": "Maple Valley RCMP", "b": "Library"})
    assert [one.id for one in known.like("royal canadian mounted police maple valley")] == ["a"]
    assert known.like("Bakery") == ()
    assert known.like("!") == ()


@given(st.lists(NAMES, max_size=8), st.randoms(use_true_random=False))
def test_any_names_in_any_order_give_the_same(names: list[str], chance: random.Random) -> None:
    partners = {f"p{number}": partner(name) for number, name in enumerate(names)}
    found = duplicates(partners)
    assert duplicates(shuffled(partners, chance)) == found
    for one in found:
        assert one.first.id != one.second.id
        assert 0 < one.score <= 100
        assert Duplicate.model_validate_json(one.model_dump_json()) == one
