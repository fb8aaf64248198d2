"""The action plan: what is done next, by whom and by when, and whether that is said clearly.

Columns and the check “complete, clear, current” are those of the Community Tool Box
(ctb.ku.edu, “Developing an Action Plan”).
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from workshop_kit.model import Frozen, Line

FEWEST_WORDS = 3
"""An action in fewer words than this can hardly be done by somebody who was not there."""


class ActionStatus(StrEnum):
    """How far an action is."""

    OPEN = "open"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


class Lack(StrEnum):
    """What keeps an action from being complete, clear or current."""

    WHO = "who"
    BY_WHEN = "by_when"
    WORDS = "words"
    OVERDUE = "overdue"


class ActionBody(Frozen):
    """One action. ``who`` is an organization or a role, never somebody who has not agreed to it."""

    what: Annotated[Line, StringConstraints(min_length=1)]
    who: Line = ""
    by_when: date | None = None
    with_what: Line = ""
    who_should_know: Line = ""
    status: ActionStatus = ActionStatus.OPEN

    def lacks(self, today: date) -> tuple[Lack, ...]:
        """Return what is missing; an action that is done or dropped lacks nothing."""
        if self.status in {ActionStatus.DONE, ActionStatus.DROPPED}:
            return ()
        found = {
            Lack.WORDS: len(self.what.split()) < FEWEST_WORDS,
            Lack.WHO: not self.who,
            Lack.BY_WHEN: self.by_when is None,
            Lack.OVERDUE: self.by_when is not None and self.by_when < today,
        }
        return tuple(lack for lack, is_so in found.items() if is_so)


class PlanBody(Frozen):
    """When the group looks at its actions again."""

    review_on: date | None = None
