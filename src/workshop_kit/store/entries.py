"""SQL about authors, entries and receipts; every function runs inside the caller's transaction."""

from datetime import UTC
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, func, insert, select, update

from workshop_kit.errors import (
    NotJoined,
    QuestionClosed,
    SessionClosed,
    SessionNotOpen,
    StaleRevision,
    UnknownEntry,
)
from workshop_kit.kinds import QuestionState
from workshop_kit.model import (
    ROOM,
    AuthorRole,
    Entry,
    Receipt,
    Session,
    SessionState,
    TakeBack,
    Write,
    new_id,
    now,
)
from workshop_kit.store import sessions
from workshop_kit.store.contract import People
from workshop_kit.store.tables import author, entry, receipt


def add_author(connection: Connection, session_id: str, author_id: str, role: AuthorRole) -> None:
    """Count an author in, for the first time or again."""
    if sessions.load(connection, session_id).state is SessionState.CLOSED:
        raise SessionClosed
    same = and_(author.c.session == session_id, author.c.id == author_id)
    if connection.execute(update(author).where(same).values(here=True)).rowcount == 0:
        connection.execute(
            insert(author).values(session=session_id, id=author_id, role=role.value, here=True)
        )


def leave(connection: Connection, session_id: str, author_id: str) -> None:
    """Count an author out, and forget the first name."""
    mine = and_(author.c.session == session_id, author.c.id == author_id)
    connection.execute(update(author).where(mine).values(here=False))
    connection.execute(
        delete(entry).where(
            entry.c.session == session_id, entry.c.author == author_id, entry.c.kind == "name"
        )
    )


def author_role(connection: Connection, session_id: str, author_id: str) -> AuthorRole | None:
    """Return an author's role, or nothing."""
    found = connection.execute(
        select(author.c.role).where(author.c.session == session_id, author.c.id == author_id)
    ).scalar()
    return AuthorRole(found) if found else None


def people(connection: Connection, session_id: str) -> People:
    """Return how many participants joined and are here."""
    row = connection.execute(
        select(func.count(), func.count().filter(author.c.here)).where(
            author.c.session == session_id, author.c.role == AuthorRole.PARTICIPANT.value
        )
    ).one()
    return People(joined=row[0], here=row[1])


def read(
    connection: Connection,
    session_id: str,
    kind: str | None = None,
    author_id: str | None = None,
    entry_id: str | None = None,
) -> list[Entry]:
    """Return entries that fit, ordered by id."""
    wanted: list[ColumnElement[bool]] = [entry.c.session == session_id]
    if kind is not None:
        wanted.append(entry.c.kind == kind)
    if author_id is not None:
        wanted.append(entry.c.author == author_id)
    if entry_id is not None:
        wanted.append(entry.c.id == entry_id)
    rows = connection.execute(select(entry).where(*wanted).order_by(entry.c.id))
    return [_entry(row) for row in rows]


def put(connection: Connection, session_id: str, write: Write) -> Receipt:
    """Store a body, once for each write id."""
    if first := _receipt(connection, session_id, write.author, write.write_id):
        return first
    _check_allowed(connection, session_id, write)
    current = _current(connection, session_id, write)
    _check_revision(write.revision, current)
    written = Receipt(
        entry_id=current.id if current else new_id(),
        revision=write.revision + 1,
        written_at=now(),
    )
    values = {
        "revision": written.revision,
        "body": write.body,
        "written_at": written.written_at.replace(tzinfo=None),
    }
    if current:
        connection.execute(update(entry).where(entry.c.id == current.id).values(values))
    else:
        place = {"kind": write.kind, "key": write.key, "author": write.author}
        connection.execute(
            insert(entry).values(id=written.entry_id, session=session_id, **place, **values)
        )
    _remember(connection, session_id, write.author, write.write_id, written)
    return written


def put_for_other(connection: Connection, session_id: str, write: Write) -> Receipt:
    """Store a body under a new author. ``write.author`` names the scribe, for the receipt only."""
    if first := _receipt(connection, session_id, write.author, write.write_id):
        return first
    somebody = new_id()
    add_author(connection, session_id, somebody, AuthorRole.FOR_OTHERS)
    written = put(connection, session_id, write.model_copy(update={"author": somebody}))
    _remember(connection, session_id, write.author, write.write_id, written)
    return written


def take_back(connection: Connection, session_id: str, request: TakeBack) -> Receipt:
    """Remove one entry, once for each write id."""
    if first := _receipt(connection, session_id, request.author, request.write_id):
        return first
    _check_allowed(connection, session_id, request)
    current = _current(connection, session_id, request)
    if current is None:
        raise UnknownEntry
    _check_revision(request.revision, current)
    connection.execute(delete(entry).where(entry.c.id == current.id))
    forget_reviews(connection, session_id, [current.id])
    gone = Receipt(entry_id=current.id, revision=0, written_at=now())
    _remember(connection, session_id, request.author, request.write_id, gone)
    return gone


def take_back_all(connection: Connection, session_id: str, author_id: str) -> int:
    """Remove everything of an author while the session is open."""
    _check_open(sessions.load(connection, session_id))
    mine = [e.id for e in read(connection, session_id, author_id=author_id)]
    connection.execute(delete(entry).where(entry.c.id.in_(mine)))
    forget_reviews(connection, session_id, mine)
    return len(mine)


def forget_reviews(connection: Connection, session_id: str, entry_ids: list[str]) -> None:
    """Remove what was decided about answers that are gone."""
    connection.execute(
        delete(entry).where(
            entry.c.session == session_id, entry.c.kind == "review", entry.c.key.in_(entry_ids)
        )
    )


def restore(connection: Connection, session_id: str, entries: list[Entry]) -> None:
    """Insert entries read back from notes, without times, each author's under one new id."""
    fresh: dict[str, str] = {ROOM: ROOM}
    for one in entries:
        if one.author not in fresh:
            fresh[one.author] = new_id()
            connection.execute(
                insert(author).values(
                    session=session_id,
                    id=fresh[one.author],
                    role=AuthorRole.FOR_OTHERS.value,
                    here=False,
                )
            )
        values = one.model_dump(include={"id", "kind", "key", "revision", "body"})
        connection.execute(
            insert(entry).values(session=session_id, author=fresh[one.author], **values)
        )


def _entry(row: Row[Any]) -> Entry:
    values = dict(row._mapping)
    del values["session"]
    if values["written_at"] is not None:
        values["written_at"] = values["written_at"].replace(tzinfo=UTC)
    return Entry(**values)


def _current(connection: Connection, session_id: str, write: Write | TakeBack) -> Entry | None:
    row = connection.execute(
        select(entry).where(
            entry.c.session == session_id,
            entry.c.kind == write.kind,
            entry.c.key == write.key,
            entry.c.author == write.author,
        )
    ).one_or_none()
    return _entry(row) if row else None


def _check_allowed(connection: Connection, session_id: str, write: Write | TakeBack) -> None:
    if write.author != ROOM:
        _check_open(sessions.load(connection, session_id))
        if author_role(connection, session_id, write.author) is None:
            raise NotJoined
    if write.while_open is not None:
        place = Write(kind="question", key=write.while_open, author=ROOM, write_id="-", body={})
        question = _current(connection, session_id, place)
        if question is None or question.body.get("state") != QuestionState.OPEN.value:
            raise QuestionClosed


def _check_open(session: Session) -> None:
    if session.state is SessionState.DRAFT:
        raise SessionNotOpen
    if session.state is SessionState.CLOSED:
        raise SessionClosed


def _check_revision(asked: int, current: Entry | None) -> None:
    if asked != (current.revision if current else 0):
        raise StaleRevision(
            {"revision": current.revision, "body": current.body} if current else None
        )


def _receipt(
    connection: Connection, session_id: str, author_id: str, write_id: str
) -> Receipt | None:
    row = connection.execute(
        select(receipt).where(
            receipt.c.session == session_id,
            receipt.c.author == author_id,
            receipt.c.write_id == write_id,
        )
    ).one_or_none()
    if row is None:
        return None
    return Receipt(
        entry_id=row.entry_id,
        revision=row.revision,
        written_at=row.written_at.replace(tzinfo=UTC),
    )


def _remember(
    connection: Connection, session_id: str, author_id: str, write_id: str, written: Receipt
) -> None:
    values = written.model_dump() | {"written_at": written.written_at.replace(tzinfo=None)}
    connection.execute(
        insert(receipt).values(session=session_id, author=author_id, write_id=write_id, **values)
    )
