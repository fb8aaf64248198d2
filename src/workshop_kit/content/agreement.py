"""The starter list of a group agreement: what a room begins with and then changes."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from workshop_kit.agreement import MAX_LINES
from workshop_kit.content.files import content_file
from workshop_kit.content.rows import Needed, Row
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "agreement.toml"


class _Line(Row):
    text: Needed


class _File(Frozen):
    line: Annotated[tuple[_Line, ...], Field(min_length=1, max_length=MAX_LINES)]


@cache
def read_agreement(path: Path) -> tuple[str, ...]:
    """Read the lines; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return tuple(one.text for one in read_toml(path, _File).line)


def starter_agreement(language: str = SOURCE_LANGUAGE) -> tuple[str, ...]:
    """Return the lines that a room begins with, in order."""
    return read_agreement(content_file(FILE, language))
