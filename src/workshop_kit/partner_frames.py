"""The partner map as tables for pandas: partners, ties, and which sectors are covered."""

from collections.abc import Iterable
from typing import Any

from pandas import DataFrame, to_datetime

from workshop_kit.model import Entry
from workshop_kit.partner import PartnerBody, Status
from workshop_kit.partners.coverage import coverage
from workshop_kit.partners.partner_map import PartnerMap, Partners, in_order
from workshop_kit.tie import TieBody

RATINGS = ("influence", "interest")
PARTNER_COLUMNS = ("id", *PartnerBody.model_fields)
TIE_COLUMNS = ("id", "first", "first_name", "second", "second_name", "kind", "strength", "directed")
COVERAGE_COLUMNS = (
    *("sector", "name", "group", "state", "members", "contacted", "possible", "reason", "why"),
)
_DAYS = ("approach_by", "checked_on")


def map_of(entries: Iterable[Entry], *, with_declined: bool) -> PartnerMap:
    """Return the partner map among a session's entries, perhaps without those who declined.

    Ties with a partner who is not in it are left out.
    """
    found = list(entries)
    partners = {
        entry.key: PartnerBody.model_validate(entry.body)
        for entry in found
        if entry.kind == "partner"
    }
    kept = {
        key: body
        for key, body in partners.items()
        if with_declined or body.status is not Status.DECLINED
    }
    ties = {entry.key: TieBody.model_validate(entry.body) for entry in found if entry.kind == "tie"}
    between = {
        key: body for key, body in ties.items() if body.first in kept and body.second in kept
    }
    return PartnerMap(kept, between)


def partners_frame(found: PartnerMap, *, with_ratings: bool) -> DataFrame:
    """Return a row for each partner, by name; columns as :data:`PARTNER_COLUMNS`.

    Days are of type ``datetime64``, ratings whole numbers that may be missing.
    """
    rows = [
        {"id": one, **found.partners[one].model_dump(mode="json")}
        for one in in_order(found.partners)
    ]
    frame = DataFrame(rows, columns=list(PARTNER_COLUMNS))
    for column in _DAYS:
        frame[column] = to_datetime(frame[column])
    frame = frame.astype(dict.fromkeys(RATINGS, "Int64"))
    return frame if with_ratings else frame.drop(columns=list(RATINGS))


def ties_frame(found: PartnerMap) -> DataFrame:
    """Return a row for each tie, by the names of its partners; columns as :data:`TIE_COLUMNS`."""
    rows = [_tie(one, body, found.partners) for one, body in found.ties.items()]
    rows.sort(key=lambda row: (row["first_name"], row["second_name"], row["id"]))
    return DataFrame(rows, columns=list(TIE_COLUMNS))


def coverage_frame(found: PartnerMap) -> DataFrame:
    """Return a row for each sector, in the toolkit's order; columns as :data:`COVERAGE_COLUMNS`.

    ``members``, ``contacted`` and ``possible`` are numbers of partners.
    """
    rows = []
    for one in coverage(found.partners):
        row = one.model_dump(mode="json", include=set(COVERAGE_COLUMNS))
        counts = {name: len(row[name]) for name in ("members", "contacted", "possible")}
        rows.append({**row, **counts, "group": one.group_name, "state": one.state_name})
    return DataFrame(rows, columns=list(COVERAGE_COLUMNS))


def _tie(key: str, body: TieBody, partners: Partners) -> dict[str, Any]:
    names = {"first_name": partners[body.first].name, "second_name": partners[body.second].name}
    return {"id": key, **body.model_dump(mode="json"), **names}
