"""A file of a spreadsheet program as tables: headings found, empty rows and columns left out."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from workshop_kit.delimited import decoded, delimiter_named, rows_of
from workshop_kit.partners.headings import Headings, headings_in, is_total
from workshop_kit.partners.unusable import UnusableTable
from workshop_kit.partners.vocabulary import Vocabulary
from workshop_kit.partners.workbook import RawSheet, sheets_of
from workshop_kit.spreadsheet import unguarded
from workshop_kit.words import _

MOST_BYTES = 10_000_000
MOST_ROWS = 5_000
MOST_COLUMNS = 60
MOST_LETTERS = 5_000
"""Letters of a cell that are looked at; no field takes more than 200."""
DELIMITERS = ",;\t|"
_SAMPLE = 20_000
"""Letters by which the delimiter is found."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_ZIPPED = b"PK\x03\x04"
_NO_TABLE = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf")
_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml|table)", re.IGNORECASE)


class Line(NamedTuple):
    """A row that holds something. ``number`` is the one that a spreadsheet shows, from 1."""

    number: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """A table: its headings, and in each line as many cells. ``name`` is the sheet's, or "".

    ``told`` says what was left out, or could be wrong, in whole sentences.
    """

    name: str
    headings: tuple[str, ...]
    lines: tuple[Line, ...]
    told: tuple[str, ...] = ()

    def column(self, place: int) -> list[str]:
        """Return the cells of a column that hold something."""
        return [line.cells[place] for line in self.lines if line.cells[place]]


def tables_in(data: bytes, words: Vocabulary) -> tuple[Table, ...]:
    """Return the tables of a file: one of CSV, one for each sheet that holds something.

    Raises
    ------
    UnusableTable
        The file cannot be read, is empty, or is too large.
    """
    if len(data) > MOST_BYTES:
        raise UnusableTable(
            _("This file is larger than 10 MB. Keep only the rows and columns that you need.")
        )
    if data.startswith(_OLD_EXCEL):
        raise UnusableTable(
            _("This is an old Excel file, or has a password. Save it as XLSX without a password.")
        )
    if data.startswith(_NO_TABLE):
        raise UnusableTable(_("This file is no table. Save it as XLSX, ODS or CSV."))
    raw = sheets_of(data) if data.startswith(_ZIPPED) else [_delimited(data, words)]
    tables = [one for one in (_table(sheet, words) for sheet in raw) if one.headings]
    if not tables:
        raise UnusableTable(_("There is nothing in this file. Choose another one."))
    return tuple(tables)


def _delimited(data: bytes, words: Vocabulary) -> RawSheet:
    offered, text = delimiter_named(decoded(data))
    if _PAGE.match(text) or text.count("\0") * 20 > len(text):
        raise UnusableTable(_("This file is no table. Save it as XLSX, ODS or CSV."))
    try:
        delimiter = offered or max(DELIMITERS, key=lambda one: _fit(text[:_SAMPLE], one, words))
        return RawSheet("", [_filled(row) for row in rows_of(text, delimiter)])
    except ValueError as error:
        raise UnusableTable(str(error)) from None


def _filled(row: list[str]) -> list[object]:
    """Return a row, or nothing where it holds delimiters alone, as of other rows' columns."""
    return [*row] if "".join(row).strip(DELIMITERS + " \r\n") else []


def _fit(text: str, delimiter: str, words: Vocabulary) -> tuple[int, int, int]:
    """Tell how well a delimiter fits: by known headings, by rows of one width, by few others."""
    try:
        rows = [row for row in rows_of(text, delimiter) if any(cell.strip() for cell in row)]
    except ValueError:
        return 0, 0, 0
    known = headings_in(rows, words).known
    width, often = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    return known, often if width > 1 else 0, -sum(len(row) > width for row in rows)


def _table(sheet: RawSheet, words: Vocabulary) -> Table:
    rows = [[_text(cell) for cell in row] for row in sheet.rows]
    found = headings_in(rows, words)
    numbered = [
        Line(number, tuple(row))
        for number, row in enumerate(rows[found.after :], start=found.after + 1)
        if any(row) and not _repeats(row, found)
    ]
    kept, told = _without_total(numbered, words)
    if len(kept) > MOST_ROWS:
        raise UnusableTable(
            _(
                "This table has {found} rows. {most} can be taken at a time: make several files.",
                found=f"{len(kept):,}",
                most=f"{MOST_ROWS:,}",
            )
        )
    return _narrowed(sheet.name, found, kept, told)


def _repeats(row: list[str], found: Headings) -> bool:
    """Tell whether the headings stand here once more, as at the top of a printed page."""
    return bool(found.names) and row == found.row


def _without_total(lines: list[Line], words: Vocabulary) -> tuple[list[Line], tuple[str, ...]]:
    kept = lines
    while kept and is_total(kept[-1].cells, words):
        kept = kept[:-1]
    if len(kept) == len(lines):
        return kept, ()
    number = lines[len(kept)].number
    return kept, (_("Row {number} looks like a total and was left out.", number=number),)


def _narrowed(name: str, found: Headings, lines: list[Line], told: tuple[str, ...]) -> Table:
    width = max([len(found.names), *(len(line.cells) for line in lines)])
    whole = [Line(one.number, (*one.cells, *[""] * (width - len(one.cells)))) for one in lines]
    names = [*found.names, *[""] * (width - len(found.names))]
    used = [at for at in range(width) if names[at] or any(line.cells[at] for line in whole)]
    if len(used) > MOST_COLUMNS:
        raise UnusableTable(
            _(
                "This table has {found} columns. {most} can be taken: leave some out.",
                found=len(used),
                most=MOST_COLUMNS,
            )
        )
    headings = tuple(names[at] or _("Column {letters}", letters=_letters(at)) for at in used)
    picked = tuple(Line(one.number, tuple(one.cells[at] for at in used)) for one in whole)
    return Table(name, _told_apart(headings), picked, told)


def _told_apart(headings: Iterable[str]) -> tuple[str, ...]:
    """Return headings of which no two are the same: a second “Sector” is “Sector (2)”."""
    found: list[str] = []
    for heading in headings:
        number, name = 1, heading
        while name in found:
            number += 1
            name = f"{heading} ({number})"
        found.append(name)
    return tuple(found)


def _letters(place: int) -> str:
    """Return what a spreadsheet calls a column: A, B, ... Z, AA."""
    letters, rest = "", place + 1
    while rest:
        rest, one = divmod(rest - 1, 26)
        letters = chr(65 + one) + letters
    return letters


def _text(cell: object) -> str:
    """Return a cell as text: dates as year-month-day, whole numbers without a point."""
    match cell:
        case str():
            text = unguarded(cell.strip()[:MOST_LETTERS])
        case bool():
            text = "yes" if cell else "no"
        case float() if cell.is_integer():
            text = str(int(cell))
        case datetime():
            text = cell.date().isoformat()
        case _:
            text = str(cell)
    return text.strip()
