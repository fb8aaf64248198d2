"""One line of a partner list as a record, over what is known of that partner already."""

from typing import Any, NamedTuple

from pydantic import ValidationError

from workshop_kit.partner import MAX_SECTORS, PartnerBody
from workshop_kit.partners.cell_values import (
    Found,
    date_value,
    list_value,
    order_of,
    quoted,
    text_value,
    ticked,
    word_value,
)
from workshop_kit.partners.columns import Column
from workshop_kit.partners.names import DATES, LISTS, PARTNER_FIELDS, RATINGS, shown
from workshop_kit.partners.table_file import Line, Table
from workshop_kit.partners.vocabulary import Vocabulary
from workshop_kit.words import _

_IN_WORDS = frozenset({"status", "kind", "ring_now", "ring_wanted", *RATINGS})
_MOST = {"sectors": MAX_SECTORS, "brings": 20}


class Reading(NamedTuple):
    """What a line says: values by field, fields that stand there empty, and what was left out."""

    values: dict[str, object]
    empty: frozenset[str]
    told: tuple[str, ...]


class Lines:
    """Reads the lines of one table.

    Parameters
    ----------
    columns
        What each column is; ``id`` is not read here.
    """

    def __init__(self, table: Table, columns: tuple[Column, ...], words: Vocabulary) -> None:
        self._columns = [one for one in columns if one.field not in {None, "id"}]
        self._words = words
        dated = {one.field: one.place for one in self._columns if one.field in DATES}
        self._orders = {field: order_of(table.column(at)) for field, at in dated.items()}

    def read(self, line: Line, *, adding: bool) -> Reading:
        """Return what a line says. ``adding`` tells whether the partner is new."""
        values: dict[str, object] = {}
        told: list[str] = []
        empty: set[str] = set()
        more: list[str] = []
        for column in self._columns:
            field, text = str(column.field), line.cells[column.place]
            name = field.partition(":")[0]
            if not text or (name in LISTS and self._words.is_nothing(text)):
                empty.add(name)
                continue
            if name == "kind" and (key := self._sector(text)):
                _put(values, "sectors", (key,))
                told.append(_("“{value}” is a sector. It was added there.", value=quoted(text)))
                continue
            found = self._value(field, text, adding=adding)
            told += found.told
            more += [found.more] if found.more else []
            if found.value is not None:
                _put(values, name, found.value)
        told += _shortened(values)
        if more:
            told += _with_words(values, more)
        return Reading(values, frozenset(empty - values.keys()), tuple(told))

    def _sector(self, kind: str) -> str:
        """Return the sector that stands where a kind should, or ""."""
        known = self._words.value("kind", kind) or self._words.is_nothing(kind)
        return "" if known else self._words.value("sectors", kind) or ""

    def _value(self, field: str, text: str, *, adding: bool) -> Found:
        if ":" in field:
            return ticked(field, text, self._words)
        if field in LISTS:
            return list_value(field, text, self._words)
        if field in _IN_WORDS or field in DATES:
            if self._words.is_nothing(text):
                return Found()
            if field in DATES:
                return date_value(field, text, self._orders[field])
            return word_value(field, text, self._words, adding=adding)
        return text_value(field, text)


def _put(values: dict[str, object], field: str, value: object) -> None:
    """Keep a value: several columns of a list are one list, of others the first one counts."""
    if isinstance(value, tuple):
        before = values.get(field, ())
        values[field] = tuple(dict.fromkeys((*before, *value)))  # type: ignore[misc]  # a tuple too
    else:
        values.setdefault(field, value)


def _shortened(values: dict[str, object]) -> list[str]:
    told = []
    for field, most in _MOST.items():
        listed = values.get(field)
        if isinstance(listed, tuple) and len(listed) > most:
            values[field] = listed[:most]
            told.append(
                _(
                    "“{field}” can hold {most}. Left out: {rest}.",
                    field=shown(PARTNER_FIELDS, field),
                    most=most,
                    rest=", ".join(listed[most:]),
                )
            )
    return told


def _with_words(values: dict[str, object], more: list[str]) -> list[str]:
    """Add what is no need that is known to what the partner brings in words."""
    said = str(values.get("brings_words", ""))
    words = "; ".join([*([said] if said else []), *(one for one in more if one not in said)])
    found = text_value("brings_words", words)
    if found.value is not None:
        values["brings_words"] = found.value
    return [
        _("“{value}” is no need that is known. It is kept in words.", value="; ".join(more))
        if found.value is not None
        else found.told[0]
    ]


def body_of(
    reading: Reading, before: PartnerBody | None, *, clears: bool
) -> tuple[PartnerBody, list[str]]:
    """Return the record after a line is taken, and what of it was left out.

    Parameters
    ----------
    before
        The record as it is; ``None`` for a new partner.
    clears
        Whether a cell that is empty empties the field too.

    Raises
    ------
    ValidationError
        The line gives no good record.
    """
    values: dict[str, Any] = before.model_dump() if before else {}
    if clears:
        for field in reading.empty & values.keys() - {"name"}:
            values[field] = PartnerBody.model_fields[field].get_default()
    values |= reading.values
    told = [] if before is None or clears else _kept(values, before)
    try:
        return PartnerBody.model_validate(values), told
    except ValidationError:
        rated = [field for field in RATINGS if values.get(field) is not None]
        body = PartnerBody.model_validate(values | dict.fromkeys(RATINGS))
        said = _("A Nation is not rated. Its ratings were left out.")
        return body, [*told, said] if rated else told


def _kept(values: dict[str, Any], before: PartnerBody) -> list[str]:
    """Keep the name as it was spelled, and what was in lists; return what found no room there."""
    values["name"] = before.name
    for field in LISTS:
        values[field] = tuple(dict.fromkeys((*getattr(before, field), *values[field])))
    return _shortened(values)
