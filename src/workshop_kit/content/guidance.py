"""What a facilitator reads when an answer was set aside."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from workshop_kit.content.files import content_file
from workshop_kit.content.paragraphs import Paragraph, told
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen, Line, SessionDetails
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "set_aside.toml"


class Guidance(Frozen):
    """A heading, a sentence and the steps, in the order in which to think of them."""

    heading: str
    lead: str
    steps: tuple[str, ...]


class _GuidanceFile(Frozen):
    heading: Annotated[Line, Field(min_length=1)]
    lead: str
    steps: Annotated[tuple[Paragraph, ...], Field(min_length=1)]


@cache
def read_guidance(path: Path) -> _GuidanceFile:
    """Read a guidance file; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return read_toml(path, _GuidanceFile)


def set_aside(details: SessionDetails, language: str = SOURCE_LANGUAGE) -> Guidance:
    """Return what to do about an answer that worries the facilitator of this session."""
    words = read_guidance(content_file(FILE, language))
    return Guidance(
        heading=words.heading, lead=words.lead, steps=told(words.steps, details, language)
    )
