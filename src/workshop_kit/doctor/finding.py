"""One thing that was looked at, what was found, and what to do about it."""

from enum import StrEnum

from workshop_kit.model import Frozen
from workshop_kit.words import _


class State(StrEnum):
    """How a thing stands."""

    FINE = "fine"
    LOOK = "look"
    FAILS = "fails"

    @property
    def in_words(self) -> str:
        """The state as a person reads it."""
        names = {
            State.FINE: _("fine"),
            State.LOOK: _("look at this"),
            State.FAILS: _("will not work"),
        }
        return names[self]


class Finding(Frozen):
    """``thing`` was looked at; ``found`` and ``to_do`` are sentences, the latter may be empty."""

    thing: str
    state: State
    found: str
    to_do: str = ""


def fine(thing: str, found: str) -> Finding:
    """Return a finding that asks for nothing."""
    return Finding(thing=thing, state=State.FINE, found=found)


def look(thing: str, found: str, to_do: str) -> Finding:
    """Return a finding that a person should think about."""
    return Finding(thing=thing, state=State.LOOK, found=found, to_do=to_do)


def fails(thing: str, found: str, to_do: str) -> Finding:
    """Return a finding with which no evening can be held."""
    return Finding(thing=thing, state=State.FAILS, found=found, to_do=to_do)
