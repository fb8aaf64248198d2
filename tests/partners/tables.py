"""Tables as people's programs save them, made by hand."""

import csv
import io
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook

from workshop_kit.partner import PartnerBody
from workshop_kit.partners.held import HeldPartner, HeldTie
from workshop_kit.partners.plan import Map, Plan, plan_import
from workshop_kit.tie import TieBody

EMPTY = Map({}, {})
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS}"/>'
    "</manifest:manifest>"
)


def as_text(rows: Sequence[Sequence[object]], delimiter: str = ",") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def as_xlsx(rows: Sequence[Sequence[Any]], *merged: str, title: str = "List") -> bytes:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    for area in merged:
        book.active.merge_cells(area)
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_ods(rows: str, before: str = '<?xml version="1.0"?>') -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", _ODS)
        packed.writestr("META-INF/manifest.xml", _MANIFEST)
        packed.writestr(
            "content.xml",
            f"{before}<office:document-content {_SPACES}><office:body><office:spreadsheet>"
            f'<table:table table:name="List">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return file.getvalue()


def ods_row(*cells: str, repeated: int = 1) -> str:
    inside = "".join(map(_ods_cell, cells))
    return f'<table:table-row table:number-rows-repeated="{repeated}">{inside}</table:table-row>'


def _ods_cell(text: str) -> str:
    if not text:
        return "<table:table-cell/>"
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{escape(text)}</text:p></table:table-cell>"
    )


def ods_day(day: str) -> str:
    return (
        f'<table:table-cell office:value-type="date" office:date-value="{day}">'
        f"<text:p>{day}</text:p></table:table-cell>"
    )


def planned(file: bytes | str, held: Map = EMPTY, **more: Any) -> Plan:
    data = file.encode("utf-8") if isinstance(file, str) else file
    return plan_import(data, held, held.vocabulary(), **more)


def room(partners: dict[str, PartnerBody], ties: dict[str, TieBody] | None = None) -> Map:
    """What a room holds, each at its first revision."""
    return Map(
        {id_: HeldPartner(1, body) for id_, body in partners.items()},
        {id_: HeldTie(1, body) for id_, body in (ties or {}).items()},
    )


def bodies(plan: Plan) -> list[PartnerBody]:
    return [one.body for one in plan.partners if one.body]


def names(plan: Plan) -> list[str]:
    return [one.name for one in bodies(plan)]
