"""Notes as a table, a row for each thing that was written, safe to open in a spreadsheet."""

import csv
import io

from workshop_kit.notes.items import items
from workshop_kit.notes.report import Report
from workshop_kit.spreadsheet import BYTE_ORDER_MARK, guarded

COLUMNS = ("question", "topic", "part", "answer")

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
