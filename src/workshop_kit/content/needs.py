"""What a group needs from its partners: the columns of the membership matrix."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.rows import Cites, Needed, Row, Text, joined
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "needs.toml"


class _Fact(Row):
    cites: Cites


class _Words(Row):
    name: Needed
    about: Text


class Need(_Words, _Fact):
    """One need. ``about`` says how a group can tell that a partner brings it."""


class _FactsFile(Frozen):
    need: Annotated[tuple[_Fact, ...], Field(min_length=1)]


class _WordsFile(Frozen):
    need: Annotated[tuple[_Words, ...], Field(min_length=1)]


@cache
def read_needs(facts: Path, words: Path) -> tuple[Need, ...]:
    """Join the two files of needs; see :func:`~workshop_kit.content.rows.joined`."""
    return joined(
        (facts, read_toml(facts, _FactsFile).need), (words, read_toml(words, _WordsFile).need), Need
    )


def needs(language: str = SOURCE_LANGUAGE) -> tuple[Need, ...]:
    """Return what a group needs from its partners, in the order of the matrix's columns."""
    return read_needs(kit_folder("data") / FILE, content_file(FILE, language))
