"""SQL about entries and receipts; every function runs inside the caller's transaction.

Whatever can refuse a write comes before the first change, so that a refused write changes nothing.
"""

from datetime import UTC
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from workshop_kit.errors import BadImport, UnknownEntry
from workshop_kit.model import (
    ROOM,
    AuthorRole,
    Entry,
    Receipt,
    TakeBack,
    Write,
    new_id,
    now,
)
from workshop_kit.store import authors
from workshop_kit.store.place import find
from workshop_kit.store.tables import entry, receipt
from workshop_kit.words import _

_INSERT, _REMEMBER = insert(entry), insert(receipt)
_RECEIPT = select(receipt).where(
    *(receipt.c[name] == bindparam(name) for name in ("session", "author", "write_id"))
)
_TALLY = (
    select(entry.c.body, func.count())
    .where(*(entry.c[name] == bindparam(name) for name in ("session", "kind", "key")))
    .group_by(entry.c.body)
    .order_by(entry.c.body)
)
_answer = entry.alias()
_ABOUT = select(_answer.c.id).where(
    _answer.c.session == bindparam("session"),
    or_(
        and_(_answer.c.kind == "answer", _answer.c.key == bindparam("question")),
        _answer.c.kind == "table_answer",  # few, and their keys name the table too
    ),
)
_OF_KINDS = (
    select(entry)
    .where(
        entry.c.session == bindparam("session"),
        entry.c.kind.in_(bindparam("kinds", expanding=True)),
    )
    .order_by(entry.c.id)
)
_OF_QUESTION = (
    select(entry)
    .where(
        entry.c.session == bindparam("session"),
        or_(
            entry.c.id.in_(_ABOUT),
            and_(entry.c.kind == "review", entry.c.key.in_(_ABOUT)),
        ),
    )
    .order_by(entry.c.id)
)
_REPLACE = (
    update(entry)
    .where(entry.c.id == bindparam("replaced"))
    .values({c: bindparam(c) for c in ("revision", "body", "written_at")})
)


def read(
    connection: Connection,
    session_id: str,
    kind: str | None = None,
    author_id: str | None = None,
    entry_id: str | None = None,
) -> list[Entry]:
    """Return entries that fit, ordered by id."""
    named = {"session": session_id, "kind": kind, "author": author_id, "id": entry_id}
    wanted = {name: value for name, value in named.items() if value is not None}
    return [_entry(row) for row in connection.execute(_where(*wanted), wanted)]


def of_kinds(connection: Connection, session_id: str, kinds: tuple[str, ...]) -> list[Entry]:
    """Return the entries of several kinds, ordered by id."""
    named = {"session": session_id, "kinds": kinds}
    return [_entry(row) for row in connection.execute(_OF_KINDS, named)]


@cache
def _where(*columns: str) -> Select[Any]:
    """Return a statement, made once: making one takes as long as asking a small file."""
    equal = [entry.c[name] == bindparam(name) for name in columns]
    return select(entry).where(*equal).order_by(entry.c.id)


def of_question(connection: Connection, session_id: str, question: str) -> list[Entry]:
    """Return the answers to a question, what all tables say, and the decisions about them.

    The database looks them up: a full room has ten times as many of other questions.
    """
    named = {"session": session_id, "question": question}
    return [_entry(row) for row in connection.execute(_OF_QUESTION, named)]


def acknowledged(
    connection: Connection, session_id: str, author_id: str, write_id: str
) -> Receipt | None:
    """Return the reply that a write got, if it came before."""
    named = {"session": session_id, "author": author_id, "write_id": write_id}
    row = connection.execute(_RECEIPT, named).one_or_none()
    if row is None:
        return None
    at = row.written_at.replace(tzinfo=UTC)
    return Receipt(entry_id=row.entry_id, revision=row.revision, written_at=at)


def tally(
    connection: Connection, session_id: str, kind: str, key: str
) -> list[tuple[dict[str, Any], int]]:
    """Count entries of a kind and key by what they say, ordered by that."""
    rows = connection.execute(_TALLY, {"session": session_id, "kind": kind, "key": key})
    return [(body, number) for body, number in rows]


def revisions(connection: Connection, session_id: str, kind: str) -> dict[str, int]:
    """Return the ids of a kind's entries with their revisions; nothing else of them is read."""
    same = (entry.c.session == session_id, entry.c.kind == kind)
    rows = connection.execute(select(entry.c.id, entry.c.revision).where(*same))
    return {one.id: one.revision for one in rows}


def put(connection: Connection, session_id: str, write: Write) -> Receipt:
    """Store a body, once for each write id."""
    place = find(connection, session_id, write)
    if place.receipt:
        return place.receipt
    place.check_allowed(write)
    place.check_revision(write.revision)
    written = _store(connection, session_id, write, place.entry_id)
    _remember(connection, session_id, write, written)
    return written


def put_for_other(connection: Connection, session_id: str, write: Write) -> Receipt:
    """Store a body under a new author. ``write.author`` names the scribe, for the receipt only."""
    place = find(connection, session_id, write)
    if place.receipt:
        return place.receipt
    place.check_session(answering=True)
    place.check_gate(write)
    somebody = new_id()
    authors.add(connection, session_id, somebody, AuthorRole.FOR_OTHERS, here=True)
    theirs = write.model_copy(update={"author": somebody, "revision": 0})
    written = _store(connection, session_id, theirs, None)
    _remember(connection, session_id, write, written)
    return written


def take_back(connection: Connection, session_id: str, request: TakeBack) -> Receipt:
    """Remove one entry, once for each write id."""
    place = find(connection, session_id, request)
    if place.receipt:
        return place.receipt
    place.check_allowed(request)
    if place.entry_id is None:
        raise UnknownEntry
    place.check_revision(request.revision)
    _remove(connection, session_id, [place.entry_id])
    gone = Receipt(entry_id=place.entry_id, revision=0, written_at=now())
    _remember(connection, session_id, request, gone)
    return gone


def take_back_all(connection: Connection, session_id: str, author_id: str, write_id: str) -> int:
    """Remove everything of an author until the session closes, once for each write id.

    The receipt's ``revision`` is the number of entries.
    """
    request = TakeBack(kind="", key="all", author=author_id, write_id=write_id, revision=0)
    place = find(connection, session_id, request)
    if place.receipt:
        return place.receipt.revision
    place.check_session(answering=False)
    mine = [e.id for e in read(connection, session_id, author_id=author_id)]
    _remove(connection, session_id, mine)
    gone = Receipt(entry_id="", revision=len(mine), written_at=now())
    _remember(connection, session_id, request, gone)
    return len(mine)


def restore(connection: Connection, session_id: str, entries: list[Entry]) -> None:
    """Insert entries read back from notes, without times, each under a new author.

    Raises
    ------
    BadImport
        Two entries are the same one, or one is here already. Nothing has changed.
    """
    try:
        for one in entries:
            owner = ROOM if one.author == ROOM else new_id()
            if owner != ROOM:
                authors.add(connection, session_id, owner, AuthorRole.FOR_OTHERS)
            values = one.model_dump(include={"id", "kind", "key", "revision", "body"})
            place = {"session": session_id, "author": owner, "written_at": None}
            connection.execute(_INSERT, values | place)
    except IntegrityError:
        raise BadImport(_("These notes hold the same entry twice, or were read before.")) from None


def _entry(row: Row[Any]) -> Entry:
    values = dict(row._mapping)
    del values["session"]
    if values["written_at"] is not None:
        values["written_at"] = values["written_at"].replace(tzinfo=UTC)
    return Entry(**values)


def _store(connection: Connection, session_id: str, write: Write, replaced: str | None) -> Receipt:
    written = Receipt(entry_id=replaced or new_id(), revision=write.revision + 1, written_at=now())
    values = {
        "revision": written.revision,
        "body": write.body,
        "written_at": written.written_at.replace(tzinfo=None),
    }
    if replaced:
        connection.execute(_REPLACE, {"replaced": replaced, **values})
    else:
        place = {"kind": write.kind, "key": write.key, "author": write.author}
        new = {"id": written.entry_id, "session": session_id, **place, **values}
        connection.execute(_INSERT, new)
    return written


def _remove(connection: Connection, session_id: str, entry_ids: list[str]) -> None:
    """Remove entries, and what was decided about them."""
    connection.execute(delete(entry).where(entry.c.id.in_(entry_ids)))
    connection.execute(
        delete(entry).where(
            entry.c.session == session_id, entry.c.kind == "review", entry.c.key.in_(entry_ids)
        )
    )


def _remember(
    connection: Connection, session_id: str, write: Write | TakeBack, written: Receipt
) -> None:
    values = {
        "session": session_id,
        "author": write.author,
        "write_id": write.write_id,
        "entry_id": written.entry_id,
        "revision": written.revision,
        "written_at": written.written_at.replace(tzinfo=None),
    }
    connection.execute(_REMEMBER, values)
