"""Agendas: the steps of an evening in their order, and what to say, do and watch for in each."""

from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.rows import Needed, Row, Text
from workshop_kit.content.toml_file import read_toml, shown_name
from workshop_kit.errors import ContentError
from workshop_kit.evening import MAX_STEPS, AgendaStep, StepKind
from workshop_kit.model import Frozen
from workshop_kit.words import SOURCE_LANGUAGE, _

FOLDER = "agendas"
"""Below the folder of what a facilitator reads, changes and prints."""
FILE = "agenda.toml"

_Sentences = Annotated[tuple[Text, ...], Field(min_length=1)]


class StepPart(Frozen):
    """A part of a step, such as a minute alone. The last part takes what time is left."""

    title: Text
    minutes: Annotated[int, Field(ge=1, le=60)]


class StepWords(Row):
    """What stands with every step of a kind; the key is the kind.

    ``parts`` are those of a method that has its own timing, such as 1-2-4-All.
    """

    title: Needed
    say: _Sentences
    do: _Sentences
    watch_for: _Sentences
    parts: tuple[StepPart, ...] = ()
    phones: Text
    screen: Text


class _Named(Row):
    title: Needed
    lead: Text


class Agenda(_Named):
    """The steps of an evening."""

    steps: tuple[AgendaStep, ...]

    @property
    def minutes(self) -> int:
        """How long it takes, without what comes after."""
        return sum(step.minutes for step in self.steps if not step.after)


class _StepsFile(Row):
    step: Annotated[tuple[AgendaStep, ...], Field(min_length=1, max_length=MAX_STEPS)]


class _WordsFile(Frozen):
    agenda: tuple[_Named, ...]
    step: tuple[StepWords, ...]

    @model_validator(mode="after")
    def _names_each_kind_once(self) -> Self:
        if sorted(one.key for one in self.step) != sorted(StepKind):
            raise ValueError(f"each of these kinds has to be there once: {', '.join(StepKind)}")
        return self


@cache
def read_step_words(path: Path) -> dict[StepKind, StepWords]:
    """Read the words of steps; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return {StepKind(one.key): one for one in read_toml(path, _WordsFile).step}


@cache
def read_agenda(path: Path, words: Path) -> Agenda:
    """Read an agenda's steps and its name.

    Raises
    ------
    ContentError
        A file cannot be used, or the agenda has no name.
    """
    found = read_toml(path, _StepsFile)
    named = {one.key: one for one in read_toml(words, _WordsFile).agenda}
    if found.key not in named:
        raise ContentError(
            _(
                "The agenda “{key}” has no name. Give it a title and a lead in “{file}”, then "
                "start again.",
                key=found.key,
                file=shown_name(words),
            )
        )
    return Agenda(**named[found.key].model_dump(), steps=found.step)


def step_words(language: str = SOURCE_LANGUAGE) -> dict[StepKind, StepWords]:
    """Return what to say, do and watch for, by the kind of step."""
    return read_step_words(content_file(FILE, language))


def agendas(language: str = SOURCE_LANGUAGE) -> tuple[Agenda, ...]:
    """Return all agendas, the shortest first."""
    words = content_file(FILE, language)
    files = sorted((kit_folder("workshop") / FOLDER).glob("*.toml"))
    return tuple(sorted((read_agenda(file, words) for file in files), key=lambda one: one.minutes))
