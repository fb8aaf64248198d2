"""What a person reads before joining: what happens to what they write."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from workshop_kit.content.files import content_file
from workshop_kit.content.paragraphs import Paragraph, told
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen, Line, SessionDetails
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "join.toml"


class NoticeSection(Frozen):
    """One part of the notice, as it holds for a session."""

    heading: str
    paragraphs: tuple[str, ...]


class JoinWords(Frozen):
    """The words around the notice: what is at the top, and what a person agrees to."""

    title: Line
    lead: str
    in_short: Annotated[tuple[str, ...], Field(min_length=1)]
    notice_heading: Line
    consent: str


class _Section(Frozen):
    heading: Annotated[Line, Field(min_length=1)]
    paragraphs: Annotated[tuple[Paragraph, ...], Field(min_length=1)]


class _JoinFile(Frozen):
    words: JoinWords
    section: Annotated[tuple[_Section, ...], Field(min_length=1)]


@cache
def read_join(path: Path) -> _JoinFile:
    """Read the file of the join page; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return read_toml(path, _JoinFile)


def join_words(language: str = SOURCE_LANGUAGE) -> JoinWords:
    """Return the words around the notice, the same for every session."""
    return read_join(content_file(FILE, language)).words


def notice(details: SessionDetails, language: str = SOURCE_LANGUAGE) -> tuple[NoticeSection, ...]:
    """Return the notice for a session: what was filled in is told, the rest falls away."""
    sections = read_join(content_file(FILE, language)).section
    filled = (
        NoticeSection(heading=one.heading, paragraphs=told(one.paragraphs, details, language))
        for one in sections
    )
    return tuple(section for section in filled if section.paragraphs)
