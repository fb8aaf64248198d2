"""A section as HTML: whole, in order, safe, and without words of a template's own."""

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.pages.test_frame import NOT_WORDS
from workshop_kit.content.sections import Section, sections
from workshop_kit.reading import html
from workshop_kit.reading.html import TEMPLATES
from workshop_kit.reading.tables import rows

SECTIONS = {one.key: one for one in sections()}
VOID = {"input", "br", "hr", "meta", "link"}


class Balanced(HTMLParser):
    """Reads a piece; every element has to end where it began."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def whole(section: Section) -> str:
    parts = [html.part(section, one, "en") for one in section.parts]
    return "".join(piece.text for piece in (html.head(section), *parts, html.foot(section, "en")))


@pytest.mark.parametrize("key", SECTIONS)
def test_every_section_is_well_formed(key: str) -> None:
    read = Balanced(whole(SECTIONS[key]))
    assert len(read.ids) == len(set(read.ids))
    assert read.headings[0] == 1
    assert read.headings.count(1) == 1
    steps = zip(read.headings, read.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps)


@pytest.mark.parametrize("key", SECTIONS)
def test_every_row_of_its_tables_stands_in_it(key: str) -> None:
    text = whole(SECTIONS[key])
    for part in SECTIONS[key].parts:
        for row in rows(part.table, "en") if part.table else ():
            name = getattr(row, "name", "") or getattr(row, "title", "") or row.text
            assert name in unescape(text)


@pytest.mark.parametrize("key", SECTIONS)
def test_no_script_and_nothing_to_load(key: str) -> None:
    text = whole(SECTIONS[key])
    assert not re.search(r"<script|<img|<iframe|<link|\bon\w+=|url\(|@import|\ssrc=", text)


def test_both_versions_of_a_part_are_there() -> None:
    section = SECTIONS["get-organized"]
    text = html.part(section, section.part("why"), "en").text
    assert '<div class="kit-full"><p>Human trafficking has many sides.' in text
    assert '<div class="kit-short"><p>Why should we do this together?' in text
    assert "Where this comes from" in text


def test_each_source_is_named_once_at_the_end() -> None:
    text = html.foot(SECTIONS["get-organized"], "en").text
    titles = re.findall(r"<cite>(.*?)</cite>", text)
    assert len(titles) == len(set(titles)) > 3


def test_a_piece_shows_itself_in_a_notebook() -> None:
    piece = html.head(SECTIONS["welcome"])
    assert piece._repr_html_() == piece.text
    assert "characters" in repr(piece)


@pytest.mark.parametrize("file", sorted(TEMPLATES.rglob("*.j2")), ids=lambda file: file.name)
def test_templates_hold_no_words_of_their_own(file: Path) -> None:
    left = NOT_WORDS.sub(" ", file.read_text(encoding="utf-8"))
    assert re.findall(r"[A-Za-z]{3,}", left) == []
