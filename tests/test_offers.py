"""Counts of offers: what may be told, and that nothing below five can be reckoned from it."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.offers import PARTS, filled, told

PEOPLE = st.lists(st.sets(st.sampled_from(PARTS), min_size=1), max_size=40)


def bodies(people: list[set[str]]) -> list[dict[str, str]]:
    """Return an answer of each person, who filled in these parts."""
    return [
        {"shape": "offers"} | {part: "x" if part in parts else "" for part in PARTS}
        for parts in people
    ]


def possible(people: int, shown: dict[str, int | None]) -> dict[str, set[int]]:
    """Return every number that each hidden part can have, for who knows the rest.

    Whatever the overlap: all that is known is that nobody left all five empty.
    """
    hidden = [part for part, number in shown.items() if number is None]
    elsewhere = people - sum(number for number in shown.values() if number is not None)
    found: dict[str, set[int]] = {part: set() for part in hidden}
    for numbers in product(range(FEWEST_COUNTED), repeat=len(hidden)):
        if sum(numbers) >= elsewhere:
            for part, number in zip(hidden, numbers, strict=True):
                found[part].add(number)
    return found


@given(PEOPLE)
def test_no_number_below_five_is_told_or_can_be_reckoned(people: list[set[str]]) -> None:
    number, parts = filled(bodies(people))
    shown = told(number, parts)
    for part, count in shown.items():
        assert count is None or count >= FEWEST_COUNTED
        assert count == (parts[part] if parts[part] >= FEWEST_COUNTED else None)
    if shown:
        assert list(shown) == list(PARTS)
        for numbers in possible(number, shown).values():
            assert numbers == set(range(FEWEST_COUNTED))


@given(PEOPLE.filter(lambda people: len(people) < FEWEST_COUNTED))
def test_nothing_is_told_of_fewer_than_five_people(people: list[set[str]]) -> None:
    assert told(*filled(bodies(people))) == {}


def test_everything_is_told_where_all_parts_are_common() -> None:
    assert told(*filled(bodies([set(PARTS)] * 6))) == dict.fromkeys(PARTS, 6)


@pytest.mark.parametrize(
    "people",
    [
        [{PARTS[0]}] * 20 + [{PARTS[1]}],  # one is in no part that is told, and was in all others
        [{part} for part in PARTS for _ in range(4)],  # twenty in five parts of four at most
    ],
)
def test_people_who_do_not_overlap(people: list[set[str]]) -> None:
    shown = told(*filled(bodies(people)))
    for numbers in possible(len(people), shown).values():
        assert numbers == set(range(FEWEST_COUNTED))
    assert bool(shown) == (len(people) == 21)


def test_skipping_offers_nothing() -> None:
    assert filled([{"shape": "skipped"}]) == (0, dict.fromkeys(PARTS, 0))
