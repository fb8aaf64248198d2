"""Notes as a table, a row for each thing that was written, safe to open in a spreadsheet."""

import csv
import io
import re

from workshop_kit.notes.items import items
from workshop_kit.notes.report import Report

COLUMNS = ("question", "topic", "part", "answer")
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Without it, Excel takes UTF-8 for something else and spoils names such as q̓ic̓əy̓."""

_FORMULA = re.compile(r"^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile(r"^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")

Row = tuple[int, str, str, str]


def rows(report: Report) -> list[Row]:
    """Return the table's rows: a question's number and topic, the part, and what was written."""
    return [
        (question.number, question.topic, item.part, item.text)
        for question in report.questions
        for item in items(question)
    ]


def csv_table(report: Report) -> str:
    """Return a report as CSV that begins with a byte order mark."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    writer.writerows((number, *map(guarded, words)) for number, *words in rows(report))
    return BYTE_ORDER_MARK + text.getvalue()


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe goes before it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return what a cell was before :func:`guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell
