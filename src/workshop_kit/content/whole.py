"""All content, read at once, so that a mistake is found before anybody is in the room."""

from collections.abc import Callable, Iterable
from typing import Any

from workshop_kit.content.agendas import agendas, step_words
from workshop_kit.content.agreement import starter_agreement
from workshop_kit.content.bread import bread
from workshop_kit.content.check import moods
from workshop_kit.content.closing import FILE as CLOSING
from workshop_kit.content.closing import read_closing
from workshop_kit.content.committees import committees
from workshop_kit.content.debrief import FILE as DEBRIEF
from workshop_kit.content.debrief import read_debrief
from workshop_kit.content.files import SAMPLE, content_file, kit_folder
from workshop_kit.content.guidance import FILE as GUIDANCE
from workshop_kit.content.guidance import read_guidance
from workshop_kit.content.help_lines import help_lines
from workshop_kit.content.needs import needs
from workshop_kit.content.notice import join_words
from workshop_kit.content.partner_names import partner_names
from workshop_kit.content.partner_words import partner_words
from workshop_kit.content.questions import questions
from workshop_kit.content.resources import resources
from workshop_kit.content.sections import sections
from workshop_kit.content.sectors import sectors
from workshop_kit.content.sources import source
from workshop_kit.content.steps import steps
from workshop_kit.content.stop_words import stop_words
from workshop_kit.content.stories import stories
from workshop_kit.words import SOURCE_LANGUAGE

READERS: tuple[Callable[[str], object], ...] = (
    questions,
    join_words,
    bread,
    lambda language: read_guidance(content_file(GUIDANCE, language)),
    help_lines,
    sections,
    sectors,
    needs,
    steps,
    committees,
    resources,
    stories,
    step_words,
    agendas,
    starter_agreement,
    moods,
    lambda language: read_closing(content_file(CLOSING, language)),
    lambda language: read_debrief(content_file(DEBRIEF, language)),
)
"""Each reads a file, or the two files of a table, in one language."""


def content_languages() -> tuple[str, ...]:
    """Return the languages that the data is in, English first."""
    found = {one.name for one in kit_folder("data").iterdir() if one.is_dir()} - {SAMPLE}
    return (SOURCE_LANGUAGE, *sorted(found - {SOURCE_LANGUAGE}))


def read_all() -> None:
    """Read every content file in every language.

    Raises
    ------
    ContentError
        One cannot be used; the message names it, the line, and what to do.
    """
    stop_words()
    partner_names()
    partner_words()
    for language in content_languages():
        for read in READERS:
            _check_sources(read(language))


def _check_sources(found: object) -> None:
    """Look up every source that something cites; one that is not listed raises."""
    for one in found if isinstance(found, tuple) else ():
        for cited in _cites(one):
            source(cited.source)
        _check_sources(getattr(one, "parts", ()))


def _cites(one: object) -> Iterable[Any]:
    cites: Iterable[Any] = getattr(one, "cites", ())
    return cites
