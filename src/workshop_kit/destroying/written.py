"""What a session's file holds that must be nowhere once it is destroyed."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sqlalchemy import Connection, inspect, select

from workshop_kit.kinds import Decision
from workshop_kit.model import ROOM, Export, Session
from workshop_kit.store import entries, exports, sessions
from workshop_kit.store.tables import author, export

_OF_THE_KIT = frozenset({"asked"})
"""Kinds that hold the kit's own texts, such as the questions that were asked."""


class Written(NamedTuple):
    """A session as far as its destruction needs it.

    ``texts`` is what people wrote; ``ids`` are random and stand beside each of them, so that a
    page of the file is known by them even where a text is short; ``everything`` has the kit's
    texts too. ``contacts`` is how many people left one.
    """

    session: Session
    texts: tuple[str, ...]
    ids: tuple[str, ...]
    everything: tuple[str, ...]
    exports: tuple[Export, ...]
    set_aside: int
    contacts: int


def written(connection: Connection) -> Written:
    """Read one session; works on files of every version."""
    session = sessions.only(connection)
    found = entries.read(connection, session.id)
    made: list[Export] = []
    if inspect(connection).has_table(export.name):
        made = exports.known(connection, session.id)
    authors = connection.execute(select(author.c.id).where(author.c.session == session.id))
    own = session.model_dump(mode="json", exclude={"id", "passphrase_hash"})
    by_people = [*_texts(own)]
    by_people += [t for e in found if e.kind not in _OF_THE_KIT for t in _texts(e.body)]
    every = [*_texts(own), *(t for e in found for t in _texts(e.body)), *(m.place for m in made)]
    set_aside = sum(
        e.kind == "review" and e.body.get("decision") == Decision.SET_ASIDE for e in found
    )
    return Written(
        session=session,
        texts=tuple(by_people),
        ids=(
            session.id,
            *(e.id for e in found),
            *(one for one in authors.scalars() if one != ROOM),
            *([session.passphrase_hash] if session.passphrase_hash else []),
        ),
        everything=tuple(every),
        exports=tuple(made),
        set_aside=set_aside,
        contacts=sum(e.kind == "contact" for e in found),
    )


def _texts(body: Any) -> Iterator[str]:
    if isinstance(body, str):
        yield body
    elif isinstance(body, dict):
        for value in body.values():
            yield from _texts(value)
    elif isinstance(body, list):
        for value in body:
            yield from _texts(value)
