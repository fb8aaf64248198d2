"""When a session is to be destroyed, and what stands against it. Pure functions."""

from datetime import date, timedelta
from typing import Literal

from workshop_kit.model import Frozen, Session, SessionState

WARNING_DAYS = 3


class Keeping(Frozen):
    """How it stands with keeping and destroying one session on one day.

    ``soon`` and ``due`` are false while something holds it. ``never_closed`` says that it was
    forgotten: nothing is ever destroyed before somebody closed it.
    """

    due_on: date | None = None
    days_left: int | None = None
    held_by: Literal["", "hold", "set_aside"] = ""
    soon: bool = False
    due: bool = False
    never_closed: bool = False


def keeping(session: Session, set_aside: int, day: date) -> Keeping:
    """Return how a session stands.

    Parameters
    ----------
    set_aside
        How many answers are set aside: somebody still has to act on them.
    day
        Today.
    """
    if session.state is not SessionState.CLOSED or session.closed_on is None:
        last = session.held_on + timedelta(days=session.keep_days)
        return Keeping(never_closed=day > last and not session.demo)
    due_on = session.due_on
    left = (due_on - day).days if due_on else None
    held_by: Literal["", "hold", "set_aside"] = ""
    if is_held(session, day):
        held_by = "hold"
    elif set_aside:
        held_by = "set_aside"
    free = left is not None and not held_by and not session.demo
    return Keeping(
        due_on=due_on,
        days_left=left,
        held_by=held_by,
        soon=free and left is not None and 0 < left <= WARNING_DAYS,
        due=free and left is not None and left <= 0,
    )


def is_held(session: Session, day: date) -> bool:
    """Tell whether a hold stands on a day; its last day is part of it."""
    hold = session.hold
    return hold is not None and (hold.until is None or day <= hold.until)
