"""The short text of a part as plain blocks: what is read aloud and stands on the wall."""

from collections.abc import Iterator
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from workshop_kit.content.sections import SPEAKING_WORDS_PER_MINUTE, Part, Section, sections
from workshop_kit.errors import UnknownPart
from workshop_kit.model import Frozen
from workshop_kit.words import SOURCE_LANGUAGE

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


class Block(Frozen):
    """A paragraph, or one point of a list. Its text is text: no markup is left in it."""

    kind: Literal["paragraph", "item"]
    text: str


class Reading(Frozen):
    """One part of a section, to be read aloud; ``minutes`` is how long that takes."""

    section: str
    part: str
    title: str
    heading: str
    blocks: tuple[Block, ...]
    minutes: int


def readings(language: str = SOURCE_LANGUAGE) -> tuple[Reading, ...]:
    """Return every part of every section in the order of the toolkit.

    Raises
    ------
    ContentError
        A section's file cannot be used.
    """
    return tuple(_reading(one, part) for one in sections(language) for part in one.parts)


def reading(section: str, part: str, language: str = SOURCE_LANGUAGE) -> Reading:
    """Return one part by its keys; raises :class:`UnknownPart`, ``ContentError``."""
    for one in sections(language):
        for its in one.parts:
            if (one.key, its.key) == (section, part):
                return _reading(one, its)
    raise UnknownPart(f"{section}/{part}")


def blocks(markdown: str) -> tuple[Block, ...]:
    """Return Markdown as plain blocks. A link is its text; HTML is shown, never obeyed."""
    return tuple(_blocks(_MARKDOWN.parse(markdown)))


def _reading(section: Section, part: Part) -> Reading:
    words = len(part.read_aloud.split())
    return Reading(
        section=section.key,
        part=part.key,
        title=section.title,
        heading=part.heading,
        blocks=blocks(part.read_aloud),
        minutes=max(1, round(words / SPEAKING_WORDS_PER_MINUTE)),
    )


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    depth = 0
    for token in tokens:
        if token.type in {"list_item_open", "list_item_close"}:
            depth += token.nesting
        text = _text(token)
        if text:
            yield Block(kind="item" if depth else "paragraph", text=text)


def _text(token: Token) -> str:
    if token.type in {"fence", "code_block"}:
        return token.content.strip()
    children = token.children or []
    return "".join(_BREAKS.get(one.type, one.content) for one in children).strip()
