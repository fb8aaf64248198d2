"""The toolkit's seven steps to get organized."""

from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.rows import Cites, Row, Text, joined
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "steps.toml"

Page = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z-]*)?$")]


class _Fact(Row):
    number: Annotated[int, Field(ge=1)]
    page: Page = ""
    cites: Cites


class _Words(Row):
    text: Text


class Step(_Words, _Fact):
    """One step. ``page`` is the key of the page on which it can be done, or empty."""


class _FactsFile(Frozen):
    step: Annotated[tuple[_Fact, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for number, step in enumerate(self.step, start=1):
            if step.number != number:
                raise ValueError(f"“{step.key}” should have number {number}, not {step.number}")
        return self


class _WordsFile(Frozen):
    step: Annotated[tuple[_Words, ...], Field(min_length=1)]


@cache
def read_steps(facts: Path, words: Path) -> tuple[Step, ...]:
    """Join the two files of steps; see :func:`~workshop_kit.content.rows.joined`."""
    return joined(
        (facts, read_toml(facts, _FactsFile).step), (words, read_toml(words, _WordsFile).step), Step
    )


def steps(language: str = SOURCE_LANGUAGE) -> tuple[Step, ...]:
    """Return the seven steps in the toolkit's order."""
    return read_steps(kit_folder("data") / FILE, content_file(FILE, language))
