"""Where facts come from: one list of documents and pages, cited by key."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from workshop_kit.content.files import kit_folder
from workshop_kit.content.toml_file import read_toml
from workshop_kit.content.web_address import WebAddress
from workshop_kit.errors import ContentError
from workshop_kit.model import Frozen, Key, Line
from workshop_kit.words import _

FILE = "sources.toml"

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Source(Frozen):
    """A document or page. Its title and publisher stand as printed, in its own language.

    ``last_checked`` is the day on which somebody last read it at its address; ``None`` where only
    a stored copy without a date was read. ``evidence`` says what was read, in English.
    """

    key: Key
    title: Name
    publisher: Name
    address: WebAddress
    last_checked: date | None = None
    evidence: Annotated[str, StringConstraints(min_length=1)]


class Cited(Frozen):
    """A source by its key, and the place in it, such as a heading."""

    source: Key
    place: Line = ""


class _SourcesFile(Frozen):
    source: Annotated[tuple[Source, ...], Field(min_length=1)]


@cache
def read_sources(path: Path) -> dict[str, Source]:
    """Return sources by key; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return {one.key: one for one in read_toml(path, _SourcesFile).source}


def source(key: str) -> Source:
    """Return a source by its key.

    Raises
    ------
    ContentError
        No source has this key; the message says where to add it.
    """
    found = read_sources(kit_folder("data") / FILE).get(key)
    if found is None:
        raise ContentError(
            _("“{key}” is no source. Add it to “data/{file}”, or correct it.", key=key, file=FILE)
        )
    return found
