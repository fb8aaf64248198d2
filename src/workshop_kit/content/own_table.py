"""A table as spreadsheet programs save it: any delimiter, any encoding, headings in any order."""

import csv
import io
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from workshop_kit.content.own_cells import cleaned
from workshop_kit.content.own_folder import plain_file
from workshop_kit.content.own_sheets import Sheet
from workshop_kit.delimited import decoded, delimiter_named, rows_of
from workshop_kit.spreadsheet import BYTE_ORDER_MARK, guarded
from workshop_kit.words import _

MOST_BYTES = 1_000_000
"""A table that is larger is not read at all: a page must not wait for it."""
_DELIMITERS = ",;\t"


class Table(NamedTuple):
    """A table as it stands in its file. Rows are counted as a spreadsheet counts them, from 1.

    ``heading`` is the place of the headings in ``rows``; an empty file has them as well. ``places``
    tells in which cell of a row each known column is.
    """

    delimiter: str
    rows: list[list[str]]
    heading: int
    places: dict[str, int]

    def cell(self, row: Sequence[str], heading: str) -> str:
        """Return a row's cell in a column, cleaned; "" where the row is shorter."""
        place = self.places.get(heading, len(row))
        return cleaned(row[place]) if place < len(row) else ""

    def body(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row that holds something, with its number."""
        for place, row in enumerate(self.rows[self.heading + 1 :], start=self.heading + 2):
            if any(cell.strip() for cell in row):
                yield place, row


def read_table(path: Path, sheet: Sheet) -> Table:
    """Return a table from its file; one that is not there is empty.

    Raises ``ValueError`` with a sentence where the file cannot be used.
    """
    found = plain_file(path)
    if found is None:
        if not os.path.lexists(path):
            return parsed(b"", sheet)
        raise ValueError(_("It is a link or a folder, not a file."))
    if found.st_size > MOST_BYTES:
        raise ValueError(_("It is larger than 1 MB. Keep only the rows that you need."))
    try:
        return parsed(path.read_bytes(), sheet)
    except OSError:
        raise ValueError(_("It cannot be read. Close it in other programs.")) from None


def parsed(data: bytes, sheet: Sheet) -> Table:
    """Return a table from the bytes of its file; raises ``ValueError`` with a sentence."""
    offered, text = delimiter_named(decoded(data))
    if not offered:
        offered = max(_DELIMITERS, key=lambda one: len(_headings(text, one) & {*sheet.headings}))
    rows = list(rows_of(text, offered))
    heading = next((at for at, row in enumerate(rows) if any(c.strip() for c in row)), -1)
    if heading < 0:
        rows, heading = [[*sheet.headings]], 0
    names = [_name(cell) for cell in rows[heading]]
    places = {name: names.index(name) for name in sheet.headings if name in names}
    missing = [one.heading for one in sheet.columns if one.needed and one.heading not in places]
    if missing:
        raise ValueError(
            _(
                "The first row has no heading “{missing}”. These are needed: {needed}.",
                missing=missing[0],
                needed=", ".join(one.heading for one in sheet.columns if one.needed),
            )
        )
    return Table(offered, rows, heading, places)


def completed(table: Table, sheet: Sheet) -> None:
    """Give a table every heading that it should have; new ones come last."""
    head = table.rows[table.heading]
    for heading in sheet.headings:
        if heading not in table.places:
            head.extend([""] * (max(map(len, table.rows)) - len(head)))
            head.append(heading)
            table.places[heading] = len(head) - 1


def written(rows: Sequence[Sequence[str]], delimiter: str, *, guard: bool = False) -> bytes:
    """Return rows as a file that spreadsheet programs open right.

    With ``guard`` no cell is left that one of them would run as a formula.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([*map(_guarded_once, row)] if guard else row for row in rows)
    return (BYTE_ORDER_MARK + text.getvalue()).encode("utf-8")


def _guarded_once(cell: str) -> str:
    return cell if cell.startswith("'") else guarded(cell)


def _headings(text: str, delimiter: str) -> set[str]:
    try:
        first = next((row for row in rows_of(text, delimiter) if any(c.strip() for c in row)), [])
    except ValueError:
        return set()
    return {_name(cell) for cell in first}


def _name(cell: str) -> str:
    return " ".join(re.sub(r"[_:*-]", " ", cleaned(cell)).casefold().split())
