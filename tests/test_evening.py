"""An evening under way: whatever is done with it, it stays whole, and what was there comes back."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_kit.content.agendas import agendas
from workshop_kit.errors import UnknownStep
from workshop_kit.evening import MAX_MINUTES, AgendaStep, Evening, EveningStep, StepKind

SIX = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
TWO_HOURS = next(one for one in agendas() if one.key == "two-hours")
PLANNED = Evening.planned(TWO_HOURS.steps)
IDS = [step.id for step in PLANNED.steps]

Change = Callable[[Evening, datetime], Evening]


def after(minutes: float) -> datetime:
    return SIX + timedelta(minutes=minutes)


def changes() -> st.SearchStrategy[Change]:
    """Return what a facilitator may do."""
    ids = st.sampled_from(IDS)
    numbers = st.integers(-20, 20)
    return st.one_of(
        st.just(Evening.begun),
        ids.map(lambda one: lambda evening, now: _try(evening, lambda: evening.gone_to(one, now))),
        st.tuples(ids, numbers).map(
            lambda p: lambda evening, _: _try(evening, lambda: evening.lengthened(*p))
        ),
        st.tuples(ids, numbers).map(
            lambda p: lambda evening, _: _try(evening, lambda: evening.moved(*p))
        ),
        ids.map(lambda one: lambda evening, _: _try(evening, lambda: evening.without(one))),
    )


def _try(evening: Evening, change: Callable[[], Evening]) -> Evening:
    try:
        return change()
    except UnknownStep:  # it was dropped before
        return evening


def test_it_begins_with_the_first_step_and_ends_when_the_agenda_says() -> None:
    evening = PLANNED.begun(SIX)
    assert evening.running == PLANNED.steps[0]
    assert evening.until == after(120)
    assert evening.begun(after(30)) == evening
    assert evening.ending == after(10)
    assert PLANNED.ending is None


def test_it_goes_to_any_step_and_ends_when_it_was_to_end() -> None:
    evening = PLANNED.begun(SIX)
    for number, step in enumerate([*IDS, *reversed(IDS)]):
        evening = evening.gone_to(step, after(number))
        assert (evening.at, evening.since, evening.until) == (step, after(number), after(120))
    assert evening.lengthened("s1", 5).ending == after(number + 15)


def test_steps_are_moved_dropped_and_put_in() -> None:
    evening = PLANNED.moved("s5", -2).without("s6")
    assert [step.id for step in evening.steps][:6] == ["s1", "s2", "s5", "s3", "s4", "s7"]
    song = EveningStep(id="s90", kind=StepKind.BREAK, minutes=3, title="A song")
    assert evening.with_step(song, 1).steps[1] == song
    with pytest.raises(ValidationError, match="same id"):
        evening.with_step(song, 1).with_step(song, 5)
    assert PLANNED.moved("s2", 999).steps[-1].id == "s2"
    assert PLANNED.moved("s2", -999).steps[0].id == "s2"


def test_the_running_step_and_the_last_one_cannot_be_dropped() -> None:
    evening = PLANNED.begun(SIX)
    assert evening.without("s1") == evening
    alone = Evening.planned([AgendaStep(kind=StepKind.BREAK, minutes=5)])
    assert alone.without("s1") == alone


def test_without_steps_there_is_nothing_to_begin() -> None:
    none = Evening()
    assert none.begun(SIX) == none
    assert none.running is None


def test_a_step_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownStep, match="s99"):
        PLANNED.gone_to("s99", SIX)
    with pytest.raises(UnknownStep, match="s99"):
        PLANNED.lengthened("s99", 5)
    with pytest.raises(UnknownStep, match="s99"):
        PLANNED.moved("s99", 1)
    with pytest.raises(UnknownStep, match="s99"):
        PLANNED.without("s99")


@pytest.mark.parametrize(
    "spoiled",
    [
        {"at": "s1"},
        {"since": SIX},
        {"at": "s99", "since": SIX, "until": SIX},
        {"steps": [], "at": "s1"},
    ],
)
def test_half_an_evening_is_refused(spoiled: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Evening.model_validate(PLANNED.model_dump() | spoiled)


@given(st.lists(st.tuples(changes(), st.integers(0, 3600)), max_size=30))
def test_any_sequence_leaves_it_whole_and_can_be_undone(
    done: list[tuple[Change, int]],
) -> None:
    now, evening = SIX, PLANNED
    before: list[tuple[Evening, str]] = []
    for change, seconds in done:
        before.append((evening, evening.model_dump_json()))
        now += timedelta(seconds=seconds)
        evening = change(evening, now)
        assert Evening.model_validate_json(evening.model_dump_json()) == evening
        assert all(1 <= step.minutes <= MAX_MINUTES for step in evening.steps)
        assert (evening.running is None) == (evening.at is None)
    for was, in_words in reversed(before):  # each is still as it was when it was left
        assert was.model_dump_json() == in_words
