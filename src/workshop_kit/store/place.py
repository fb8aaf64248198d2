"""Where a write would land: all that decides about it, read at once."""

from datetime import UTC
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, and_, bindparam, select

from workshop_kit.check_errors import CheckClosed
from workshop_kit.errors import (
    NotJoined,
    QuestionClosed,
    SessionClosed,
    SessionNotOpen,
    StaleRevision,
    VoteClosed,
)
from workshop_kit.kinds import GATES, QuestionState
from workshop_kit.model import ROOM, Receipt, SessionState, TakeBack, Write
from workshop_kit.store.tables import author, entry, receipt, session
from workshop_kit.theme_errors import SortClosed

_gate = entry.alias()
_CLOSED = {"vote": VoteClosed, "check": CheckClosed, "themes": SortClosed}
"""What is said of a gate that is closed, by its kind; of all others :class:`QuestionClosed`."""

_FIND = (
    select(
        session.c.body["state"].as_string().label("state"),
        author.c.id.label("author"),
        _gate.c.body["state"].as_string().label("gate"),
        receipt.c.entry_id.label("receipt_entry"),
        receipt.c.revision.label("receipt_revision"),
        receipt.c.written_at.label("receipt_written_at"),
        entry.c.id.label("entry"),
        entry.c.revision,
        entry.c.body,
    )
    .select_from(session)
    .outerjoin(author, and_(author.c.session == session.c.id, author.c.id == bindparam("author")))
    .outerjoin(
        receipt,
        and_(
            receipt.c.session == session.c.id,
            receipt.c.author == bindparam("author"),
            receipt.c.write_id == bindparam("write_id"),
        ),
    )
    .outerjoin(
        entry,
        and_(
            entry.c.session == session.c.id,
            entry.c.kind == bindparam("kind"),
            entry.c.key == bindparam("key"),
            entry.c.author == bindparam("author"),
        ),
    )
    .outerjoin(
        _gate,
        and_(
            _gate.c.session == session.c.id,
            _gate.c.kind == bindparam("gate"),
            _gate.c.key == bindparam("while_open"),
            _gate.c.author == ROOM,
        ),
    )
    .where(session.c.id == bindparam("session"))
)


class Place(NamedTuple):
    """What stands where a write would land.

    ``receipt`` is the first reply, if this write id was acknowledged before; ``entry_id``,
    ``revision`` (0 for none) and ``body`` are of the entry that the write would replace.
    """

    state: SessionState
    joined: bool
    gate: str | None
    receipt: Receipt | None
    entry_id: str | None
    revision: int
    body: dict[str, Any] | None

    def check_allowed(self, write: Write | TakeBack) -> None:
        """Raise why this author may not write now.

        The room may before, during and after, but for what is taken only while something is open.
        """
        if write.author != ROOM or write.while_open is not None:
            self.check_session(answering=write.while_open is not None)
        if write.author != ROOM and not self.joined:
            raise NotJoined
        self.check_gate(write)

    def check_session(self, *, answering: bool) -> None:
        """Raise :class:`SessionNotOpen`, :class:`SessionClosed`."""
        if self.state is SessionState.CLOSED:
            raise SessionClosed
        if self.state is SessionState.DRAFT and answering:  # a first name may come before
            raise SessionNotOpen

    def check_gate(self, write: Write | TakeBack) -> None:
        """Raise :class:`QuestionClosed` or what :data:`_CLOSED` says of the gate."""
        if write.while_open is not None and self.gate != QuestionState.OPEN.value:
            raise _CLOSED.get(GATES.get(write.kind, ""), QuestionClosed)

    def check_revision(self, asked: int) -> None:
        """Raise :class:`StaleRevision` if something else stands there now."""
        if asked != self.revision:
            if self.entry_id is None:
                raise StaleRevision(None)
            raise StaleRevision({"revision": self.revision, "body": self.body})


def find(connection: Connection, session_id: str, write: Write | TakeBack) -> Place:
    """Return where a write would land; raises :class:`NotJoined` if the session is gone."""
    row = connection.execute(
        _FIND,
        {
            "session": session_id,
            "kind": write.kind,
            "key": write.key,
            "author": write.author,
            "write_id": write.write_id,
            "while_open": write.while_open,
            "gate": GATES.get(write.kind, ""),
        },
    ).one_or_none()
    if row is None:
        raise NotJoined
    return Place(
        state=SessionState(row.state),
        joined=row.author is not None,
        gate=row.gate,
        receipt=_receipt(row),
        entry_id=row.entry,
        revision=row.revision or 0,
        body=row.body,
    )


def _receipt(row: Row[*tuple[Any, ...]]) -> Receipt | None:
    if row.receipt_entry is None:
        return None
    return Receipt(
        entry_id=row.receipt_entry,
        revision=row.receipt_revision,
        written_at=row.receipt_written_at.replace(tzinfo=UTC),
    )
