"""What an import would do, as JSON for another program and as sentences for a person."""

from typing import Any

from workshop_kit.partners.cell_values import quoted
from workshop_kit.partners.columns import Column
from workshop_kit.partners.names import PARTNER_FIELDS, TIE_FIELDS, shown
from workshop_kit.partners.plan import Plan
from workshop_kit.partners.preview import FieldChange, Outcome, PartnerLine
from workshop_kit.partners.tie_lines import TieLine
from workshop_kit.words import _, n_


def counts(plan: Plan) -> dict[str, int]:
    """Return how many partners and ties an import adds, changes, leaves and refuses."""
    return {
        "added": plan.count(Outcome.ADD),
        "changed": plan.count(Outcome.CHANGE),
        "same": plan.count(Outcome.SAME),
        "refused": plan.count(Outcome.REFUSED),
    }


def document(plan: Plan) -> dict[str, Any]:
    """Return all of a plan as values that JSON holds."""
    return {
        **counts(plan),
        "told": [*plan.told],
        "columns": [_column(one) for one in plan.columns],
        "rows": [_row(one) for one in plan.partners],
        "tie_columns": [_column(one) for one in plan.tie_columns],
        "tie_rows": [_row(one) for one in plan.ties],
    }


def sentences(plan: Plan) -> list[str]:
    """Return what a person has to know: columns, rows with something to tell, and counts."""
    return [
        *plan.told,
        *(_column_told(one, PARTNER_FIELDS) for one in plan.columns),
        *(_column_told(one, TIE_FIELDS) for one in plan.tie_columns),
        *(said for one in plan.lines for said in _line_told(one)),
    ]


def sums(plan: Plan, *, done: bool) -> list[str]:
    """Return the counts of a plan, each in a sentence, for what was or would be done."""
    found = counts(plan)
    added, changed, same, refused = found.values()
    if done:
        first = [
            n_("{number} was added.", "{number} were added.", added),
            n_("{number} was changed.", "{number} were changed.", changed),
        ]
    else:
        first = [
            n_("{number} would be added.", "{number} would be added.", added),
            n_("{number} would be changed.", "{number} would be changed.", changed),
        ]
    return [
        *first,
        n_("{number} is there already.", "{number} are there already.", same),
        n_("{number} was refused.", "{number} were refused.", refused),
    ]


def _column(one: Column) -> dict[str, Any]:
    return {"heading": one.heading, "field": one.field, "why": one.why}


def _row(one: PartnerLine | TieLine) -> dict[str, Any]:
    return {
        "row": one.number,
        "name": one.name,
        "outcome": one.outcome.value,
        "changes": [change._asdict() for change in one.changes],
        "told": [*one.told],
    }


def _column_told(one: Column, fields: dict[str, str]) -> str:
    heading = quoted(one.heading)
    if one.field is None:
        return _("Column “{heading}” is left out. {why}", heading=heading, why=one.why)
    sort, _colon, key = one.field.partition(":")
    name = shown(fields, sort) + (f": {key}" if key else "")
    return _("Column “{heading}” is “{field}”. {why}", heading=heading, field=name, why=one.why)


def _line_told(one: PartnerLine | TieLine) -> list[str]:
    said = [*(_change_told(change, one) for change in one.changes), *one.told]
    if not said:
        return []
    name = quoted(one.name)
    what = _("Row {number}, “{name}”:", number=one.number, name=name)
    if one.outcome is Outcome.REFUSED:
        what = _("Row {number}, “{name}”, is refused.", number=one.number, name=name)
    return [" ".join([what, *said])]


def _change_told(change: FieldChange, one: PartnerLine | TieLine) -> str:
    fields = PARTNER_FIELDS if isinstance(one, PartnerLine) else TIE_FIELDS
    return _(
        "“{field}” changes from “{before}” to “{after}”.",
        field=shown(fields, change.field),
        before=_shown(change.before),
        after=_shown(change.after),
    )


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else str(value)
