"""The group's own rows, each checked by itself: good ones are used, wrong ones are reported."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from workshop_kit.content.own_errors import BadCell
from workshop_kit.content.own_folder import own_folder, plain_file
from workshop_kit.content.own_sheets import Sheet
from workshop_kit.content.own_table import Table, read_table
from workshop_kit.words import _, language

_SHOWN = 60
"""Letters of a wrong value that a message quotes."""


class OwnRow(NamedTuple):
    """A row that can be used. ``id`` stands for all its cells, ``values`` are by column name."""

    id: str
    number: int
    values: dict[str, str]


class Checked(NamedTuple):
    """What a table holds: rows to use, and a sentence for each thing that is wrong."""

    rows: tuple[OwnRow, ...] = ()
    problems: tuple[str, ...] = ()


def own_rows(sheet: Sheet) -> Checked:
    """Return the rows of one of the group's own tables as they stand now.

    Nothing that stands in a file raises an error. A file is read again only when it has changed.
    """
    folder = own_folder()
    path = folder / sheet.file if folder else None
    if path is None:
        return Checked()
    found = plain_file(path)
    state = (found.st_mtime_ns, found.st_size, found.st_ino) if found else None
    return _read(sheet, path, state, language())


@lru_cache(maxsize=16)
def _read(
    sheet: Sheet,
    path: Path,
    state: tuple[int, int, int] | None,  # noqa: ARG001 - a changed file is another question
    spoken: str,  # noqa: ARG001 - as are its problems in another language
) -> Checked:
    try:
        return checked(read_table(path, sheet), sheet)
    except ValueError as error:
        unusable = _("“{file}” is not used. {why}", file=sheet.file, why=error)
        return Checked(problems=(unusable,))


def checked(table: Table, sheet: Sheet) -> Checked:
    """Return what a table holds."""
    rows: list[OwnRow] = []
    problems: list[str] = []
    for number, row in table.body():
        if len(rows) + len(problems) >= sheet.most_rows:
            problems.append(_too_many(sheet, number))
            break
        try:
            values = good_values({name: table.cell(row, name) for name in sheet.headings}, sheet)
        except BadCell as bad:
            problems.append(_wrong(sheet, table, number, row, bad))
            continue
        if values not in (one.values for one in rows):
            rows.append(OwnRow(row_id(row), number, values))
    return Checked(tuple(rows), tuple(problems))


def good_values(cells: dict[str, str], sheet: Sheet) -> dict[str, str]:
    """Return a row's values by column name, from cells by heading; raises :class:`BadCell`."""
    values: dict[str, str] = {}
    for column in sheet.columns:
        text = cells.get(column.heading, "")
        if column.needed and not text:
            raise BadCell(column.name, _("Something is needed here."))
        if len(text) > column.most:
            at_most = _("Write {number} letters at most.", number=column.most)
            raise BadCell(column.name, at_most)
        try:
            values[column.name] = column.check(text)
        except ValueError as error:
            raise BadCell(column.name, str(error)) from None
    return values


def row_id(row: list[str]) -> str:
    """Return what stands for a row: it changes when any of its cells does."""
    return hashlib.sha256("\x1f".join(row).encode("utf-8", "replace")).hexdigest()[:16]


def _wrong(sheet: Sheet, table: Table, number: int, row: list[str], bad: BadCell) -> str:
    heading = bad.column.replace("_", " ")
    value = table.cell(row, heading)
    return _(
        "“{file}”, row {row}, column “{column}”: it says “{value}”. {expected} "
        "Until then, this row is left out.",
        file=sheet.file,
        row=number,
        column=heading,
        value=value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…",
        expected=bad.message,
    )


def _too_many(sheet: Sheet, number: int) -> str:
    return _(
        "“{file}”: {most} rows can be used. Row {row} and all below it are left out. "
        "Keep only the rows that you need.",
        file=sheet.file,
        most=sheet.most_rows,
        row=number,
    )
