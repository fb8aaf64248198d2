"""Tables: any delimiter and encoding, titles above, headings in two rows, totals below."""

import random
from datetime import date, datetime

import pytest

from tests.partners.tables import EMPTY, as_ods, as_text, as_xlsx, ods_day, ods_row
from workshop_kit.partners.table_file import MOST_COLUMNS, MOST_ROWS, Table, tables_in
from workshop_kit.partners.unusable import UnusableTable

WORDS = EMPTY.vocabulary()
ROWS = [
    ["Organisme", "Secteur", "Statut"],
    ["Maison Élan, à côté", "santé; école", "à inviter"],
    ['L\'Été | 2 "amis"', "police/GRC", "membre"],
]


def only(data: bytes) -> Table:
    [table] = tables_in(data, WORDS)
    return table


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_every_way_in_which_programs_save(delimiter: str, encoding: str) -> None:
    table = only(as_text(ROWS, delimiter).encode(encoding))
    assert [list(table.headings), *(list(line.cells) for line in table.lines)] == ROWS


def test_titles_blank_rows_and_columns_and_totals() -> None:
    table = only(
        b"Our partners in 2026,,,,\n,,,,\nfor the board,,,,\n,Name,,Status,\n,Haven,,member,\n"
        b",,,,\n,Name,,Status,\n,RCMP,,contacted,\n,Total,,2,\n,,,,\n"
    )
    assert table.headings == ("Name", "Status")
    assert [(one.number, one.cells) for one in table.lines] == [
        (5, ("Haven", "member")),
        (8, ("RCMP", "contacted")),
    ]
    assert table.told == ("Row 9 looks like a total and was left out.",)


def test_headings_in_two_rows_that_were_merged() -> None:
    rows: list[list[str | None]] = [
        ["Partner list", None, None, None, None],
        ["Partner", "Contact", None, "Ring", None],
        [None, "Position", "Public line", "Now", "Wanted"],
        ["Haven", "manager", "2-1-1", "core", "involved"],
        ["RCMP", None, None, "informed", None],
        [None, None, None, "core", None],
    ]
    table = only(as_xlsx(rows, "A1:E1", "A2:A3", "B2:C2", "D2:E2", "A5:A6"))
    found = ("Partner", "Contact Position", "Public line", "Ring Now", "Ring Wanted")
    assert table.headings == found
    assert [line.cells[0] for line in table.lines] == ["Haven", "RCMP", "RCMP"]
    text = as_text([[cell or "" for cell in row] for row in rows[:4]])
    assert only(text.encode()).headings == found


def test_days_numbers_and_formulas_of_a_workbook() -> None:
    rows: list[list[object]] = [
        ["Name", "Ask by", "Last checked", "Influence", "Phone", "Directed", "Source"],
        ["A", date(2026, 3, 4), datetime(2026, 3, 4, 15, 30), 3, 2505550100, True, "=1+1"],  # noqa: DTZ001 - a cell has no zone
    ]
    [line] = only(as_xlsx(rows)).lines
    assert line.cells == ("A", "2026-03-04", "2026-03-04", "3", "2505550100", "yes", "")


def test_an_ods_with_days() -> None:
    cells = ods_row("Haven").removesuffix("</table:table-row>") + ods_day("2026-03-04")
    [line] = only(as_ods(ods_row("Name", "Ask by") + cells + "</table:table-row>")).lines
    assert line.cells == ("Haven", "2026-03-04")


def test_a_list_without_headings_and_one_of_names_alone() -> None:
    table = only(b"Haven;member\nRCMP;to invite\n")
    assert table.headings == ("Column A", "Column B")
    assert len(table.lines) == 2
    assert [one.cells for one in only(b"Haven\nRCMP, Maple\n").lines] == [
        ("Haven",),
        ("RCMP, Maple",),
    ]
    assert [one.cells for one in only(b"Organization\nHaven\n").lines] == [("Haven",)]


def test_headings_that_nobody_knows_and_headings_that_are_there_twice() -> None:
    assert only(b"Wer,Was\nHaven,x\nRCMP,y\n").headings == ("Wer", "Was")
    assert only(b"Name,Sector,Sector\nA,police,health\n").headings == (
        "Name",
        "Sector",
        "Sector (2)",
    )


def test_a_value_that_is_a_heading_too_is_no_heading_further_down() -> None:
    table = only(b"Wer,Was\nHaven,Organization\nRCMP,Organization\n")
    assert len(table.lines) == 2


def test_a_first_line_may_name_the_delimiter() -> None:
    assert only(b"sep=;\r\nName;Status\r\nA, B;member\r\n").lines[0].cells == ("A, B", "member")


def test_the_limits_say_what_to_do() -> None:
    rows = "Name\n" + "\n".join(f"Group {number}" for number in range(MOST_ROWS))
    assert len(only(rows.encode()).lines) == MOST_ROWS
    with pytest.raises(UnusableTable, match=r"5,001 rows\. 5,000 can be taken at a time: make"):
        only((rows + "\nOne more").encode())
    wide = [[f"Heading {number}" for number in range(MOST_COLUMNS + 1)]] * 2
    with pytest.raises(UnusableTable, match=r"61 columns\. 60 can be taken: leave some out"):
        only(as_text([["Name", *wide[0][1:]], wide[1]]).encode())


def test_strange_letters_and_endless_cells_stop_nobody() -> None:
    [line] = only(b"Name,Source\nA\0B\x07,%s\n" % (b"x" * 100_000)).lines
    assert line.cells[0] == "A\0B\x07"  # the record drops them
    assert len(line.cells[1]) == 5_000


def test_any_bytes_are_a_table_or_refused() -> None:
    chance = random.Random(20261122)  # noqa: S311 - the same bytes each time
    for length in (1, 10, 1000, 30_000):
        for _again in range(30):
            data = chance.randbytes(length)
            for start in (b"", b"PK\x03\x04", b"\xff\xfe", b"Name,Status\n"):
                try:
                    tables_in(start + data, WORDS)
                except UnusableTable as refused:
                    assert refused.message.endswith(".")  # noqa: PT017 - some are tables
