"""What an import would do, line by line, before anything is written."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from pydantic import ValidationError

from workshop_kit.partner import PartnerBody
from workshop_kit.partners.cell_values import quoted
from workshop_kit.partners.columns import Column
from workshop_kit.partners.folded import folded
from workshop_kit.partners.held import HeldPartner, PartnerIds, is_of_the_kit
from workshop_kit.partners.names import PARTNER_FIELDS
from workshop_kit.partners.record import Lines, Reading, body_of
from workshop_kit.partners.table_file import Line, Table
from workshop_kit.partners.vocabulary import Vocabulary
from workshop_kit.words import _


class Outcome(StrEnum):
    """What an import does with a line."""

    ADD = "add"
    SAME = "same"
    CHANGE = "change"
    REFUSED = "refused"


class FieldChange(NamedTuple):
    """A field that changes; values as JSON has them."""

    field: str
    before: object
    after: object


class PartnerLine(NamedTuple):
    """What becomes of one line.

    ``id``, ``revision`` (0 for a new one) and ``body`` are what would be written; ``before`` is
    what stands there now. ``told`` says what of the line was left out, or could be wrong; where a
    line is refused, it says why.
    """

    number: int
    name: str
    outcome: Outcome
    id: str = ""
    revision: int = 0
    body: PartnerBody | None = None
    before: PartnerBody | None = None
    changes: tuple[FieldChange, ...] = ()
    told: tuple[str, ...] = ()


def partner_lines(
    table: Table,
    columns: tuple[Column, ...],
    words: Vocabulary,
    held: Mapping[str, HeldPartner],
    ids: PartnerIds,
) -> list[PartnerLine]:
    """Return what becomes of each line of a table; ``ids`` learns the new partners.

    A line with the id of a partner says all of its columns anew: an empty cell empties the field.
    A line that is known by its name alone adds and changes, and empties nothing.
    """
    return _Preview(table, columns, words, held, ids).lines()


def warnings_of(columns: tuple[Column, ...]) -> list[str]:
    """Return what a person has to look at, as no program can know it."""
    return [
        _(
            "Look through “{heading}”. Write positions there, and no names of persons.",
            heading=one.heading,
        )
        for one in columns
        if one.field == "contact_position"
    ]


class _Preview:
    def __init__(
        self,
        table: Table,
        columns: tuple[Column, ...],
        words: Vocabulary,
        held: Mapping[str, HeldPartner],
        ids: PartnerIds,
    ) -> None:
        self._table, self._held, self._ids = table, held, ids
        self._reads = Lines(table, columns, words)
        places = {one.field: one.place for one in columns}
        self._id_at, self._name_at = places.get("id"), places["name"]
        self._seen: dict[str, Line] = {}

    def lines(self) -> list[PartnerLine]:
        return [self._line(line) for line in self._table.lines]

    def _line(self, line: Line) -> PartnerLine:
        name = line.cells[self._name_at]
        typed = line.cells[self._id_at] if self._id_at is not None else ""
        id_ = typed if typed in self._held else self._ids.by_name(name)
        own = id_ or (typed if is_of_the_kit(typed) else folded(name))
        if earlier := self._seen.get(own):
            return _repeated(line, name, earlier)
        held = self._held.get(id_)
        reading = self._reads.read(line, adding=held is None)
        if "name" not in reading.values and (name or held is None):
            return _refused(line, name, reading)
        try:
            before = held.body if held else None
            body, left_out = body_of(reading, before, clears=id_ == typed)
        except ValidationError as error:
            return _refused(line, name, reading, str(error.errors()[0]["loc"][0]))
        self._seen |= dict.fromkeys({own, id_ or folded(name)}, line)
        done = self._new(line, typed, body) if held is None else _over(line, id_, held, body)
        return done._replace(told=(*reading.told, *left_out))

    def _new(self, line: Line, typed: str, body: PartnerBody) -> PartnerLine:
        id_ = self._ids.add(typed, body.name)
        return PartnerLine(line.number, body.name, Outcome.ADD, id_, 0, body)


def _repeated(line: Line, name: str, earlier: Line) -> PartnerLine:
    if earlier.cells == line.cells:
        told = _("It stands in row {number} already.", number=earlier.number)
        return PartnerLine(line.number, name, Outcome.SAME, told=(told,))
    told = _(
        "“{name}” stands in row {number} already. Make one row of both, then import again.",
        name=quoted(name),
        number=earlier.number,
    )
    return PartnerLine(line.number, name, Outcome.REFUSED, told=(told,))


def _over(line: Line, id_: str, held: HeldPartner, body: PartnerBody) -> PartnerLine:
    """Return a line about a partner that is there: the same, or a change of some fields."""
    before, after = (one.model_dump(mode="json") for one in (held.body, body))
    changes = tuple(
        FieldChange(field, before[field], after[field])
        for field in PARTNER_FIELDS
        if field != "id" and before[field] != after[field]
    )
    outcome = Outcome.CHANGE if changes else Outcome.SAME
    return PartnerLine(
        line.number, body.name, outcome, id_, held.revision, body, held.body, changes
    )


def _refused(line: Line, name: str, reading: Reading, field: str = "") -> PartnerLine:
    if not name:
        why = _("There is no name in this row. Write one, or remove the row.")
    elif field:
        why = _("“{field}” cannot be used. Correct it, then import again.", field=field)
    else:
        why = _("Write the name of the program alone, then import again.")
    return PartnerLine(line.number, name, Outcome.REFUSED, told=(*reading.told, why))
