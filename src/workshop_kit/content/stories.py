"""Examples from communities in BC, told by others: a few words of ours, and the address."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.rows import Cites, Needed, Row, Text, joined
from workshop_kit.content.toml_file import read_toml
from workshop_kit.content.web_address import WebAddress
from workshop_kit.model import Frozen
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "stories.toml"

Published = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?$")]


class _Fact(Row):
    address: WebAddress
    published: Published = ""
    evidence: Text
    cites: Cites


class _Words(Row):
    title: Needed
    place: Needed
    about: Text


class Story(_Words, _Fact):
    """An example. ``published`` is a year, month or day, ``2024-02-22``; empty if not known."""


class _FactsFile(Frozen):
    story: Annotated[tuple[_Fact, ...], Field(min_length=1)]


class _WordsFile(Frozen):
    story: Annotated[tuple[_Words, ...], Field(min_length=1)]


@cache
def read_stories(facts: Path, words: Path) -> tuple[Story, ...]:
    """Join the two files of stories; see :func:`~workshop_kit.content.rows.joined`."""
    return joined(
        (facts, read_toml(facts, _FactsFile).story),
        (words, read_toml(words, _WordsFile).story),
        Story,
    )


def stories(language: str = SOURCE_LANGUAGE) -> tuple[Story, ...]:
    """Return the examples in showing order."""
    return read_stories(kit_folder("data") / FILE, content_file(FILE, language))
