"""How a question stands, and what was decided about its answers."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from workshop_kit.layers import Layer
from workshop_kit.model import Frozen

_MANY = 1_000_000


class QuestionState(StrEnum):
    """Whether a question takes answers."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"


class QuestionBody(Frozen):
    """The state of one question; its key is the question's.

    ``tables`` says that the tables write their answers as well; they stop when it is closed.
    ``revealed`` are the layers of which phones see what is approved. Only a closed question has
    any, so opening a question again takes it back. Older files say true or false, of the answers
    that people wrote alone.
    """

    state: QuestionState
    tables: bool = False
    revealed: tuple[Layer, ...] = ()

    @field_validator("revealed", mode="before")
    @classmethod
    def _before_there_were_layers(cls, value: object) -> object:
        if isinstance(value, bool):
            return (Layer.ALONE,) if value else ()
        return value

    @field_validator("revealed")
    @classmethod
    def _in_order(cls, value: tuple[Layer, ...]) -> tuple[Layer, ...]:
        return tuple(layer for layer in Layer if layer in value)

    @model_validator(mode="after")
    def _fits_its_state(self) -> Self:
        if self.revealed and self.state is not QuestionState.CLOSED:
            raise ValueError("only a closed question can be revealed")
        if self.tables and self.state is not QuestionState.OPEN:
            raise ValueError("only an open question can be at the tables")
        return self


class Decision(StrEnum):
    """What the facilitator decided about an answer."""

    APPROVED = "approved"
    KEPT_BACK = "kept_back"
    SET_ASIDE = "set_aside"


class ReviewBody(Frozen):
    """A decision about one answer, as it was at ``answer_revision``; the key is its entry id."""

    decision: Decision
    answer_revision: Annotated[int, Field(ge=1, le=_MANY)]
