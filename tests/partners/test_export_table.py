"""Files for spreadsheet programs: no formula in them, and what is to stay inside stays inside."""

import io
from datetime import date

from openpyxl import load_workbook

from tests.partners.tables import EMPTY
from workshop_kit.partner import PartnerBody, Ring, Status
from workshop_kit.partners.export_table import as_csv, as_xlsx
from workshop_kit.partners.table_rows import Rows, exported, partner_rows, tie_rows
from workshop_kit.tie import TieBody

WORDS = EMPTY.vocabulary()
PARTNERS = {
    "a1": PartnerBody(
        name="=HYPERLINK(1)",
        sectors=("police", "own_one"),
        influence=3,
        ring_now=Ring.CORE,
        approach_by=date(2026, 12, 1),
    ),
    "b2": PartnerBody(name="q̓ic̓əy̓ Friends", source="_x0041_", checked_on=date(1899, 1, 1)),
    "c3": PartnerBody(name="Club", status=Status.DECLINED),
}
TIES = {"t1": TieBody(first="a1", second="b2"), "t2": TieBody(first="a1", second="c3")}


def rows(**more: bool) -> tuple[Rows, Rows]:
    partners, ties = exported(PARTNERS, TIES, with_declined=more.pop("with_declined", False))
    return partner_rows(partners, WORDS, **more), tie_rows(ties, partners)


def test_ratings_and_who_declined_leave_only_when_asked_for() -> None:
    listed, tied = rows()
    assert not {"influence", "interest"} & set(listed.fields)
    assert [row[0] for row in listed.rows] == ["=HYPERLINK(1)", "q̓ic̓əy̓ Friends"]
    assert [row[-1] for row in tied.rows] == ["t1"]
    everything, all_ties = rows(with_declined=True, with_ratings=True)
    assert len(everything.rows) == 3
    assert everything.rows[1][everything.fields.index("influence")] == 3
    assert [row[1] for row in all_ties.rows] == ["q̓ic̓əy̓ Friends", "Club"]


def test_csv_holds_no_formula_and_is_utf_8() -> None:
    text = as_csv(rows()[0])
    assert text.startswith(b"\xef\xbb\xbfName,Kind,Sectors,")
    assert "\r\n'=HYPERLINK(1),Organization,Police and law enforcement; own_one," in text.decode()
    assert "2026-12-01" in text.decode()


def test_xlsx_has_types_a_heading_that_stays_and_no_formula() -> None:
    book = load_workbook(io.BytesIO(as_xlsx(*rows(with_ratings=True))))
    assert book.sheetnames == ["Partners", "Ties"]
    sheet = book["Partners"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:Q3")
    cells = {cell.value: sheet.cell(2, cell.column) for cell in sheet[1]}
    assert (cells["Name"].value, cells["Name"].data_type) == ("'=HYPERLINK(1)", "s")
    assert cells["Influence"].value == 3
    assert cells["Ask by"].is_date
    assert sheet.cell(3, cells["Last checked"].column).value == "1899-01-01"
    assert sheet.column_dimensions["A"].width >= 10


def test_partners_of_one_name_are_named_by_their_ids_in_ties() -> None:
    partners = {"a": PartnerBody(name="Club"), "b": PartnerBody(name="CLUB")}
    [row] = tie_rows({"t": TieBody(first="a", second="b")}, partners).rows
    assert row[:2] == ["a", "b"]


def test_there_may_be_nothing() -> None:
    listed, tied = partner_rows({}, WORDS), tie_rows({}, {})
    assert as_csv(listed).count(b"\r\n") == 1
    assert load_workbook(io.BytesIO(as_xlsx(listed, tied))).sheetnames == ["Partners"]
