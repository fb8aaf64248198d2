"""SQL about authors: who joined, who is here; runs inside the caller's transaction."""

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from workshop_kit.errors import SessionClosed
from workshop_kit.kinds import OF_PEOPLE_HERE
from workshop_kit.model import AuthorRole, SessionState, new_id
from workshop_kit.store import sessions
from workshop_kit.store.contract import People
from workshop_kit.store.tables import author, entry, receipt


def join(connection: Connection, session_id: str, author_id: str, role: AuthorRole) -> None:
    """Count an author in, for the first time or again."""
    if sessions.load(connection, session_id).state is SessionState.CLOSED:
        raise SessionClosed
    same = and_(author.c.session == session_id, author.c.id == author_id)
    if connection.execute(update(author).where(same).values(here=True)).rowcount == 0:
        add(connection, session_id, author_id, role, here=True)


def add(
    connection: Connection, session_id: str, author_id: str, role: AuthorRole, *, here: bool = False
) -> None:
    """Store a new author."""
    values = {"session": session_id, "id": author_id, "role": role.value, "here": here}
    connection.execute(insert(author), values)


def leave(connection: Connection, session_id: str, author_id: str) -> None:
    """Count an author out, forget name and table, and part what was sent from the phone's mark.

    A contact says who somebody is. So it is parted from their answers as well, and from the time.

    A copy of the cookie reads and writes nothing from then on, not even by joining again.
    """
    role = role_of(connection, session_id, author_id)
    if role is None:
        return
    parted = new_id()
    add(connection, session_id, parted, role)
    mine = and_(entry.c.session == session_id, entry.c.author == author_id)
    connection.execute(delete(entry).where(mine, entry.c.kind.in_(OF_PEOPLE_HERE)))
    contacts = and_(mine, entry.c.kind == "contact")
    if connection.execute(select(func.count()).where(contacts)).scalar():
        alone = new_id()
        add(connection, session_id, alone, AuthorRole.FOR_OTHERS)  # who joined is counted once
        connection.execute(update(entry).where(contacts).values(author=alone, written_at=None))
    connection.execute(update(entry).where(mine).values(author=parted))
    for table, column in ((receipt, receipt.c.author), (author, author.c.id)):
        connection.execute(delete(table).where(table.c.session == session_id, column == author_id))


def role_of(connection: Connection, session_id: str, author_id: str) -> AuthorRole | None:
    """Return an author's role, or nothing."""
    found = connection.execute(
        select(author.c.role).where(author.c.session == session_id, author.c.id == author_id)
    ).scalar()
    return AuthorRole(found) if found else None


def of_role(connection: Connection, session_id: str, role: AuthorRole) -> frozenset[str]:
    """Return the ids of all authors of a role."""
    found = connection.execute(
        select(author.c.id).where(author.c.session == session_id, author.c.role == role.value)
    )
    return frozenset(found.scalars())


def people(connection: Connection, session_id: str) -> People:
    """Return how many participants joined and are here."""
    row = connection.execute(
        select(func.count(), func.count().filter(author.c.here)).where(
            author.c.session == session_id, author.c.role == AuthorRole.PARTICIPANT.value
        )
    ).one()
    return People(joined=row[0], here=row[1])
