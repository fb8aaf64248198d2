"""Workbooks: what is hostile or broken becomes one sentence, before it can fill the memory."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from tests.partners.tables import EMPTY, as_ods, as_xlsx, ods_row, saved
from workshop_kit.partners.table_file import MOST_BYTES, tables_in
from workshop_kit.partners.unusable import UnusableTable
from workshop_kit.partners.workbook import MOST_DOWN

WORDS = EMPTY.vocabulary()


def refusal(data: bytes) -> str:
    with pytest.raises(UnusableTable) as refused:
        tables_in(data, WORDS)
    return refused.value.message


def with_part(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Return a workbook in which one part says something else."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(file, "w") as changed:
        for one in packed.infolist():
            part = packed.read(one)
            changed.writestr(one.filename, part.replace(old, new) if one.filename == name else part)
    return file.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
GOOD = as_xlsx([["Name", "Status"], ["Haven", "member"]])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="B2"', b'r="XFD1048576"'),
        (b'r="B2"', b"r\n= 'B1048576'"),
        (b'r="B2"', b'r="ZZZZ2"'),
        (b'<row r="2"', b'<row r="1048576"'),
        (b'r="B2"', b'r="AAA99999"'),
    ],
)
def test_a_cell_far_away_is_refused_before_memory_is_taken(old: bytes, new: bytes) -> None:
    assert "too large" in refusal(with_part(GOOD, SHEET, old, new))


@pytest.mark.parametrize("new", [b'r="&#88;FD1048576"', b'r="B2" t="q"', b"\0", b"<", b"&bomb;"])
def test_a_part_that_is_broken_is_told_or_read_as_far_as_it_goes(new: bytes) -> None:
    changed = with_part(GOOD, SHEET, b'r="B2"', new)
    try:
        said = tables_in(changed, WORDS)[0].headings[0]
    except UnusableTable as refused:
        said = refused.message
    assert said == "Name" or said.startswith("This file is damaged")


def test_many_sheets_and_many_merged_cells_are_counted_together() -> None:
    book = Workbook()
    for number in range(12):
        sheet = book.create_sheet(f"Sheet {number}")
        sheet.cell(1_000, 100, "x")
    assert "too large" in refusal(saved(book))
    one = f'<mergeCell ref="A1:A{MOST_DOWN}"/>'.encode()
    cells = b"</sheetData><mergeCells>" + one * 200 + b"</mergeCells>"
    assert "too large" in refusal(with_part(GOOD, SHEET, b"</sheetData>", cells))


def test_far_too_much_that_packs_well_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * 70_000_000)
    assert "too large" in refusal(file.getvalue())


def test_a_size_that_is_not_so_is_noticed() -> None:
    data = bytearray(GOOD)
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert "damaged" in refusal(bytes(data))


@pytest.mark.parametrize(
    "rows",
    [
        ods_row("x", repeated=1_048_576),
        ods_row("x") + ods_row("", repeated=1_000_000) + ods_row("x"),
        ods_row("x").replace(
            "<table:table-cell", '<table:table-cell table:number-columns-repeated="16384"'
        ),
        ods_row("x", repeated=50_000).replace(
            "<table:table-cell", '<table:table-cell table:number-columns-repeated="500"'
        ),
        ods_row("x").replace('repeated="1"', 'repeated="many"'),
        ods_row("x") + "<broken",
    ],
)
def test_an_ods_that_repeats_too_much_is_refused(rows: str) -> None:
    assert refusal(as_ods(rows))


def test_a_declaration_that_could_multiply_is_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    assert "damaged" in refusal(as_ods(ods_row("x"), bomb))


def test_empty_rows_at_the_end_as_programs_write_them_are_no_harm() -> None:
    last = '<table:table-cell table:number-columns-repeated="16384"/>'
    end = f'<table:table-row table:number-rows-repeated="1048000">{last}</table:table-row>'
    other = '</table:table><table:table table:name="Other">'
    rows = ods_row("Name") + ods_row("Haven") + end
    for table in tables_in(as_ods(rows + other + rows), WORDS):
        assert [line.cells for line in table.lines] == [("Haven",)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "nothing in this file"),
        (b" \n;;;\n", "nothing in this file"),
        (as_xlsx([]), "nothing in this file"),
        (b"PK\x03\x04" + b"x" * 100, "damaged"),
        (GOOD[:-30], "damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Save it as XLSX without a password"),
        (b"%PDF-1.7", "no table"),
        (b"<html><table><tr><td>Name", "no table"),
        (bytes(range(256)) * 8 + b"\0" * 900, ""),
        (b"x" * (MOST_BYTES + 1), "larger than 10 MB"),
        (b'Name,Status\n"' + b"x" * 200_000, "quotation mark"),
    ],
)
def test_what_is_no_table_is_told(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_another_packed_file_is_no_table() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", b"<x/>")
    assert "no table that can be read" in refusal(file.getvalue())
