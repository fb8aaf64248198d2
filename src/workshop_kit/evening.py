"""An evening under way: its steps, which one it is at and since when.

Every change returns a new value and leaves the old one as it is, so that undoing is going back to
a value that was there before.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from workshop_kit.errors import UnknownStep
from workshop_kit.model import Frozen, Key, Line

MAX_STEPS = 60
MAX_MINUTES = 240
Minutes = Annotated[int, Field(ge=1, le=MAX_MINUTES)]


class StepKind(StrEnum):
    """What people do in a step."""

    ARRIVAL = "arrival"
    OPENING = "opening"
    AGREEMENT = "agreement"
    READ = "read"
    QUESTION = "question"
    TABLE_TALK = "table_talk"
    BREAK = "break"
    MAP = "map"
    DECISION = "decision"
    VOTE = "vote"
    FIRST_STEP = "first_step"
    CLOSING = "closing"
    DEBRIEF = "debrief"


ASKS = frozenset({StepKind.QUESTION, StepKind.TABLE_TALK})
"""Kinds that are nothing without a question."""


class AgendaStep(Frozen):
    """One step of an agenda.

    ``question`` is the key of a reflecting question; ``section`` and ``part`` are the keys of what
    is read aloud. A step ``after`` the evening is for those who lead, and does not count as part
    of it.
    """

    kind: StepKind
    minutes: Minutes
    question: Key | None = None
    section: Key | None = None
    part: Key | None = None
    after: bool = False

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if self.kind in ASKS and self.question is None:
            raise ValueError(f"a step “{self.kind}” needs a question, such as “q2”")
        if self.kind is StepKind.READ and (self.section is None or self.part is None):
            raise ValueError("a step “read” needs a section and a part")
        return self


StepId = Annotated[str, StringConstraints(pattern=r"^s[1-9][0-9]{0,5}$")]
_LATEST = datetime(2200, 1, 1, tzinfo=UTC)


class EveningStep(AgendaStep):
    """A step of this evening. ``title`` takes the place of the kind's own where it is not empty."""

    id: StepId
    title: Line = ""


class Evening(Frozen):
    """The steps of one evening and how far it is. Without steps, there is no agenda.

    ``at`` is the id of the running step, none before the start; ``since`` is when it began.
    ``until`` is when the evening should be over: it stays as it was at the start, since the hall
    closes when it closes.
    """

    steps: Annotated[tuple[EveningStep, ...], Field(max_length=MAX_STEPS)] = ()
    at: StepId | None = None
    since: AwareDatetime | None = None
    until: AwareDatetime | None = None

    @model_validator(mode="after")
    def _is_at_a_step_that_is_there(self) -> Self:
        ids = [step.id for step in self.steps]
        if len(set(ids)) < len(ids):
            raise ValueError("two steps have the same id")
        if self.at is not None and self.at not in ids:
            raise ValueError(f"no step is “{self.at}”")
        if any(one is not None and one > _LATEST for one in (self.since, self.until)):
            raise ValueError("since and until are times of an evening")
        if len({one is None for one in (self.at, self.since, self.until)}) > 1:
            raise ValueError("at, since and until are all there, or none of them")
        return self

    @classmethod
    def planned(cls, agenda: Iterable[AgendaStep]) -> "Evening":
        """Return an evening with an agenda's steps, not begun."""
        steps = (
            EveningStep(id=f"s{number}", **step.model_dump())
            for number, step in enumerate(agenda, start=1)
        )
        return cls(steps=tuple(steps))

    @property
    def running(self) -> EveningStep | None:
        """The step that it is at."""
        return next((step for step in self.steps if step.id == self.at), None)

    def begun(self, now: datetime) -> "Evening":
        """Begin with the first step; an evening that was begun goes on as it is."""
        if self.at is not None or not self.steps:
            return self
        until = now + _length(step for step in self.steps if not step.after)
        return self._with(at=self.steps[0].id, since=now, until=until)

    def gone_to(self, step: str, now: datetime) -> "Evening":
        """Go to any step, ahead or back; raises :class:`UnknownStep`.

        Going to the running step begins it anew.
        """
        self._place(step)
        return self.begun(now)._with(at=step, since=now)

    def lengthened(self, step: str, minutes: int) -> "Evening":
        """Give a step more minutes, or fewer: one at least; raises :class:`UnknownStep`."""
        place = self._place(step)
        longer = min(MAX_MINUTES, max(1, self.steps[place].minutes + minutes))
        return self._replaced(place, self.steps[place].model_copy(update={"minutes": longer}))

    def moved(self, step: str, by: int) -> "Evening":
        """Move a step by some places, to the end at most; raises :class:`UnknownStep`."""
        place = self._place(step)
        others = [one for one in self.steps if one.id != step]
        others.insert(min(len(others), max(0, place + by)), self.steps[place])
        return self._with(steps=tuple(others))

    def without(self, step: str) -> "Evening":
        """Drop a step that is not running, and not the only one; raises :class:`UnknownStep`."""
        self._place(step)
        if step == self.at or len(self.steps) == 1:
            return self
        return self._with(steps=tuple(one for one in self.steps if one.id != step))

    def with_step(self, step: EveningStep, place: int) -> "Evening":
        """Put a step in; raises ``ValueError`` if its id is taken or there are too many."""
        steps = [*self.steps[:place], step, *self.steps[place:]]
        return self._with(steps=tuple(steps))

    @property
    def ending(self) -> datetime | None:
        """When the time of the running step is over."""
        step = self.running
        if step is None or self.since is None:
            return None
        return self.since + timedelta(minutes=step.minutes)

    def _place(self, step: str) -> int:
        for place, one in enumerate(self.steps):
            if one.id == step:
                return place
        raise UnknownStep(step)

    def _replaced(self, place: int, step: EveningStep) -> "Evening":
        return self._with(steps=(*self.steps[:place], step, *self.steps[place + 1 :]))

    def _with(self, **changes: object) -> "Evening":
        return Evening.model_validate({**dict(self), **changes})


def _length(steps: Iterable[AgendaStep]) -> timedelta:
    return timedelta(minutes=sum(step.minutes for step in steps))
