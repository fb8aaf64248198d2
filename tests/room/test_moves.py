"""Moves on an evening: each does what it says, and any sequence of them can be undone."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from workshop_kit.content.agendas import agendas
from workshop_kit.errors import KitError, NoAgenda, TooManySteps, UnknownAgenda, UnknownStep
from workshop_kit.evening import MAX_STEPS, Evening, StepKind
from workshop_kit.room.moves import Move, moved

SIX = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
MOVES: TypeAdapter[Move] = TypeAdapter(Move)


def made(now: Evening, do: str, after: int = 0, **move: Any) -> Evening:
    """Make a move some minutes after six."""
    parsed = MOVES.validate_python({"do": do} | move)
    return moved(now, parsed, SIX + timedelta(minutes=after))


PLANNED = made(Evening(), "plan", agenda="two-hours")
BREAK = {"kind": "break", "minutes": 7, "title": "Soup"}


def moves() -> st.SearchStrategy[dict[str, Any]]:
    """Return what a page may ask for, also about steps that are gone."""
    ids = st.integers(1, 20).map(lambda number: f"s{number}")
    return st.one_of(
        st.sampled_from([one.key for one in agendas()]).map(
            lambda key: {"do": "plan", "agenda": key}
        ),
        st.just({"do": "clear"}),
        ids.map(lambda one: {"do": "go", "step": one}),
        ids.map(lambda one: {"do": "drop", "step": one}),
        st.builds(
            lambda one, n: {"do": "lengthen", "step": one, "minutes": n},
            ids,
            st.integers(-240, 240),
        ),
        st.builds(
            lambda one, n: {"do": "reorder", "step": one, "by": n}, ids, st.integers(-60, 60)
        ),
        st.integers(0, 60).map(lambda place: {"do": "add", "step": BREAK, "place": place}),
    )


@given(st.lists(moves(), max_size=40))
def test_any_sequence_is_undone_step_by_step(sequence: list[dict[str, Any]]) -> None:
    evening = PLANNED
    past: list[Evening] = []
    for minutes, move in enumerate(sequence):
        try:
            after = moved(evening, MOVES.validate_python(move), SIX + timedelta(minutes=minutes))
        except KitError:
            continue  # refused, and so nothing has changed
        past.append(evening)
        evening = after
    for before in reversed(past):
        sent = before.model_dump(mode="json")
        evening = made(evening, "restore", evening=sent, revision=1)
        assert evening == before
    assert evening == PLANNED


def test_each_move_does_what_it_says() -> None:
    begun = made(PLANNED, "go", step="s1")
    assert (begun.at, begun.until) == ("s1", SIX + timedelta(minutes=120))
    assert made(begun, "go", after=9, step="s5").since == SIX + timedelta(minutes=9)
    assert made(begun, "lengthen", step="s1", minutes=5).steps[0].minutes == 15
    assert [one.id for one in made(begun, "reorder", step="s2", by=1).steps][:3] == [
        "s1",
        "s3",
        "s2",
    ]
    assert "s3" not in {one.id for one in made(begun, "drop", step="s3").steps}
    assert made(begun, "clear") == Evening()
    added = made(begun, "add", step=BREAK, place=1).steps[1]
    assert (added.id, added.kind, added.title, added.minutes) == ("s15", StepKind.BREAK, "Soup", 7)


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(NoAgenda):
        made(Evening(), "go", step="s1")
    with pytest.raises(UnknownAgenda, match="three-hours"):
        made(Evening(), "plan", agenda="three-hours")
    for do in ("go", "drop"):
        with pytest.raises(UnknownStep, match="s99"):
            made(PLANNED, do, step="s99")


def test_there_is_an_end_to_steps_and_to_what_a_move_may_say() -> None:
    evening = PLANNED
    while len(evening.steps) < MAX_STEPS:
        evening = made(evening, "add", step=BREAK, place=0)
    with pytest.raises(TooManySteps, match="at most 60"):
        made(evening, "add", step=BREAK, place=0)
    for wrong in (
        {"do": "dance"},
        {"do": "go"},
        {"do": "go", "step": "s1", "more": 1},
        {"do": "lengthen", "step": "s1", "minutes": 999},
        {"do": "add", "step": {"kind": "question", "minutes": 5}, "place": 0},
        {"do": "add", "step": BREAK | {"minutes": 0}, "place": 0},
        {"do": "add", "step": BREAK | {"title": "x" * 300}, "place": 0},
        {"do": "restore", "evening": {"steps": [], "at": "s1"}, "revision": 1},
    ):
        with pytest.raises(ValidationError):
            MOVES.validate_python(wrong)
