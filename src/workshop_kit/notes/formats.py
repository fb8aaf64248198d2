"""The formats that notes can take, and how the kit knows its own files again."""

from collections.abc import Callable
from typing import NamedTuple

from workshop_kit.notes.csv_table import COLUMNS, csv_table
from workshop_kit.notes.json_document import FORMAT, json_document
from workshop_kit.notes.markdown import MARK, markdown
from workshop_kit.notes.plain_text import MARK as TEXT_MARK
from workshop_kit.notes.plain_text import plain_text
from workshop_kit.notes.report import Report
from workshop_kit.spreadsheet import BYTE_ORDER_MARK


class Format(NamedTuple):
    """One format: how it is written, and a mark that every file of ours has."""

    suffix: str
    media_type: str
    render: Callable[[Report], str]
    mark: str


FORMATS: dict[str, Format] = {
    "txt": Format(".txt", "text/plain", plain_text, TEXT_MARK),
    "md": Format(".md", "text/markdown", markdown, MARK),
    "csv": Format(
        ".csv",
        "text/csv",
        csv_table,
        BYTE_ORDER_MARK + ",".join(f'"{column}"' for column in COLUMNS),
    ),
    "json": Format(".json", "application/json", json_document, f'"format": "{FORMAT}"'),
}


def file_stem(report: Report) -> str:
    """Return the name of a report's files without ending: the date, and nothing that leads in."""
    return f"notes-{report.held_on}"
