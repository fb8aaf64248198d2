"""What a facilitator does with the evening, move by move, and what it becomes."""

from datetime import datetime
from itertools import count
from typing import Annotated, Literal

from pydantic import Field

from workshop_kit.content.agendas import agendas
from workshop_kit.errors import NoAgenda, TooManySteps, UnknownAgenda
from workshop_kit.evening import MAX_MINUTES, MAX_STEPS, AgendaStep, Evening, EveningStep
from workshop_kit.model import Frozen, Key, Line
from workshop_kit.screen import ScreenBody

_MinutesMore = Annotated[int, Field(ge=-MAX_MINUTES, le=MAX_MINUTES)]
_Place = Annotated[int, Field(ge=0, le=MAX_STEPS)]
_PlacesOn = Annotated[int, Field(ge=-MAX_STEPS, le=MAX_STEPS)]


class Plan(Frozen):
    """Take an agenda, in the place of what was planned."""

    do: Literal["plan"]
    agenda: Key


class Go(Frozen):
    """Go to a step; the first time, the evening begins."""

    do: Literal["go"]
    step: Key


class Lengthen(Frozen):
    """Give a step more minutes, or fewer."""

    do: Literal["lengthen"]
    step: Key
    minutes: _MinutesMore


class Reorder(Frozen):
    """Put a step some places later, or earlier."""

    do: Literal["reorder"]
    step: Key
    by: _PlacesOn


class Drop(Frozen):
    """Leave a step out."""

    do: Literal["drop"]
    step: Key


class NewStep(AgendaStep):
    """A step that gets its id when it is put in."""

    title: Line = ""


class Add(Frozen):
    """Put a new step in at a place, counted from 0."""

    do: Literal["add"]
    step: NewStep
    place: _Place


class Clear(Frozen):
    """Do without an agenda."""

    do: Literal["clear"]


class Led(Frozen):
    """What a move changed beside the evening, so that it can be undone.

    ``screen`` is what the projector showed before; ``opened`` is the question that it opened,
    ``tables`` the one that it brought to the tables.
    """

    screen: ScreenBody | None = None
    opened: Key | None = None
    tables: Key | None = None


class Restore(Frozen):
    """Undo: go back to an evening that was there before, unless somebody changed it since.

    ``revision`` is that of the evening as the page knows it; ``led`` is what the move that is
    undone had changed.
    """

    do: Literal["restore"]
    evening: Evening
    revision: Annotated[int, Field(ge=0)]
    led: Led = Led()


Move = Plan | Go | Lengthen | Reorder | Drop | Add | Clear | Restore


def moved(evening: Evening, move: Move, now: datetime) -> Evening:
    """Return what a move makes of an evening.

    Raises
    ------
    NoAgenda
        There are no steps that could be changed.
    UnknownAgenda, UnknownStep
        It is not there.
    TooManySteps
        There is no room for one more.
    """
    if isinstance(move, Plan):
        return _planned(move.agenda)
    if isinstance(move, Clear):
        return Evening()
    if isinstance(move, Restore):
        return move.evening
    if not evening.steps:
        raise NoAgenda
    return _changed(evening, move, now)


def _planned(key: str) -> Evening:
    for agenda in agendas():
        if agenda.key == key:
            return Evening.planned(agenda.steps)
    raise UnknownAgenda(key)


def _changed(
    evening: Evening, move: Go | Lengthen | Reorder | Drop | Add, now: datetime
) -> Evening:
    match move:
        case Go():
            return evening.gone_to(move.step, now)
        case Lengthen():
            return evening.lengthened(move.step, move.minutes)
        case Reorder():
            return evening.moved(move.step, move.by)
        case Drop():
            return evening.without(move.step)
        case Add():
            if len(evening.steps) >= MAX_STEPS:
                raise TooManySteps(MAX_STEPS)
            return evening.with_step(_new(evening, move.step), move.place)


def _new(evening: Evening, step: NewStep) -> EveningStep:
    taken = {one.id for one in evening.steps}
    free = (f"s{number}" for number in count(len(taken) + 1))
    key = next(one for one in free if one not in taken)
    return EveningStep(id=key, **step.model_dump())
