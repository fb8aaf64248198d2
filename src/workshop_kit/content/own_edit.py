"""Changes to the group's own tables, without losing a row or column that the kit does not know."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from workshop_kit.content.own_cells import cleaned
from workshop_kit.content.own_errors import OwnNotSaved, OwnTableUnusable, UnknownRow
from workshop_kit.content.own_folder import own_folder
from workshop_kit.content.own_rows import good_values, row_id
from workshop_kit.content.own_sheets import Sheet
from workshop_kit.content.own_table import MOST_BYTES, Table, completed, read_table, written
from workshop_kit.spreadsheet import guarded
from workshop_kit.whole_file import write_whole
from workshop_kit.words import _

T = TypeVar("T")
_one_at_a_time = threading.Lock()


class Removed(NamedTuple):
    """A row that was taken out: where it stood, and all its cells."""

    place: int
    cells: list[str]


def add_row(sheet: Sheet, values: dict[str, str]) -> str:
    """Add a row, given by column names, and return its id.

    The same row a second time is there once: a request may come twice.

    Raises
    ------
    BadCell
        A value does not fit.
    OwnTableUnusable, OwnNotSaved
        The file cannot be read or written. It is as it was.
    """
    cells = {one.heading: cleaned(values.get(one.name, "")) for one in sheet.columns}
    good = good_values(cells, sheet)
    kept = {one.heading: guarded(good[one.name]) for one in sheet.columns}

    def add(table: Table) -> str:
        completed(table, sheet)
        row = [""] * len(table.rows[table.heading])
        for heading, cell in kept.items():
            row[table.places[heading]] = cell
        if row not in table.rows:
            table.rows.append(row)
        return row_id(row)

    return _change(sheet, add)


def remove_row(sheet: Sheet, wanted: str) -> Removed:
    """Take a row out of a table; raises :class:`UnknownRow`, and as :func:`add_row` does."""

    def remove(table: Table) -> Removed:
        for number, row in table.body():
            if row_id(row) == wanted:
                return Removed(number - 1, table.rows.pop(number - 1))
        raise UnknownRow

    return _change(sheet, remove)


def put_back_row(sheet: Sheet, removed: Removed) -> str:
    """Put a row back where it stood, or as near as it gets; raises as :func:`add_row` does."""

    def put_back(table: Table) -> str:
        completed(table, sheet)
        if removed.cells not in table.rows:
            table.rows.insert(max(removed.place, table.heading + 1), removed.cells)
        return row_id(removed.cells)

    return _change(sheet, put_back)


def table_to_save(sheet: Sheet) -> bytes:
    """Return a table for a facilitator to keep: as it stands, and no cell is run as a formula."""
    table = _read(_path(sheet), sheet)
    completed(table, sheet)
    return written(table.rows, table.delimiter, guard=True)


def _change(sheet: Sheet, change: Callable[[Table], T]) -> T:
    path = _path(sheet)
    with _one_at_a_time:
        table = _read(path, sheet)
        before = [*map(list, table.rows)]
        result = change(table)
        if table.rows != before:
            data = written(table.rows, table.delimiter)
            if len(data) > MOST_BYTES:
                raise OwnTableUnusable(
                    _("“{file}” is full. Remove rows that you do not need.", file=sheet.file)
                )
            try:
                write_whole(path, data)
            except OSError:  # full, read only, or open in a program that holds it
                raise OwnNotSaved(sheet.file) from None
    return result


def _path(sheet: Sheet) -> Path:
    folder = own_folder()
    if folder is None:
        raise OwnTableUnusable(_("There is no folder for your own lines. Start the kit again."))
    return folder / sheet.file


def _read(path: Path, sheet: Sheet) -> Table:
    try:
        return read_table(path, sheet)
    except ValueError as error:
        raise OwnTableUnusable(
            _("“{file}” cannot be changed here. {why}", file=sheet.file, why=error)
        ) from None
