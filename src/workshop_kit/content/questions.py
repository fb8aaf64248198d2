"""The nine reflecting questions, in order, in plain words."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from workshop_kit.content.files import content_file
from workshop_kit.content.toml_file import read_toml
from workshop_kit.content.web_address import WebAddress
from workshop_kit.errors import UnknownQuestion
from workshop_kit.kinds import Committee, OffersAnswer
from workshop_kit.model import Frozen, Key
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "questions.toml"

Shape = Literal["personal", "list", "decision", "offers", "action"]
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)]
Needed = Annotated[Words, StringConstraints(min_length=1)]

CHOICES = tuple(choice.value for choice in Committee)
PARTS = tuple(name for name in OffersAnswer.model_fields if name != "shape")


class Choice(Frozen):
    """One of the answers to a question that asks for a decision."""

    value: Key
    label: Needed


class Part(Frozen):
    """One of the fields of a question that has several."""

    key: Key
    label: Needed
    hint: Words = ""


class Question(Frozen):
    """One reflecting question and everything a page needs to ask it.

    ``label`` names the (first) text field; a decision's is the names field. ``caution`` says
    what to leave out of it. ``share_label`` and ``share_hint`` belong to the tick box of a
    personal question. Where ``verbatim_in_notes`` is false, notes hold no answer word for word.
    """

    key: Key
    number: Annotated[int, Field(ge=1)]
    topic: Needed
    text: Needed
    hint: Words = ""
    shape: Shape
    label: Needed
    caution: Words = ""
    choices: tuple[Choice, ...] = ()
    parts: tuple[Part, ...] = ()
    share_label: Words = ""
    share_hint: Words = ""
    verbatim_in_notes: bool = True
    source: WebAddress

    @model_validator(mode="after")
    def _fields_of_its_shape(self) -> Self:
        values = tuple(choice.value for choice in self.choices)
        if values != (CHOICES if self.shape == "decision" else ()):
            raise ValueError(f"a decision, and nothing else, has the choices {', '.join(CHOICES)}")
        if tuple(part.key for part in self.parts) != (PARTS if self.shape == "offers" else ()):
            raise ValueError(f"offers, and nothing else, have the parts {', '.join(PARTS)}")
        if bool(self.share_label and self.share_hint) != (self.shape == "personal"):
            raise ValueError("a personal question, and no other, has share_label and share_hint")
        return self


class _QuestionsFile(Frozen):
    question: Annotated[tuple[Question, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for number, question in enumerate(self.question, start=1):
            if (question.key, question.number) != (f"q{number}", number):
                raise ValueError(
                    f"question {number} should have key “q{number}” and number {number}, "
                    f"but has “{question.key}” and {question.number}"
                )
        return self


@cache
def read_questions(path: Path) -> tuple[Question, ...]:
    """Return the questions of a file; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return read_toml(path, _QuestionsFile).question


def questions(language: str = SOURCE_LANGUAGE) -> tuple[Question, ...]:
    """Return the nine questions in a language, or in English where it has none."""
    return read_questions(content_file(FILE, language))


def question(key: str, language: str = SOURCE_LANGUAGE) -> Question:
    """Return one question by its key, such as ``q3``, or raise :class:`UnknownQuestion`."""
    for one in questions(language):
        if one.key == key:
            return one
    raise UnknownQuestion(key)
