"""How people can say that they are: a word for each mood."""

from functools import cache
from pathlib import Path
from typing import Self

from pydantic import model_validator

from workshop_kit.check import Mood
from workshop_kit.content.files import content_file
from workshop_kit.content.rows import Needed, Row
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "check.toml"


class _Word(Row):
    word: Needed


class _File(Frozen):
    mood: tuple[_Word, ...]

    @model_validator(mode="after")
    def _names_each_mood_once(self) -> Self:
        if [one.key for one in self.mood] != [*Mood]:
            raise ValueError(f"each of these moods has to be there, in order: {', '.join(Mood)}")
        return self


@cache
def read_moods(path: Path) -> dict[Mood, str]:
    """Read the words; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return {Mood(one.key): one.word for one in read_toml(path, _File).mood}


def moods(language: str = SOURCE_LANGUAGE) -> dict[Mood, str]:
    """Return a word for each mood, from light to heavy."""
    return read_moods(content_file(FILE, language))
