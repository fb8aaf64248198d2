"""Notes as Markdown: plain to read, safe to render."""

import re
from collections.abc import Iterator

from workshop_kit.notes.outline import Fact, Outline, Section, Story, outline
from workshop_kit.notes.report import Report

MARK = "<!-- workshop-kit notes -->"
"""The last line, by which the kit knows its own files again."""

_ALWAYS = re.compile(r"([\\`*_{}\[\]<>#|~$])")
_ENTITY = re.compile(r"&(?=[#\w])")
_BEGINS_A_BLOCK = re.compile(r"^([-+=:]|\d{1,9}(?=[.)]))")


def markdown(report: Report) -> str:
    """Return a report as Markdown (CommonMark).

    What people wrote is escaped, so that it can form no heading, link, picture or HTML.
    """
    return "\n".join(_lines(outline(report))) + "\n"


def _lines(page: Outline) -> Iterator[str]:
    yield from (f"# {_in_one_line(page.title)}", "")
    yield from _facts(page.facts)
    for section in page.sections:
        yield from _section(section)
    if page.stories:
        yield from (f"## {_in_one_line(page.stories_heading)}", "")
    for story in page.stories:
        yield from _story(story)
    yield from (f"## {_in_one_line(page.left_out_heading)}", "")
    yield from (f"- {_escaped(line)}" for line in page.left_out)
    yield from ("", f"## {_in_one_line(page.help_heading)}", "")
    yield from _facts(page.help_lines)
    yield MARK


def _facts(facts: tuple[Fact, ...]) -> Iterator[str]:
    yield from (f"- **{_in_one_line(fact.label)}:** {_escaped(fact.value)}" for fact in facts)
    yield ""


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {_in_one_line(section.heading)}", "")
    if section.text:
        yield from (_escaped(section.text, indent=""), "")
    yield from (f"*{section.counts}*", "")
    if section.remark:
        yield from (_escaped(section.remark, indent=""), "")
    for group in section.groups:
        if group.heading:
            yield from (f"### {_in_one_line(group.heading)}", "")
        yield from (f"- {_escaped(text)}" for text in group.items)
        yield ""


def _story(story: Story) -> Iterator[str]:
    yield from (f"### {_in_one_line(story.heading)}", "")
    if story.facts:
        yield from _facts(story.facts)


def _escaped(text: str, indent: str = "  ") -> str:
    lines = [_escaped_line(line) for line in text.splitlines() if line.strip()]
    return f"\\\n{indent}".join(lines)


def _in_one_line(text: str) -> str:
    return _escaped_inside(" ".join(text.split()))


def _escaped_line(line: str) -> str:
    return _BEGINS_A_BLOCK.sub(_with_backslash, _escaped_inside(line.strip()))


def _escaped_inside(text: str) -> str:
    return _ENTITY.sub(r"\\&", _ALWAYS.sub(r"\\\1", text))


def _with_backslash(begin: re.Match[str]) -> str:
    return f"{begin[1]}\\" if begin[1].isdecimal() else f"\\{begin[1]}"
