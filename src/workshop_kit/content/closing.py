"""What phones say at the end: thanks, and what happens now to what was written."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from workshop_kit.content.files import content_file
from workshop_kit.content.paragraphs import KEPT_LONGER, Paragraph, told
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen, Line, SessionDetails
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "closing.toml"


class Farewell(Frozen):
    """A heading, and what holds for a session."""

    heading: str
    paragraphs: tuple[str, ...]


class _File(Frozen):
    heading: Annotated[Line, Field(min_length=1)]
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]


@cache
def read_closing(path: Path) -> _File:
    """Read the file; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return read_toml(path, _File)


def farewell(
    details: SessionDetails, language: str = SOURCE_LANGUAGE, *, kept_longer: bool = False
) -> Farewell:
    """Return what a phone says at the end of a session."""
    words = read_closing(content_file(FILE, language))
    also = {KEPT_LONGER} if kept_longer else set()
    paragraphs = told(words.paragraphs, details, language, also)
    return Farewell(heading=words.heading, paragraphs=paragraphs)
