"""The group's own tables: whatever a spreadsheet writes, and whatever is wrong in it."""

import contextlib
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.own_folders import HELP, LINE, RESOURCE, RESOURCES, OwnFolder
from workshop_kit.content import own_sheets
from workshop_kit.content.own_rows import checked, own_rows
from workshop_kit.content.own_sheets import SHEETS, Sheet
from workshop_kit.content.own_table import parsed

PERSIAN = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0646\u0645"  # a mark inside it belongs to it
NAMES = own_sheets.HELP_LINES


def values(own: OwnFolder) -> list[str]:
    return [row.values["name"] for row in own_rows(NAMES).rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_in_which_spreadsheets_save(
    own: OwnFolder, delimiter: str, encoding: str, end: str
) -> None:
    name = "Café, Élan; 7\tlines"
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerows([HELP.split(","), [name, *LINE.split(",")[1:]]])
    own.save("help_lines.csv", text.getvalue().encode(encoding))
    assert own_rows(NAMES).problems == ()
    assert values(own) == ["Café, Élan; 7 lines"]


def test_headings_in_any_order_and_case(own: OwnFolder) -> None:
    own.table("help_lines.csv", "Notes;FOR_WHOM;Number *; Name ", "x;Anyone;(604) 555-0100;Crisis")
    [row] = own_rows(NAMES).rows
    assert (row.values["name"], row.values["number"]) == ("Crisis", "604-555-0100")
    assert row.values["hours"] == ""


def test_a_first_line_that_names_the_delimiter_is_no_row(own: OwnFolder) -> None:
    own.save("help_lines.csv", b"sep=|\r\nname|number|for whom\r\nCrisis|211|Anyone\r\nBad|x|y\r\n")
    found = own_rows(NAMES)
    assert [row.values["number"] for row in found.rows] == ["2-1-1"]
    assert "row 3, column “number”: it says “x”" in found.problems[0]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (LINE.replace("604-555-0100", "call us"), "column “number”: it says “call us”"),
        (LINE.replace("604-555-0100", "1.60455E+10"), "column “number”"),
        (LINE.replace("Maple Valley crisis line", " "), "column “name”: it says “”. Something is"),
        (LINE.replace("2026-05-01", "03/04/2026"), "can be read in two ways"),
        (LINE.replace("2026-05-01", "2999-01-01"), "not in the future"),
        (LINE.replace("2026-05-01", "soon"), "year-month-day"),
        (LINE.replace("Anyone here", "x" * 201), "200 letters at most"),
    ],
)
def test_a_wrong_row_is_named_and_good_ones_are_used(own: OwnFolder, line: str, said: str) -> None:
    own.table("help_lines.csv", HELP, LINE, "", line, LINE.replace("Maple", "Cedar"))
    found = own_rows(NAMES)
    assert values(own) == ["Maple Valley crisis line", "Cedar Valley crisis line"]
    [problem] = found.problems
    assert problem.startswith("“help_lines.csv”, row 4, column ")
    assert said in problem


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript://example.org/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "https://",
        "https://[",
        "https://nobody@example.org",
        "https://exa mple.org",
        "example",
        "//example.org",
    ],
)
def test_addresses_that_are_refused(own: OwnFolder, address: str) -> None:
    own.table("resources.csv", RESOURCES, RESOURCE.replace("https://example.org/map", address))
    found = own_rows(own_sheets.RESOURCES)
    assert found.rows == ()
    assert "https://" in found.problems[0]


def test_an_address_without_its_beginning_gets_one(own: OwnFolder) -> None:
    own.table("resources.csv", RESOURCES, RESOURCE.replace("https://example.org/map", "www.a.org"))
    assert own_rows(own_sheets.RESOURCES).rows[0].values["address"] == "https://www.a.org"


def test_marks_that_turn_text_around_and_line_breaks_are_taken_out(own: OwnFolder) -> None:
    own.table("help_lines.csv", HELP, '"\u202eMaple\n\u2066\u200bline",211,' + PERSIAN)
    [row] = own_rows(NAMES).rows
    assert row.values["name"] == "Maple line"
    assert row.values["for_whom"] == PERSIAN


def test_without_a_needed_heading_nothing_is_used(own: OwnFolder) -> None:
    own.table("help_lines.csv", "name,phone", "Crisis,211")
    assert own_rows(NAMES).rows == ()
    assert "no heading “number”" in own_rows(NAMES).problems[0]


def test_what_is_there_from_the_start_says_nothing(own: OwnFolder) -> None:
    for sheet in SHEETS.values():
        assert own_rows(sheet) == ((), ())
    (own.path / "help_lines.csv").unlink()
    assert own_rows(NAMES) == ((), ())


def test_a_change_is_seen_at_once(own: OwnFolder) -> None:
    own.table("help_lines.csv", HELP, LINE)
    assert values(own) == ["Maple Valley crisis line"]
    own.table("help_lines.csv", HELP, LINE.replace("Maple", "Cedar"))
    assert values(own) == ["Cedar Valley crisis line"]


def test_a_link_to_elsewhere_is_not_followed(own: OwnFolder, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text(f"{HELP}\n{LINE}\n")
    (own.path / "help_lines.csv").unlink()
    (own.path / "help_lines.csv").symlink_to(tmp_path / "secret.csv")
    found = own_rows(NAMES)
    assert found.rows == ()
    assert "is a link" in found.problems[0]


def test_a_folder_in_the_place_of_a_table_is_told(own: OwnFolder) -> None:
    (own.path / "help_lines.csv").unlink()
    (own.path / "help_lines.csv").mkdir()
    assert own_rows(NAMES).rows == ()
    assert own_rows(NAMES).problems


def test_a_million_rows_are_refused_and_a_thousand_cut(own: OwnFolder) -> None:
    own.save("help_lines.csv", (HELP + "\n" + (LINE + "\n") * 1_000_000).encode())
    assert own_rows(NAMES).rows == ()
    assert "larger than 1 MB" in own_rows(NAMES).problems[0]
    rows = [LINE.replace("Maple", f"M{number}") for number in range(1000)]
    own.table("help_lines.csv", HELP, *rows)
    found = own_rows(NAMES)
    assert len(found.rows) == 30
    assert len(found.problems) == 1
    assert "Row 32 and all below it" in found.problems[0]


def test_a_quotation_mark_that_is_never_closed_breaks_nothing(own: OwnFolder) -> None:
    own.table("help_lines.csv", HELP, LINE, '"' + "x" * 200_000)
    assert "quotation mark" in own_rows(NAMES).problems[0]


@given(st.binary(max_size=400), st.sampled_from([*SHEETS.values()]))
def test_no_bytes_raise_anything(data: bytes, sheet: Sheet) -> None:
    for start in (b"", ",".join(sheet.headings).encode() + b"\n"):
        with contextlib.suppress(ValueError):  # with a sentence, as other tests show
            checked(parsed(start + data, sheet), sheet)


@given(st.lists(st.text(max_size=30), min_size=7, max_size=7), st.sampled_from([*SHEETS.values()]))
def test_no_cells_raise_anything_and_what_is_used_is_within_bounds(
    cells: list[str], sheet: Sheet
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([sheet.headings, cells])
    found = checked(parsed(text.getvalue().encode("utf-8", "replace"), sheet), sheet)
    for row in found.rows:
        for column in sheet.columns:
            value = row.values[column.name]
            assert len(value) <= max(column.most, 12)
            assert "\n" not in value
            assert value or not column.needed
        assert row.values.get("address", "http").startswith("http")
