"""Check-in and check-out: a distribution of enough people, counted once, and nothing else."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_kit.check import CheckBody, CheckState, Mood
from workshop_kit.check_errors import AlreadyCounted, AlreadyShown

CLOSED = CheckBody(state=CheckState.CLOSED)
OPEN = CheckBody(state=CheckState.OPEN)
SAID = st.lists(st.none() | st.sampled_from(Mood), max_size=12)
HANDS = st.dictionaries(st.sampled_from(Mood), st.integers(0, 4))


def bodies(said: Sequence[Mood | None]) -> list[tuple[dict[str, Any], int]]:
    return [({"mood": one}, said.count(one)) for one in sorted(set(said), key=str)]


@given(SAID, HANDS)
def test_a_result_counts_everybody_once_and_never_few(
    said: list[Mood | None], hands: dict[Mood, int]
) -> None:
    ended = OPEN.becomes(CLOSED.model_copy(update={"hands": hands}), bodies(said))
    words = [one for one in said if one is not None]
    few = 0 < len(words) < 5 or len(words) + sum(hands.values()) < 5
    assert (ended.result is None) is few
    if ended.result is not None:
        assert ended.result == {mood: words.count(mood) + hands.get(mood, 0) for mood in Mood}
        assert ended.passed == (said.count(None) if words else 0)


def test_hands_do_not_make_up_for_few_phones() -> None:
    hands = {Mood.AT_EASE: 20}
    ended = OPEN.becomes(CLOSED.model_copy(update={"hands": hands}), bodies([Mood.HEAVY] * 4))
    assert (ended.result, ended.phones, ended.passed) == (None, None, 0)


def test_what_is_counted_stays_counted() -> None:
    ended = OPEN.becomes(CLOSED, bodies([Mood.HEAVY] * 4 + [Mood.AT_EASE]))
    again = ended.becomes(CLOSED.model_copy(update={"hands": {Mood.MIXED: 2}}), [])
    assert again.result is not None
    assert (again.result[Mood.HEAVY], again.result[Mood.MIXED]) == (4, 2)
    for wanted in (OPEN, CheckBody()):
        with pytest.raises(AlreadyCounted, match="cannot be opened again"):
            ended.becomes(wanted, [])


def test_once_it_was_shown_hands_stay_as_they_are() -> None:
    seen = OPEN.becomes(CLOSED.model_copy(update={"shown": True}), bodies([Mood.HEAVY] * 5))
    with pytest.raises(AlreadyShown, match="late person"):
        seen.becomes(CLOSED.model_copy(update={"hands": {Mood.MIXED: 1}}), [])
    assert seen.becomes(CLOSED, []) == seen  # nor can it be hidden, and shown with other hands


def test_what_told_nothing_can_be_opened_again() -> None:
    few = OPEN.becomes(CLOSED, bodies([Mood.HEAVY] * 4))
    assert few.becomes(OPEN, bodies([Mood.HEAVY] * 4)) == OPEN
    assert few.becomes(CLOSED, bodies([Mood.HEAVY] * 5)).result is not None


@pytest.mark.parametrize(
    "body",
    [
        {"state": "open", "phones": {"heavy": 5}},
        {"state": "closed", "phones": {"heavy": 4}},
        {"state": "closed", "passed": 1},
        {"state": "open", "shown": True},
        {"state": "closed", "hands": {"heavy": -1}},
        {"state": "closed", "hands": {"sad": 1}},
    ],
)
def test_what_would_tell_of_few_people_is_no_check(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        CheckBody.model_validate(body)
