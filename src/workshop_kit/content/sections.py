"""The sections of the toolkit, each in parts: full text, a version to read aloud, sources."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from workshop_kit.content.files import content_file, kit_folder
from workshop_kit.content.sources import Cited
from workshop_kit.content.toml_file import read_toml, shown_name
from workshop_kit.content.web_address import WebAddress
from workshop_kit.errors import ContentError
from workshop_kit.model import Frozen, Key, Line
from workshop_kit.words import SOURCE_LANGUAGE, _

FOLDER = "sections"
READING_WORDS_PER_MINUTE = 180
"""A calm pace for grown-ups reading prose on a screen."""
SPEAKING_WORDS_PER_MINUTE = 130
LONGEST_READ_ALOUD = 150
"""Words; about a minute."""

Table = Literal[
    "help_lines",
    "sectors",
    "steps",
    "committees",
    "toolkits",
    "learning_list",
    "learning",
    "stories",
    "own_stories",
    "resources",
]
Needed = Annotated[Line, StringConstraints(min_length=1)]
Markdown = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
QuestionKey = Annotated[str, StringConstraints(pattern=r"^q[1-9]$")]


class Part(Frozen):
    """One heading of a section.

    ``text`` is Markdown: paragraphs, lists, emphasis, links. ``table`` names what stands below
    it: rows of the kit, or what the group itself wrote (``learning_list``, ``own_stories``).
    ``asks`` are the reflecting questions that the text invites; a question is asked in one
    place of the toolkit only, besides the page of all nine.
    """

    key: Key
    heading: Needed
    text: Markdown
    read_aloud: Markdown
    cites: Annotated[tuple[Cited, ...], Field(min_length=1)]
    table: Table | None = None
    asks: tuple[QuestionKey, ...] = ()

    @model_validator(mode="after")
    def _short_enough_to_listen_to(self) -> Self:
        words = len(self.read_aloud.split())
        if words >= LONGEST_READ_ALOUD:
            raise ValueError(
                f"read_aloud has {words} words; it has to have fewer than {LONGEST_READ_ALOUD}"
            )
        return self


class Section(Frozen):
    """One section of the toolkit; its key is also the address of its page.

    ``official`` is the Province's own section, or the toolkit's guide where that address is not
    known.
    """

    key: Key
    number: Annotated[int, Field(ge=0, le=99)]
    title: Needed
    lead: Markdown
    official: WebAddress
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _each_part_once(self) -> Self:
        keys = Counter(part.key for part in self.parts)
        if twice := sorted(key for key, times in keys.items() if times > 1):
            raise ValueError(f"each part needs a key of its own; twice: {', '.join(twice)}")
        return self

    @property
    def reading_minutes(self) -> int:
        """Minutes to read the full text, at least one; tables are not counted."""
        return _minutes([part.text for part in self.parts], READING_WORDS_PER_MINUTE)

    @property
    def read_aloud_minutes(self) -> int:
        """Minutes to read the short versions aloud, at least one."""
        return _minutes([part.read_aloud for part in self.parts], SPEAKING_WORDS_PER_MINUTE)

    def part(self, key: str) -> Part:
        """Return a part by its key, or raise ``KeyError``."""
        return {part.key: part for part in self.parts}[key]


def _minutes(texts: list[str], pace: int) -> int:
    return max(1, round(sum(len(text.split()) for text in texts) / pace))


@cache
def read_section(path: Path) -> Section:
    """Return the section of a file; see :func:`~workshop_kit.content.toml_file.read_toml`.

    Raises
    ------
    ContentError
        The file cannot be used, or its name is not its section's key.
    """
    found = read_toml(path, Section)
    if found.key != path.stem:
        raise ContentError(
            _(
                "The section in “{file}” has the key “{key}”. File and key have the same name: "
                'put key = "{name}" into it, then start again.',
                file=shown_name(path),
                key=found.key,
                name=path.stem,
            )
        )
    return found


def sections(language: str = SOURCE_LANGUAGE) -> tuple[Section, ...]:
    """Return all sections in the order of the toolkit.

    Which sections there are is told by the English folder; each comes in ``language`` where it
    has been translated.

    Raises
    ------
    ContentError
        A file cannot be used, or a question is asked in two places.
    """
    names = sorted(
        file.name for file in (kit_folder("data") / SOURCE_LANGUAGE / FOLDER).glob("*.toml")
    )
    found = sorted(
        (read_section(content_file(f"{FOLDER}/{name}", language)) for name in names),
        key=lambda section: section.number,
    )
    asked = Counter(key for one in found for part in one.parts for key in part.asks)
    if twice := sorted(key for key, times in asked.items() if times > 1):
        raise ContentError(
            _(
                "These questions are asked in more than one place of “data/{language}/sections”: "
                "{keys}. Leave each in one “asks”, then start again.",
                language=language,
                keys=", ".join(twice),
            )
        )
    return tuple(found)


def section(key: str, language: str = SOURCE_LANGUAGE) -> Section:
    """Return one section by its key.

    Raises
    ------
    ContentError
        There is none; the message names those that there are.
    """
    found = {one.key: one for one in sections(language)}
    if key not in found:
        raise ContentError(
            _("“{key}” is no section. These are: {keys}.", key=key, keys=", ".join(found))
        )
    return found[key]
