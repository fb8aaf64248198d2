"""SQL about the session itself: create, load, change, close."""

from datetime import date

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from workshop_kit.checked import checked
from workshop_kit.errors import InvalidBody, NotJoined, SessionClosed
from workshop_kit.kinds import OF_PEOPLE_HERE
from workshop_kit.model import ROOM, AuthorRole, Session, SessionState, new_id
from workshop_kit.store.tables import author, entry, receipt, session
from workshop_kit.words import _

_BODY = select(session.c.body).where(session.c.id == bindparam("id"))
_FIXED = frozenset({"id", "demo", "closed_on", "people_joined"})


def create(connection: Connection, new: Session) -> None:
    """Store a new session, and its room as the author of what belongs to nobody."""
    connection.execute(insert(session).values(id=new.id, body=new.model_dump(mode="json")))
    connection.execute(
        insert(author).values(session=new.id, id=ROOM, role=AuthorRole.ROOM.value, here=False)
    )


def load(connection: Connection, session_id: str) -> Session:
    """Return the session; raises :class:`NotJoined` if it is gone."""
    body = connection.execute(_BODY, {"id": session_id}).scalar()
    if body is None:
        raise NotJoined
    return Session.model_validate(body)


def only(connection: Connection) -> Session:
    """Return the one session in a file; raises :class:`NotJoined` if there is not just one."""
    bodies = connection.execute(select(session.c.body).limit(2)).scalars().all()
    if len(bodies) != 1:
        raise NotJoined
    return Session.model_validate(bodies[0])


def change(connection: Connection, session_id: str, changes: dict[str, object]) -> Session:
    """Change some fields and return the session.

    Raises
    ------
    InvalidBody
        A field is unknown, may not be changed, or has a wrong value.
    SessionClosed
        The state of a closed session was to be changed.
    """
    before = load(connection, session_id)
    if fixed := sorted(_FIXED & changes.keys()):
        raise InvalidBody(_("“{name}” cannot be changed", name=fixed[0]))
    after = checked(Session, {**before.model_dump(), **changes})
    if after.state is not before.state:
        if before.state is SessionState.CLOSED:
            raise SessionClosed
        if after.state is SessionState.CLOSED:  # it would keep who wrote what
            raise InvalidBody(_("a session is ended by closing it"))
    _save(connection, after)
    return after


def _save(connection: Connection, after: Session) -> None:
    body = after.model_dump(mode="json")
    connection.execute(update(session).where(session.c.id == after.id).values(body=body))


def close(connection: Connection, session_id: str, closed_on: date) -> Session:
    """Close the session: every answer gets an author of its own, times, names and tables go.

    Afterwards nothing tells which answers came from one person, or when.
    """
    before = load(connection, session_id)
    if before.state is SessionState.CLOSED:
        raise SessionClosed
    joined = connection.execute(
        select(func.count()).where(
            author.c.session == session_id, author.c.role == AuthorRole.PARTICIPANT.value
        )
    ).scalar_one()
    connection.execute(delete(receipt).where(receipt.c.session == session_id))
    here = (entry.c.session == session_id, entry.c.kind.in_(OF_PEOPLE_HERE))
    connection.execute(delete(entry).where(*here))
    connection.execute(update(entry).where(entry.c.session == session_id).values(written_at=None))
    _forget_authors(connection, session_id)
    done = {"state": SessionState.CLOSED, "closed_on": closed_on, "people_joined": joined}
    after = before.model_copy(update=done)
    _save(connection, after)
    return after


def _forget_authors(connection: Connection, session_id: str) -> None:
    of_people = (entry.c.session == session_id, entry.c.author != ROOM)
    before = select(author.c.id).where(author.c.session == session_id, author.c.id != ROOM)
    old = list(connection.execute(before).scalars())
    rows = connection.execute(
        select(entry.c.id, author.c.role)
        .join(author, (author.c.session == entry.c.session) & (author.c.id == entry.c.author))
        .where(*of_people)
    ).all()
    for entry_id, role in rows:
        fresh = new_id()
        connection.execute(
            insert(author).values(session=session_id, id=fresh, role=role, here=False)
        )
        connection.execute(update(entry).where(entry.c.id == entry_id).values(author=fresh))
    connection.execute(delete(author).where(author.c.session == session_id, author.c.id.in_(old)))
