"""Notes as plain text, for any program on any laptop."""

import textwrap
from collections.abc import Iterator

from workshop_kit.notes.outline import Fact, Outline, Section, outline
from workshop_kit.notes.report import Report
from workshop_kit.spreadsheet import BYTE_ORDER_MARK

MARK = "-- workshop-kit notes --"
"""The last line, by which the kit knows its own files again."""
WIDTH = 78
"""Letters in a line: old text editors do not wrap, and a printer cuts off what is longer."""


def plain_text(report: Report) -> str:
    """Return a report as text that Windows' own editor opens right.

    It begins with a byte order mark and ends lines as Windows does. What people wrote is indented,
    so that none of it looks like a heading.
    """
    return BYTE_ORDER_MARK + "".join(f"{line}\r\n" for line in _lines(outline(report)))


def _lines(page: Outline) -> Iterator[str]:
    yield from _heading(page.title, "=")
    yield from _facts(page.facts)
    for section in page.sections:
        yield from _section(section)
    if page.stories:
        yield from _heading(page.stories_heading, "-")
    for story in page.stories:
        yield from (*_wrapped(f"{story.heading}:", "", ""), "")
        yield from _facts(story.facts)
    yield from _heading(page.left_out_heading, "-")
    yield from _listed(page.left_out)
    yield ""
    yield from _heading(page.help_heading, "-")
    yield from _facts(page.help_lines)
    yield MARK


def _heading(text: str, below: str) -> Iterator[str]:
    lines = _wrapped(text, "", "")
    yield from (*lines, below * max(map(len, lines), default=1), "")


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    for fact in facts:
        yield from _wrapped(f"{fact.label}: {fact.value}", "", "    ")
    yield ""


def _section(section: Section) -> Iterator[str]:
    yield from _heading(section.heading, "-")
    if section.text:
        yield from (*_wrapped(section.text, "", ""), "")
    yield from (section.counts, "")
    if section.remark:
        yield from (*_wrapped(section.remark, "", ""), "")
    for group in section.groups:
        if group.heading:
            yield from (*_wrapped(f"{group.heading}:", "", ""), "")
        yield from _listed(group.items)
        yield ""


def _listed(texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        yield from _wrapped(text, "  * ", "    ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    """Return lines; those that somebody ended stay ended, and no word or address is broken."""
    found: list[str] = []
    for line in text.splitlines():
        found += textwrap.wrap(
            line,
            WIDTH,
            initial_indent=rest if found else first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
    return found
