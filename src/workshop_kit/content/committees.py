"""Kinds of committees that a community may have already, and how to find them."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.rows import Cites, Needed, Row, Text, joined
from workshop_kit.content.toml_file import read_toml
from workshop_kit.content.web_address import WebAddress
from workshop_kit.model import Frozen
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "committees.toml"


class _Fact(Row):
    address: WebAddress
    last_checked: date | None = None
    evidence: Text
    cites: Cites


class _Words(Row):
    name: Needed
    about: Text
    how_to_find: Text


class CommitteeKind(_Words, _Fact):
    """A kind of committee. ``last_checked`` is ``None`` where nobody has opened the address."""


class _FactsFile(Frozen):
    committee: Annotated[tuple[_Fact, ...], Field(min_length=1)]


class _WordsFile(Frozen):
    committee: Annotated[tuple[_Words, ...], Field(min_length=1)]


@cache
def read_committees(facts: Path, words: Path) -> tuple[CommitteeKind, ...]:
    """Join the two files of committees; see :func:`~workshop_kit.content.rows.joined`."""
    return joined(
        (facts, read_toml(facts, _FactsFile).committee),
        (words, read_toml(words, _WordsFile).committee),
        CommitteeKind,
    )


def committees(language: str = SOURCE_LANGUAGE) -> tuple[CommitteeKind, ...]:
    """Return the kinds of committees to look for."""
    return read_committees(kit_folder("data") / FILE, content_file(FILE, language))
