"""The sections as HTML that stands by itself: no script, no kernel, its style inside."""

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2

from workshop_kit import words
from workshop_kit.content.dates import checked_on, published_on
from workshop_kit.content.own import own_copy
from workshop_kit.content.sections import Part, Section
from workshop_kit.content.sources import Source, source
from workshop_kit.reading.markdown import markdown
from workshop_kit.reading.notebook_files import notebook_file
from workshop_kit.reading.phones import dialled
from workshop_kit.reading.tables import rows
from workshop_kit.reading.titles import page_title

FOLDER = Path(__file__).parent
TEMPLATES = FOLDER / "templates"
STYLE = FOLDER / "reading.css"


class Html:
    """A piece of a page; notebooks and pages show it as it is."""

    def __init__(self, text: str) -> None:
        self.text = text

    def _repr_html_(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<a piece of a page, {len(self.text)} characters>"


def head(section: Section) -> Html:
    """Return a section's title, lead, reading time, the group's own copy, switch and contents.

    The style comes along.
    """
    style = STYLE.read_text(encoding="utf-8")
    return _html("head.html.j2", section=section, copy=own_copy(section.key), style=style)


def part(section: Section, one: Part, language: str) -> Html:
    """Return one part: its heading, both versions of its text, its table, its sources.

    Raises
    ------
    ContentError
        A table's file cannot be used, or a source is not in the list.
    """
    table = rows(one.table, language) if one.table else ()
    whence = [(source(cited.source), cited.place) for cited in one.cites]
    return _html("part.html.j2", section=section, part=one, rows=table, whence=whence)


def foot(section: Section, language: str) -> Html:
    """Return every source of a section's parts and tables, each of them once."""
    return _html("foot.html.j2", section=section, sources=_sources(section, language))


def _sources(section: Section, language: str) -> list[Source]:
    cited = [cite for one in section.parts for cite in one.cites]
    listed = (row for one in section.parts if one.table for row in rows(one.table, language))
    cited += [cite for row in listed for cite in getattr(row, "cites", ())]
    return [source(key) for key in dict.fromkeys(cite.source for cite in cited)]


def _html(template: str, **values: Any) -> Html:
    return Html(_environment().get_template(template).render(**values))


@cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"markdown": markdown, "dialled": dialled}
    made.globals |= {
        "_": words._,
        "n_": words.n_,
        "checked_on": checked_on,
        "published_on": published_on,
        "notebook_file": notebook_file,
        "page_title": page_title,
        "site": _site,
    }
    return made


def _site(address: str) -> str:
    return (urlsplit(address).hostname or address).removeprefix("www.")
