"""Resources: what a group can read, use, order or take part in."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.own_rows import OwnRow, own_rows
from workshop_kit.content.own_sheets import RESOURCES
from workshop_kit.content.resource_kinds import Kind, kind_names
from workshop_kit.content.rows import Cites, Needed, Row, Text, joined
from workshop_kit.content.sources import Cited, Name
from workshop_kit.content.toml_file import read_toml
from workshop_kit.content.web_address import WebAddress
from workshop_kit.model import Frozen, Line
from workshop_kit.words import SOURCE_LANGUAGE, _

FILE = "resources.toml"


class _Fact(Row):
    title: Name
    publisher: Name
    address: WebAddress
    kind: Kind
    letter: Literal["", "a", "b", "c", "d", "e"] = ""
    learning: bool = False
    last_checked: date | None = None
    evidence: Text
    cites: Cites


class _Words(Row):
    about: Text
    for_whom: Needed
    languages: Line = ""
    address_note: Line = ""


class Resource(_Words, _Fact):
    """A resource. Title and publisher stand as printed, in their own language.

    ``letter`` is that of the toolkit's own list, a to e. ``learning`` puts it on the list of
    things to learn from. ``languages`` is empty where no source tells them. ``address_note`` warns
    of an address that may have moved. ``last_checked`` is ``None`` where only a copy without a
    date was read. ``own`` marks a group's own addition, which needs no source.
    """

    cites: tuple[Cited, ...] = ()
    own: bool = False

    @property
    def kind_name(self) -> str:
        """The kind's shown name, in the language in use."""
        return kind_names()[self.kind]


class _FactsFile(Frozen):
    resource: Annotated[tuple[_Fact, ...], Field(min_length=1)]


class _WordsFile(Frozen):
    resource: Annotated[tuple[_Words, ...], Field(min_length=1)]


@cache
def read_resources(facts: Path, words: Path) -> tuple[Resource, ...]:
    """Join the two files of resources; see :func:`~workshop_kit.content.rows.joined`."""
    return joined(
        (facts, read_toml(facts, _FactsFile).resource),
        (words, read_toml(words, _WordsFile).resource),
        Resource,
    )


def resources(language: str = SOURCE_LANGUAGE) -> tuple[Resource, ...]:
    """Return every resource in showing order: ours, then those that the group added."""
    ours = read_resources(kit_folder("data") / FILE, content_file(FILE, language))
    return (*ours, *map(_own_resource, own_rows(RESOURCES).rows))


def _own_resource(row: OwnRow) -> Resource:
    added = _("Added by our group")
    told = {
        "key": f"own-{row.id}",
        "publisher": added,
        "evidence": added,
        "own": True,
        **row.values,
        "for_whom": row.values["for_whom"] or _("Everyone"),
        "last_checked": row.values["last_checked"] or None,
    }
    return Resource.model_validate(told)


def toolkits(language: str = SOURCE_LANGUAGE) -> tuple[Resource, ...]:
    """Return the five toolkits that “Get Organized” lists, in the order of their letters."""
    lettered = (one for one in resources(language) if one.letter)
    return tuple(sorted(lettered, key=lambda one: one.letter))


def learning(language: str = SOURCE_LANGUAGE) -> tuple[Resource, ...]:
    """Return the resources to learn from."""
    return tuple(one for one in resources(language) if one.learning)
