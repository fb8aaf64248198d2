"""When a session is destroyed by itself, and what holds it."""

from datetime import date

import pytest

from workshop_kit.destroying.due import keeping
from workshop_kit.model import Hold, Session, SessionState

CLOSED = Session(
    title="a",
    state=SessionState.CLOSED,
    held_on=date(2026, 11, 1),
    closed_on=date(2026, 11, 1),
    keep_days=14,
)


@pytest.mark.parametrize(
    ("day", "soon", "due"),
    [
        (11, False, False),
        (12, True, False),
        (14, True, False),
        (15, False, True),
        (30, False, True),
    ],
)
def test_three_days_before_it_is_soon_and_then_it_is_due(
    day: int, *, soon: bool, due: bool
) -> None:
    found = keeping(CLOSED, 0, date(2026, 11, day))
    assert (found.soon, found.due, found.held_by) == (soon, due, "")
    assert found.days_left == 15 - day


def test_an_answer_that_is_set_aside_holds_it() -> None:
    found = keeping(CLOSED, 1, date(2027, 1, 1))
    assert (found.soon, found.due, found.held_by) == (False, False, "set_aside")


def test_a_hold_holds_it_until_it_ends() -> None:
    for until, day, due in (
        (None, date(2099, 1, 1), False),
        (date(2026, 12, 24), date(2026, 12, 24), False),
        (date(2026, 12, 24), date(2026, 12, 25), True),
    ):
        held = CLOSED.model_copy(update={"hold": Hold(reason="A court", until=until)})
        found = keeping(held, 0, day)
        assert found.due is due
        assert found.held_by == ("" if due else "hold")


@pytest.mark.parametrize("state", [SessionState.DRAFT, SessionState.OPEN])
def test_what_was_never_closed_is_told_and_never_destroyed(state: SessionState) -> None:
    forgotten = CLOSED.model_copy(update={"state": state, "closed_on": None})
    assert not keeping(forgotten, 0, date(2026, 11, 15)).never_closed
    found = keeping(forgotten, 0, date(2026, 11, 16))
    assert found.never_closed
    assert not keeping(forgotten, 0, date(2099, 1, 1)).due


def test_the_demo_is_never_due() -> None:
    demo = CLOSED.model_copy(update={"demo": True})
    found = keeping(demo, 0, date(2099, 1, 1))
    assert (found.due, found.soon, found.never_closed) == (False, False, False)
