"""XLSX and ODS: looked at before they are read, since a made-up one could fill the memory."""

import io
import re
import zipfile
from typing import NamedTuple
from xml.parsers import expat

from python_calamine import CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from workshop_kit.partners.unusable import UnusableTable
from workshop_kit.words import _

MOST_UNPACKED = 60_000_000
"""Bytes of all parts of a workbook together."""
MOST_DOWN, MOST_ACROSS, MOST_PLACES = 100_000, 1_000, 1_000_000
"""Where the last cell of a sheet may be, and how many places all sheets may have together. Calamine
keeps every place up to the last cell: 130 bytes each."""

_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)([0-9]+)["']""")
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "


class RawSheet(NamedTuple):
    """A sheet's cells as they came, each row at its place."""

    name: str
    rows: list[list[object]]


def sheets_of(data: bytes) -> list[RawSheet]:
    """Return every sheet of a workbook that is not hidden and holds something.

    Raises
    ------
    UnusableTable
        It is broken, too large, or no XLSX or ODS.
    """
    _look_inside(data)
    try:
        return _read(data)
    except UnusableTable:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001 - calamine's own panics are no Exception
        raise _broken() from None


def _read(data: bytes) -> list[RawSheet]:
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        seen = [
            book.get_sheet_by_name(one.name)
            for one in book.sheets_metadata
            if one.visible is SheetVisibleEnum.Visible
        ]
        return [_raw(sheet) for sheet in seen if sheet.height and sheet.width]


def _raw(sheet: CalamineSheet) -> RawSheet:
    rows: list[list[object]] = [[*row] for row in sheet.to_python(skip_empty_area=False)]
    merged = sheet.merged_cell_ranges or []
    if sum(bottom - top for (top, _left), (bottom, _right) in merged) > MOST_PLACES:
        raise _too_large()
    for (top, left), (bottom, _right) in merged:
        for row in rows[top + 1 : bottom + 1]:  # what was merged downwards stands in each row
            if left < len(row) and row[left] == "":
                row[left] = rows[top][left]
    return RawSheet(sheet.name, rows)


def _look_inside(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
            if sum(one.file_size for one in packed.infolist()) > MOST_UNPACKED:
                raise _too_large()
            if "xl/workbook.xml" in names:
                _look_at_xlsx(packed)
            elif "content.xml" in names:
                _look_at_ods(packed.read("content.xml"))
            else:
                raise UnusableTable(
                    _("This file is no table that can be read. Save it as XLSX, ODS or CSV.")
                )
    except (zipfile.BadZipFile, expat.ExpatError, RuntimeError, NotImplementedError, ValueError):
        raise _broken() from None
    except (EOFError, OSError, zipfile.zlib.error):  # type: ignore[attr-defined]  # zipfile's own
        raise _broken() from None


def _look_at_xlsx(packed: zipfile.ZipFile) -> None:
    total = 0
    for one in packed.infolist():
        if not one.filename.lower().endswith((".xml", ".rels")):
            continue
        part = packed.read(one)  # its true size and sum are checked here too
        if b"sheetData" in part:
            places = [(_column(some), int(row[:9])) for some, row in _PLACE.findall(part)]
            across = max((column for column, _row in places), default=0)
            total += _places(max((row for _column, row in places), default=0), across)
            _places(total, 1, MOST_PLACES)


def _places(down: int, across: int, most_down: int = MOST_DOWN) -> int:
    """Return how many places there are; refuse what has too many."""
    if down > most_down or across > MOST_ACROSS or down * across > MOST_PLACES:
        raise _too_large()
    return down * across


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + letter - 64
    return number


def _look_at_ods(content: bytes) -> None:
    look = _OdsExtent()
    reader = expat.ParserCreate(namespace_separator=" ")
    reader.StartDoctypeDeclHandler = look.refuse
    reader.StartElementHandler = look.begin
    reader.EndElementHandler = look.end
    reader.Parse(content, True)  # noqa: FBT003 - expat takes it by place only


class _OdsExtent:
    """How far down and across the cells of an ODS reach that hold something."""

    def __init__(self) -> None:
        self._row = self._rows = self._cell = self._across = self._down = self._before = 0
        self._filled = False

    def refuse(self, *_declared: object) -> None:
        raise _broken()

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.removeprefix(_TABLE)
        if kind == "table":
            self._before += self._down * self._across
            self._row = self._down = self._across = 0
        elif kind == "table-row":
            self._rows = int(attributes.get(f"{_TABLE}number-rows-repeated", "1"))
            self._cell, self._filled = 0, False
        elif kind in {"table-cell", "covered-table-cell"}:
            self._cell += int(attributes.get(f"{_TABLE}number-columns-repeated", "1"))
            if f"{_OFFICE}value-type" in attributes:
                self._filled = True
                self._across = max(self._across, self._cell)

    def end(self, name: str) -> None:
        if name == f"{_TABLE}table-row":
            self._row += self._rows
            if self._filled:
                self._down = self._row
                _places(self._before + _places(self._row, self._across), 1, MOST_PLACES)


def _broken() -> UnusableTable:
    return UnusableTable(
        _("This file is damaged or locked. Open it in a spreadsheet, save it as XLSX or CSV anew.")
    )


def _too_large() -> UnusableTable:
    return UnusableTable(
        _("This table is too large. Copy the rows that you need into a new one, without pictures.")
    )
