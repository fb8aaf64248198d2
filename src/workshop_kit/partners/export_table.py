"""Partner lists as files of spreadsheet programs: CSV, or XLSX with a sheet for ties."""

import csv
import io
import re
from datetime import date
from typing import Any

from workshop_kit.partners.table_rows import Cell, Rows
from workshop_kit.spreadsheet import BYTE_ORDER_MARK, guarded
from workshop_kit.words import _

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What XLSX would take for a letter written by its number (ECMA-376, 22.4.2.4)."""
_NO_DAY_OF_EXCEL = 1900
"""Excel knows no day before this year, and counts one too many in it."""
_NARROWEST, _WIDEST = 10, 48
"""Letters that a column shows."""


def as_csv(table: Rows) -> bytes:
    """Return a table as CSV, in UTF-8 with a byte order mark; no cell of it is a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.headings)
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return (BYTE_ORDER_MARK + text.getvalue()).encode("utf-8")


def as_xlsx(partners: Rows, ties: Rows) -> bytes:
    """Return both tables as a workbook: days and numbers as such, headings that stay, a filter."""
    # Here, since a room imports this file, and writes no workbook most of the time.
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    _fill(book.active, _("Partners"), partners)
    if ties.rows:
        _fill(book.create_sheet(), _("Ties"), ties)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(sheet: Any, title: str, table: Rows) -> None:
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet.title = title
    for number, row in enumerate((table.headings, *table.rows), start=1):
        for column, value in enumerate(row, start=1):
            if value is None:
                continue
            cell = sheet.cell(number, column)
            if isinstance(value, date) and value.year <= _NO_DAY_OF_EXCEL:
                value = str(value)  # noqa: PLW2901 - such a day is a text there
            if isinstance(value, str):
                cell.value = _ESCAPED.sub("_x005F_", guarded(value))
                cell.data_type = "s"  # never a formula, whatever it begins with
            else:
                cell.value = value
            if isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    for column, heading in enumerate(table.headings):
        longest = max(map(len, (heading, *(_written(row[column]) for row in table.rows))))
        width = min(max(longest + 2, _NARROWEST), _WIDEST)
        sheet.column_dimensions[get_column_letter(column + 1)].width = width


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return guarded(cell) if isinstance(cell, str) else str(cell)
