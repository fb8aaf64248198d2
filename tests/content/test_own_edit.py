"""Changing the group's own tables: nothing that somebody else put there is lost."""

import codecs
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content.own_folders import HELP, LINE, OwnFolder
from workshop_kit.content.own_edit import add_row, put_back_row, remove_row, table_to_save
from workshop_kit.content.own_errors import BadCell, OwnTableUnusable, UnknownRow
from workshop_kit.content.own_folder import OWN, prepare_own_folder
from workshop_kit.content.own_rows import own_rows
from workshop_kit.content.own_sheets import HELP_LINES

NEW = {"name": "Elders' line", "number": "(604) 555-0199", "for_whom": "Elders"}


def test_a_row_is_added_once_however_often_it_is_sent(own: OwnFolder) -> None:
    first = add_row(HELP_LINES, NEW)
    assert add_row(HELP_LINES, NEW) == first
    [row] = own_rows(HELP_LINES).rows
    assert row.id == first
    assert row.values["number"] == "604-555-0199"
    assert (own.path / "help_lines.csv").read_bytes().startswith(codecs.BOM_UTF8 + b"name,number")


def test_rows_and_columns_that_we_do_not_know_stay(own: OwnFolder) -> None:
    path = own.table(
        "help_lines.csv",
        "Our notes;For Whom;Name;Number",
        "=1+1;Anyone;Crisis;211",
        "",
        "half a row",
        "x;y;z;no number",
    )
    row = add_row(HELP_LINES, {**NEW, "hours": "9 to 5"})
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Our notes;For Whom;Name;Number;hours;")
    assert lines[1:5] == ["=1+1;Anyone;Crisis;211", "", "half a row", "x;y;z;no number"]
    assert lines[5].startswith(";Elders;Elders' line;604-555-0199;9 to 5")
    removed = remove_row(HELP_LINES, row)
    assert len(path.read_text("utf-8-sig").splitlines()) == 5
    assert put_back_row(HELP_LINES, removed) == row
    assert path.read_text("utf-8-sig").splitlines() == lines


def test_a_row_that_was_taken_out_comes_back_where_it_was(own: OwnFolder) -> None:
    rows = [LINE.replace("Maple", name) for name in ("One", "Two", "Three")]
    path = own.table("help_lines.csv", HELP, *rows)
    before = path.read_bytes()
    two = own_rows(HELP_LINES).rows[1]
    removed = remove_row(HELP_LINES, two.id)
    with pytest.raises(UnknownRow):
        remove_row(HELP_LINES, two.id)
    for _again in range(2):
        put_back_row(HELP_LINES, removed)
    assert path.read_bytes().rstrip() == before.rstrip()


def test_a_value_that_does_not_fit_names_its_column(own: OwnFolder) -> None:
    before = (own.path / "help_lines.csv").read_bytes()
    for values, column in (
        ({**NEW, "number": "x"}, "number"),
        ({**NEW, "for_whom": " \u202e "}, "for_whom"),
        ({**NEW, "last_checked": "13/13/2020"}, "last_checked"),
    ):
        with pytest.raises(BadCell) as caught:
            add_row(HELP_LINES, values)
        assert caught.value.column == column
    assert (own.path / "help_lines.csv").read_bytes() == before


def test_formulas_are_told_as_text_and_saved_so_that_none_runs(own: OwnFolder) -> None:
    formula = '=HYPERLINK("http://example.org","click")'
    add_row(HELP_LINES, {**NEW, "name": formula})
    assert own_rows(HELP_LINES).rows[0].values["name"] == formula
    assert b"'=HYPERLINK" in (own.path / "help_lines.csv").read_bytes()
    own.table("help_lines.csv", HELP, "=cmd|x,211,Anyone,,,,")
    assert b"'=cmd|x" in table_to_save(HELP_LINES)


def test_a_table_that_cannot_be_read_is_not_touched(own: OwnFolder) -> None:
    path = own.table("help_lines.csv", "some,other,table", "1,2,3")
    before = path.read_bytes()
    with pytest.raises(OwnTableUnusable, match="no heading “name”"):
        add_row(HELP_LINES, NEW)
    assert path.read_bytes() == before


def test_a_link_is_not_written_through(own: OwnFolder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.csv").write_text(HELP)
    (own.path / "help_lines.csv").unlink()
    (own.path / "help_lines.csv").symlink_to(tmp_path / "elsewhere.csv")
    with pytest.raises(OwnTableUnusable):
        add_row(HELP_LINES, NEW)
    assert (tmp_path / "elsewhere.csv").read_text() == HELP


def test_without_a_folder_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(OWN, raising=False)
    assert own_rows(HELP_LINES) == ((), ())
    with pytest.raises(OwnTableUnusable):
        add_row(HELP_LINES, NEW)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_removing_and_bringing_back_loses_no_cell(own: OwnFolder, rest: bytes) -> None:
    own.save("help_lines.csv", f"{HELP},more\n{LINE},".encode() + rest)
    for row in own_rows(HELP_LINES).rows:
        before = table_to_save(HELP_LINES)
        put_back_row(HELP_LINES, remove_row(HELP_LINES, row.id))
        assert table_to_save(HELP_LINES) == before


def test_the_folder_explains_itself_and_keeps_what_is_there(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    prepare_own_folder(folder)
    (folder / "help_lines.csv").write_text("mine")
    (folder / "copies" / ".part-1").touch()
    (folder / "copies" / ".removed-welcome.pdf").touch()
    (folder / "copies" / "welcome.pdf").touch()
    prepare_own_folder(folder)
    assert (folder / "help_lines.csv").read_text() == "mine"
    assert (folder / "README.txt").read_text("utf-8-sig").startswith("YOUR GROUP'S OWN")
    assert (folder / "resources.csv").read_bytes().startswith(codecs.BOM_UTF8 + b"title,address")
    assert [path.name for path in (folder / "copies").iterdir()] == ["welcome.pdf"]
