"""Which column of a table is what: by its heading, else by what its cells look like."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from workshop_kit.partners.folded import folded
from workshop_kit.partners.names import DATES, LISTS, PARTNER_FIELDS, RATINGS, TIE_FIELDS, shown
from workshop_kit.partners.table_file import Table
from workshop_kit.partners.unusable import UnusableTable
from workshop_kit.partners.vocabulary import Known, Vocabulary
from workshop_kit.typed_date import Order, typed_date
from workshop_kit.words import N_, _

_MOST = 0.5
"""How many of a column's cells have to look like something, until it is taken for that."""
_SEEN = 300
"""Cells of a column that are looked at."""
_BETWEEN = re.compile(r"[;,/|\n\r]+")


class Column(NamedTuple):
    """One column of a table, and what it is taken for.

    ``field`` is a field's name; ``sectors:KEY`` or ``brings:KEY`` for one with a tick for each
    partner that has it; ``None`` where the column is left out. ``why`` says so in a sentence.
    """

    place: int
    heading: str
    field: str | None
    why: str


def is_of_ties(table: Table, words: Vocabulary) -> bool:
    """Tell whether a table says who works with whom: it names a first and a second partner."""
    found = {words.heading(heading, words.tie) for heading in table.headings}
    names = {words.heading(heading, words.partner) for heading in table.headings}
    return {"first", "second"} <= found and "name" not in names


def columns_of(
    table: Table,
    words: Vocabulary,
    chosen: Mapping[str, str | None] | None = None,
    *,
    of_ties: bool = False,
) -> tuple[Column, ...]:
    """Return what each column of a table is.

    Parameters
    ----------
    chosen
        What somebody said that columns are, by heading: a field, or ``None`` to leave one out.

    Raises
    ------
    UnusableTable
        A choice names a heading or a field that is not there, or none holds what is needed.
    """
    guess = _Guess(table, words, of_ties=of_ties)
    guess.choose(chosen or {})
    guess.by_headings()
    if not of_ties:
        guess.by_cells()
    return guess.columns()


class _Guess:
    """What is known of the columns so far."""

    def __init__(self, table: Table, words: Vocabulary, *, of_ties: bool) -> None:
        self._table, self._words = table, words
        self._known = words.tie if of_ties else words.partner
        self._fields = TIE_FIELDS if of_ties else PARTNER_FIELDS
        self._needed = ("first", "second") if of_ties else ("name",)
        self._found: dict[int, Column] = {}

    def choose(self, chosen: Mapping[str, str | None]) -> None:
        """Take what somebody said; it goes before every guess."""
        places = {folded(one): at for at, one in enumerate(self._table.headings)}
        for heading, field in chosen.items():
            if folded(heading) not in places:
                there = ", ".join(self._table.headings)
                raise UnusableTable(
                    _(
                        "No column is called “{heading}”. There are: {there}.",
                        heading=heading,
                        there=there,
                    )
                )
            self._take(places[folded(heading)], self._field(field), _("You chose it."))

    def by_headings(self) -> None:
        """Take the columns whose headings are known."""
        for at, heading in self._open():
            field = self._words.heading(heading, self._known)
            left_out = self._words.heading(heading, self._words.left_out)
            if field and self._is_free(field):
                self._take(at, field, _("The heading says so."))
            elif field:
                self._take(at, None, _("Another column is taken for this already."))
            elif left_out:
                self._take(at, None, shown(_LEFT_OUT, left_out))

    def by_cells(self) -> None:
        """Take the columns whose cells look like something; a name is what differs most."""
        for at, heading in self._open():
            cells = self._table.column(at)[:_SEEN]
            key = self._ticked(heading, cells)
            field = key or (self._looks_like(cells) if cells else "")
            if field:
                self._take(at, field, _("Its cells look like it."))
        if self._is_free("name"):
            rest = [(len(set(map(folded, self._table.column(at)))), -at) for at, _h in self._open()]
            if rest and max(rest)[0]:
                self._take(-max(rest)[1], "name", _("Its cells differ most, as names do."))

    def columns(self) -> tuple[Column, ...]:
        """Return all columns; raises :class:`UnusableTable` where what is needed is missing."""
        for at, _heading in self._open():
            self._take(at, None, _("It is not known what this is. Choose it, or leave it out."))
        for field in self._needed:
            if self._is_free(field):
                name = shown(self._fields, field)
                raise UnusableTable(
                    _("No column is “{name}”. Choose one, or write it above the column.", name=name)
                )
        return tuple(self._found[at] for at in sorted(self._found))

    def _open(self) -> list[tuple[int, str]]:
        return [(at, one) for at, one in enumerate(self._table.headings) if at not in self._found]

    def _take(self, at: int, field: str | None, why: str) -> None:
        self._found[at] = Column(at, self._table.headings[at], field, why)

    def _is_free(self, field: str) -> bool:
        return field in LISTS or all(one.field != field for one in self._found.values())

    def _field(self, typed: str | None) -> str | None:
        """Return a field from its name, its key, or a known heading."""
        if typed is None or folded(typed) in {"", "none", "leave out", "aucun"}:
            return None
        sort, _colon, key = typed.partition(":")
        if sort in LISTS and key and "first" not in self._fields:
            return f"{sort}:{self._words.value(sort, key) or key}"
        field = typed if typed in self._fields else self._words.heading(typed, self._known)
        if not field:
            raise UnusableTable(
                _(
                    "“{field}” is nothing that a column can be. Choose one of: {fields}.",
                    field=typed,
                    fields=", ".join(self._fields),
                )
            )
        return field

    def _ticked(self, heading: str, cells: list[str]) -> str:
        """Return the sector or need that a heading names, where its cells are ticks."""
        ticks = [cell for cell in cells if self._words.value("mark", cell)]
        if len(ticks) < _MOST * len(cells):
            return ""
        for sort in LISTS:
            if key := self._words.value(sort, heading):
                return f"{sort}:{key}"
        return ""

    def _looks_like(self, cells: list[str]) -> str:
        for field, fits in self._tests().items():
            sure = sum(map(fits, cells)) >= _MOST * len(cells)
            if sure and self._is_free(field):
                return field
        return ""

    def _tests(self) -> dict[str, Callable[[str], bool]]:
        values = self._words.values
        return {
            "status": lambda cell: _is_one(cell, values["status"]) and not cell.isdigit(),
            "kind": lambda cell: _is_one(cell, values["kind"]),
            "ring_now": lambda cell: _is_one(cell, values["ring"]),
            "sectors": lambda cell: (
                _is_one(cell, values["sectors"])
                or any(_is_one(part, values["sectors"]) for part in _BETWEEN.split(cell))
            ),
            **dict.fromkeys(RATINGS, lambda cell: cell in {"1", "2", "3"}),
            **dict.fromkeys(reversed(DATES), _is_date),
        }


def _is_one(cell: str, known: Known) -> bool:
    return folded(cell) in known


def _is_date(cell: str) -> bool:
    return typed_date(cell, Order.DAY_FIRST) is not None


_LEFT_OUT = {
    "street": N_("Street addresses are not kept: they could tell where a shelter is."),
    "person": N_("This may point to one person. If anybody may know it, choose “Public line”."),
}
