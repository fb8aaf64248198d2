"""What the projector shows."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from workshop_kit.layers import Layer
from workshop_kit.model import Frozen, Key, Line


class Shown(StrEnum):
    """What the projector shows."""

    JOIN = "join"
    QUESTION = "question"
    ANSWERS = "answers"
    THEMES = "themes"
    READING = "reading"
    STEP = "step"
    AGREEMENT = "agreement"
    VOTE = "vote"
    PLAN = "plan"
    OFFERS = "offers"
    CHECK = "check"
    CLOSING = "closing"


Language = Annotated[str, StringConstraints(pattern=r"^[A-Za-z-]{0,20}$")]


class ScreenBody(Frozen):
    """The projector: what it shows, whether it is blank, and the address people join at.

    ``section`` and ``part`` are the keys of what is read aloud, in the ``language`` in which it
    is read; ``vote`` and ``check`` are keys of those; ``layer`` says whose answers are shown;
    ``question`` stays what the room is at. ``paused`` is a pause for everyone: the wall and phones
    are calm, whatever else would be shown.
    """

    show: Shown = Shown.JOIN
    blank: bool = False
    paused: bool = False
    question: Key | None = None
    address: Line = ""
    section: Key | None = None
    part: Key | None = None
    vote: Key | None = None
    check: Key | None = None
    layer: Layer = Layer.ALONE
    language: Language = ""

    @model_validator(mode="after")
    def _names_what_is_read(self) -> Self:
        if self.show is Shown.READING and (self.section is None or self.part is None):
            raise ValueError("reading needs a section and a part")
        if self.show is Shown.VOTE and self.vote is None:
            raise ValueError("a vote on the wall needs its key")
        if self.show is Shown.CHECK and self.check is None:
            raise ValueError("a check on the wall needs its key")
        return self
