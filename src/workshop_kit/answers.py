"""The shapes that answers have."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from workshop_kit.model import Frozen
from workshop_kit.text import Typed

MAX_ANSWER = 8000
"""Characters in one answer, all its parts together."""
TOO_LONG = "string_too_long"
"""How pydantic names the problem; a sum of several texts gets the same name."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MAX_ANSWER), Typed]
Item = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_ANSWER), Typed
]
Items = Annotated[tuple[Item, ...], Field(max_length=100)]


class _Words(Frozen):
    def texts(self) -> list[str]:
        """Return every piece of text that a person wrote, in order."""
        values = [getattr(self, name) for name in type(self).model_fields if name != "shape"]
        found: list[str] = []
        for value in values:
            if isinstance(value, str) and not isinstance(value, StrEnum):
                found.append(value)
            elif isinstance(value, tuple):
                found.extend(value)
        return [text for text in found if text]

    @model_validator(mode="after")
    def _not_too_long(self) -> Self:
        if sum(map(len, self.texts())) > MAX_ANSWER:
            raise PydanticCustomError(TOO_LONG, "too long", {"max_length": MAX_ANSWER})
        return self


class PersonalAnswer(_Words):
    """Question 1: words that reach the room only if the writer ticked it.

    Without the tick, the words stay on the phone and only the fact is sent.
    """

    shape: Literal["personal"] = "personal"
    share: bool = False
    text: Text = ""

    @model_validator(mode="after")
    def _nothing_unshared(self) -> Self:
        if self.share != bool(self.text):
            raise ValueError("text is sent if, and only if, the writer shares it")
        return self


class ListAnswer(_Words):
    """Questions 2, 3, 4, 5 and 8: several things, one on each line."""

    shape: Literal["list"] = "list"
    items: Annotated[Items, Field(min_length=1)]


class Committee(StrEnum):
    """What a person knows of a local committee."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class DecisionAnswer(_Words):
    """Question 6: is there a committee, and which."""

    shape: Literal["decision"] = "decision"
    committee: Committee
    names: Items = ()


class OffersAnswer(_Words):
    """Question 7 in its five parts."""

    shape: Literal["offers"] = "offers"
    skills: Text = ""
    abilities: Text = ""
    passions: Text = ""
    connections: Text = ""
    ideas: Text = ""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.texts():
            raise ValueError("at least one part is needed")
        return self


class ActionAnswer(_Words):
    """Question 9: one action."""

    shape: Literal["action"] = "action"
    action: Item


class Skipped(_Words):
    """The person chose not to answer. It costs nothing and can be changed."""

    shape: Literal["skipped"] = "skipped"


Answer = Annotated[
    PersonalAnswer | ListAnswer | DecisionAnswer | OffersAnswer | ActionAnswer | Skipped,
    Field(discriminator="shape"),
]
