"""SQL about the session itself: create, load, change, close."""

from datetime import date

from sqlalchemy import Connection, delete, func, insert, select, update

from workshop_kit.errors import NotJoined, SessionClosed
from workshop_kit.model import ROOM, AuthorRole, Session, SessionState, new_id
from workshop_kit.store.tables import author, entry, receipt, session


def create(connection: Connection, new: Session) -> None:
    """Store a new session, and its room as the author of what belongs to nobody."""
    connection.execute(insert(session).values(id=new.id, body=new.model_dump(mode="json")))
    connection.execute(
        insert(author).values(session=new.id, id=ROOM, role=AuthorRole.ROOM.value, here=False)
    )


def load(connection: Connection, session_id: str) -> Session:
    """Return the session; raises :class:`NotJoined` if it is gone."""
    body = connection.execute(select(session.c.body).where(session.c.id == session_id)).scalar()
    if body is None:
        raise NotJoined
    return Session.model_validate(body)


def only_id(connection: Connection) -> str | None:
    """Return the id of the one session in a file."""
    return connection.execute(select(session.c.id)).scalar_one_or_none()


def change(connection: Connection, session_id: str, changes: dict[str, object]) -> Session:
    """Change some fields and return the session."""
    before = load(connection, session_id)
    after = Session.model_validate({**before.model_dump(), **changes})
    connection.execute(
        update(session).where(session.c.id == session_id).values(body=after.model_dump(mode="json"))
    )
    return after


def close(connection: Connection, session_id: str, closed_on: date) -> Session:
    """Close the session: every answer gets an author of its own, times and names go.

    Afterwards nothing tells which answers came from one person, or when.
    """
    if load(connection, session_id).state is SessionState.CLOSED:
        raise SessionClosed
    joined = connection.execute(
        select(func.count()).where(
            author.c.session == session_id, author.c.role == AuthorRole.PARTICIPANT.value
        )
    ).scalar_one()
    connection.execute(delete(receipt).where(receipt.c.session == session_id))
    connection.execute(delete(entry).where(entry.c.session == session_id, entry.c.kind == "name"))
    connection.execute(update(entry).where(entry.c.session == session_id).values(written_at=None))
    _forget_authors(connection, session_id)
    done = {"state": SessionState.CLOSED, "closed_on": closed_on, "people_joined": joined}
    return change(connection, session_id, done)


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
