"""Many people's writes in three statements, however many there are.

Python's ``sqlite3`` lets go of the interpreter's lock for every row it steps through, and has to
wait for it again while a busy server serves (up to 5 ms each, ``sys.getswitchinterval``). So what
decides about all writes is read with one statement, and all rows are stored with two: SQLite takes
them apart itself (``json_each``, in “JSON Functions And Operators” of its documentation).
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    DateTime,
    String,
    and_,
    bindparam,
    case,
    exists,
    func,
    insert,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.sqlite import insert as insert_or

from workshop_kit.kinds import GATES, QuestionState
from workshop_kit.model import ROOM, Receipt, SessionState, Write, new_id, now
from workshop_kit.store import entries
from workshop_kit.store.savepoint import alone
from workshop_kit.store.tables import author, entry, receipt, session

_row = func.json_each(bindparam("rows", type_=String)).table_valued("key", "value", name="row")
_session = bindparam("session", type_=String)
_at = bindparam("at", type_=DateTime)
_gate = entry.alias()


def _field(place: int) -> ColumnElement[Any]:
    return func.json_extract(_row.c.value, f"$[{place}]")


_KIND, _KEY, _AUTHOR, _WRITE_ID, _REVISION, _WHILE_OPEN = map(_field, range(6))
_IS_OPEN = exists().where(
    session.c.id == _session, session.c.body["state"].as_string() == SessionState.OPEN.value
)
_IS_HERE = exists().where(author.c.session == _session, author.c.id == _AUTHOR)
_IS_ACKNOWLEDGED = exists().where(
    receipt.c.session == _session, receipt.c.author == _AUTHOR, receipt.c.write_id == _WRITE_ID
)
_GATE_IS_OPEN = exists().where(
    _gate.c.session == _session,
    _gate.c.kind == case(GATES, value=_KIND, else_=""),
    _gate.c.key == _WHILE_OPEN,
    _gate.c.author == ROOM,
    _gate.c.body["state"].as_string() == QuestionState.OPEN.value,
)
# Each condition looks one row up for each write. As joins, SQLite began with all who joined.
_STANDING = (
    select(func.json_group_array(func.json_array(_row.c.key, entry.c.id)))
    .select_from(_row)
    .outerjoin(
        entry,
        and_(
            entry.c.session == _session,
            entry.c.kind == _KIND,
            entry.c.key == _KEY,
            entry.c.author == _AUTHOR,
        ),
    )
    .where(
        _IS_OPEN,
        _IS_HERE,
        ~_IS_ACKNOWLEDGED,
        func.coalesce(entry.c.revision, 0) == _REVISION,
        or_(_WHILE_OPEN.is_(None), _GATE_IS_OPEN),
    )
)

_NEW = ("id", "session", "kind", "key", "author", "revision", "body", "written_at")
_ID, *_PLACE, _BODY, _WRITE = map(_field, range(7))
_INSERT = insert_or(entry).from_select(
    _NEW, select(_ID, _session, *_PLACE, _BODY, _at).select_from(_row).where(true())
)
_STORE = _INSERT.on_conflict_do_update(
    index_elements=["id"],
    set_={name: _INSERT.excluded[name] for name in ("revision", "body", "written_at")},
)
_REMEMBER = insert(receipt).from_select(
    ("session", "author", "write_id", "entry_id", "revision", "written_at"),
    select(_session, _PLACE[2], _WRITE, _ID, _PLACE[3], _at).select_from(_row),
)


class _New(NamedTuple):
    """A row of what is stored; :data:`_STORE` and :data:`_REMEMBER` read it by place."""

    id: str
    kind: str
    key: str
    author: str
    revision: int
    body: str
    write_id: str


def put_all(
    connection: Connection, session_id: str, writes: Sequence[Write]
) -> list[Receipt | Exception]:
    """Store bodies, each as :func:`entries.put` would; return its receipt or why it was refused.

    What stands alone and is allowed goes together. The rest follows one by one: a write that is
    refused, one that was acknowledged before, a second one of the same place or write id, and
    all from one of the room's on, which may decide about others.
    """
    standing = _standing(connection, session_id, writes, _alone_in_place(writes))
    stored = _store(connection, session_id, writes, standing)
    return [
        stored[number]
        if number in stored
        else alone(connection, lambda c, w=write: entries.put(c, session_id, w))  # type: ignore[misc]
        for number, write in enumerate(writes)
    ]


def _alone_in_place(writes: Sequence[Write]) -> list[int]:
    """Return the numbers of the writes that nothing before them touches."""
    found, seen = [], set[tuple[str, ...]]()
    for number, write in enumerate(writes):
        if write.author == ROOM:
            break
        marks = {(write.kind, write.key, write.author), (write.author, write.write_id)}
        if seen.isdisjoint(marks):
            found.append(number)
        seen |= marks
    return found


def _standing(
    connection: Connection, session_id: str, writes: Sequence[Write], numbers: list[int]
) -> dict[int, str | None]:
    """Return which writes are allowed, with the id of the entry that each replaces."""
    asked = [
        (w.kind, w.key, w.author, w.write_id, w.revision, w.while_open)
        for w in (writes[number] for number in numbers)
    ]
    found = connection.execute(_STANDING, {"rows": json.dumps(asked), "session": session_id})
    return {numbers[place]: entry_id for place, entry_id in json.loads(found.scalar_one())}


def _store(
    connection: Connection,
    session_id: str,
    writes: Sequence[Write],
    standing: dict[int, str | None],
) -> dict[int, Receipt | Exception]:
    if not standing:
        return {}
    at = now()
    rows = {
        number: _new(writes[number], replaced or new_id()) for number, replaced in standing.items()
    }
    values = {
        "rows": json.dumps(list(rows.values())),
        "session": session_id,
        "at": at.replace(tzinfo=None),
    }
    connection.execute(_STORE, values)
    connection.execute(_REMEMBER, values)
    return {number: _receipt(row, at) for number, row in rows.items()}


def _new(write: Write, entry_id: str) -> _New:
    # The body is text inside the text, so that it is stored letter for letter as one alone is.
    body = json.dumps(write.body)
    revision = write.revision + 1
    return _New(entry_id, write.kind, write.key, write.author, revision, body, write.write_id)


def _receipt(row: _New, at: datetime) -> Receipt:
    return Receipt(entry_id=row.id, revision=row.revision, written_at=at.astimezone(UTC))
