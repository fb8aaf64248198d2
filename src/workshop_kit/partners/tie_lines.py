"""What an import would do with each line of a table of ties."""

from collections.abc import Mapping
from typing import NamedTuple

from workshop_kit.model import new_id
from workshop_kit.partners.cell_values import quoted
from workshop_kit.partners.columns import Column
from workshop_kit.partners.held import HeldTie, PartnerIds, is_of_the_kit
from workshop_kit.partners.names import TIE_FIELDS, shown
from workshop_kit.partners.preview import FieldChange, Outcome
from workshop_kit.partners.table_file import Line, Table
from workshop_kit.partners.vocabulary import Vocabulary
from workshop_kit.tie import TieBody, TieKind
from workshop_kit.words import _


class TieLine(NamedTuple):
    """What becomes of one tie; fields as in :class:`~workshop_kit.partners.preview.PartnerLine`."""

    number: int
    name: str
    outcome: Outcome
    id: str = ""
    revision: int = 0
    body: TieBody | None = None
    before: TieBody | None = None
    changes: tuple[FieldChange, ...] = ()
    told: tuple[str, ...] = ()


def tie_lines(
    table: Table,
    columns: tuple[Column, ...],
    words: Vocabulary,
    held: Mapping[str, HeldTie],
    ids: PartnerIds,
) -> list[TieLine]:
    """Return what becomes of each line of a table of ties.

    Partners are named by their id or, folded, by their exact name. A tie is the one of its id,
    else the one of the same two partners and the same kind.
    """
    preview = _Preview(columns, words, held, ids)
    return [preview.line(line) for line in table.lines]


class _Preview:
    def __init__(
        self,
        columns: tuple[Column, ...],
        words: Vocabulary,
        held: Mapping[str, HeldTie],
        ids: PartnerIds,
    ) -> None:
        self._places = {one.field: one.place for one in columns if one.field}
        self._words, self._held, self._ids = words, held, ids
        self._by_ends = {_ends(held[id_].body): id_ for id_ in sorted(held, reverse=True)}
        self._seen: dict[object, int] = {}

    def line(self, line: Line) -> TieLine:
        cells = {field: line.cells[at] for field, at in self._places.items()}
        name = f"{quoted(cells['first'])} - {quoted(cells['second'])}"
        first, second = (self._ids.find(cells[field]) for field in ("first", "second"))
        refused = TieLine(line.number, name, Outcome.REFUSED)
        for field, found in (("first", first), ("second", second)):
            if not found:
                return refused._replace(told=(_unknown(cells[field]),))
        if first == second:
            return refused._replace(told=(_("A tie is between two partners. Name another one."),))
        held = self._held.get(cells.get("id", ""))
        read, told = self._values(cells, held)
        body = TieBody.model_validate({**read, "first": first, "second": second})
        done = self._done(line, name, cells.get("id", ""), body)
        return done._replace(told=done.told or tuple(told))

    def _values(
        self, cells: dict[str, str], held: HeldTie | None
    ) -> tuple[dict[str, object], list[str]]:
        values: dict[str, object] = held.body.model_dump() if held else {}
        told = []
        for field, sort in (("kind", "tie_kind"), ("strength", "strength"), ("directed", "mark")):
            text = cells.get(field, "")
            if self._words.is_nothing(text):
                continue
            key = self._words.value(sort, text)
            if key is None:
                told.append(_not_known(field, text))
                key = TieKind.OTHER if field == "kind" else None
            if key is not None:
                values[field] = key == "yes" if field == "directed" else key
        return values, told

    def _done(self, line: Line, name: str, typed: str, body: TieBody) -> TieLine:
        id_ = typed if typed in self._held else self._by_ends.get(_ends(body), "")
        own = id_ or (typed if is_of_the_kit(typed) else _ends(body))
        if own in self._seen:
            told = (_("It stands in row {number} already.", number=self._seen[own]),)
            return TieLine(line.number, name, Outcome.SAME, told=told)
        self._seen[own] = line.number
        held = self._held.get(id_)
        if held is None:
            fresh = typed if is_of_the_kit(typed) else new_id()
            return TieLine(line.number, name, Outcome.ADD, fresh, 0, body)
        before, after = (one.model_dump(mode="json") for one in (held.body, body))
        changes = tuple(
            FieldChange(field, before[field], after[field])
            for field in TIE_FIELDS
            if field != "id" and before[field] != after[field]
        )
        outcome = Outcome.CHANGE if changes else Outcome.SAME
        return TieLine(line.number, name, outcome, id_, held.revision, body, held.body, changes)


def _ends(body: TieBody) -> tuple[object, ...]:
    ends = (body.first, body.second)
    return (body.kind, *(ends if body.directed else sorted(ends)))


def _unknown(text: str) -> str:
    if not text:
        return _("A tie has two partners. One is missing here: write its name.")
    return _("No partner is called “{name}”. Add it first, or correct the name.", name=quoted(text))


def _not_known(field: str, text: str) -> str:
    if field == "kind":
        return _("Kind of tie: “{value}” is not known. Taken as “Other”.", value=quoted(text))
    return _(
        "{field}: “{value}” is not known. It was left out.",
        field=shown(TIE_FIELDS, field),
        value=quoted(text),
    )
