"""Sectors and roles: everyone whom the toolkit names as somebody to invite."""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.rows import Cites, Needed, Row, Text, joined
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen
from workshop_kit.words import N_, SOURCE_LANGUAGE, translated

FILE = "sectors.toml"

Group = Literal[
    "front_line", "first_nations", "public_body", "community", "people", "lived_experience",
    "concern",
]  # fmt: skip
GROUPS: dict[str, str] = {
    "front_line": N_("Front-line services"),
    "first_nations": N_("First Nations, Métis and Inuit"),
    "public_body": N_("Schools and local government"),
    "community": N_("Groups, faith and work"),
    "people": N_("People who live here"),
    "lived_experience": N_("Survivors"),
    "concern": N_("People who share the concern"),
}
"""Shown names of the groups, in showing order; English until somebody reads them."""


class _Fact(Row):
    group: Group
    cites: Cites


class _Words(Row):
    name: Needed
    brings: Text
    why: Annotated[str, StringConstraints(strip_whitespace=True)] = ""


class Sector(_Words, _Fact):
    """A sector or role.

    ``brings`` is ours: what such a partner can add to the group. ``why`` is what the toolkit says
    of it, in our words; a copy of the table that somebody made earlier may lack it.
    """

    @property
    def group_name(self) -> str:
        """The group's shown name, in the language in use."""
        return translated(GROUPS)[self.group]


class _FactsFile(Frozen):
    sector: Annotated[tuple[_Fact, ...], Field(min_length=1)]


class _WordsFile(Frozen):
    sector: Annotated[tuple[_Words, ...], Field(min_length=1)]


@cache
def read_sectors(facts: Path, words: Path) -> tuple[Sector, ...]:
    """Join the two files of sectors; see :func:`~workshop_kit.content.rows.joined`."""
    return joined(
        (facts, read_toml(facts, _FactsFile).sector),
        (words, read_toml(words, _WordsFile).sector),
        Sector,
    )


def sectors(language: str = SOURCE_LANGUAGE) -> tuple[Sector, ...]:
    """Return every sector and role, group by group."""
    return read_sectors(kit_folder("data") / FILE, content_file(FILE, language))
