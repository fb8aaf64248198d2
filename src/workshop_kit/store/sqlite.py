"""A session in one SQLite file."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from workshop_kit.errors import CannotSave, DamagedFile
from workshop_kit.model import AuthorRole, Entry, Receipt, Session, TakeBack, Write
from workshop_kit.store import entries, sessions
from workshop_kit.store.contract import People
from workshop_kit.store.migrations import migrate
from workshop_kit.store.writer import Writer

T = TypeVar("T")

BUSY_SECONDS = 5.0
"""How long a write waits for another process that holds the file."""


def _engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        poolclass=NullPool,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reading = connection.get_execution_options().get("reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return engine


class SqliteStore:
    """The :class:`~workshop_kit.store.contract.Store` over one file.

    Parameters
    ----------
    path
        The session's file; it is brought up to date when it is opened.

    Raises
    ------
    NewerFile
        A newer kit wrote it. Nothing has changed.
    DamagedFile
        It is no session of ours.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = _engine(path)
        try:
            with self._engine.begin() as connection:
                migrate(connection, path.name)
                found = sessions.only_id(connection)
        except DatabaseError as error:
            raise DamagedFile(path.name) from error
        if found is None:
            raise DamagedFile(path.name)
        self._id = found
        self._writer = Writer(self._engine)
        self._reading = threading.Lock()
        self._reader = self._engine.connect().execution_options(reading=True)
        self._watcher = self._engine.connect().execution_options(reading=True)

    @classmethod
    def create(cls, path: Path, new: Session) -> "SqliteStore":
        """Make the file of a new session and open it.

        The file is private to the person who runs the kit.
        """
        path.touch(mode=0o600, exist_ok=False)
        engine = _engine(path)
        with engine.begin() as connection:
            migrate(connection, path.name)
            sessions.create(connection, new)
        return cls(path)

    def _read(self, job: Callable[[Connection], T]) -> T:
        with self._reading, self._reader.begin():
            return job(self._reader)

    def session(self) -> Session:
        """Return the session as it stands."""
        return self._read(lambda c: sessions.load(c, self._id))

    def change_session(self, changes: dict[str, object]) -> Future[Session]:
        """Change fields of the session."""
        return self._writer.submit(lambda c: sessions.change(c, self._id, changes))

    def close_session(self, closed_on: date) -> Future[Session]:
        """End the session, and rewrite the file so that nothing forgotten is left in it."""
        closed: Future[Session] = Future()
        closing = self._writer.submit(lambda c: sessions.close(c, self._id, closed_on))
        closing.add_done_callback(lambda done: self._rewrite(done, closed))
        return closed

    def _rewrite(self, done: Future[Session], closed: Future[Session]) -> None:
        if problem := done.exception():
            closed.set_exception(problem)
            return
        try:
            with self._engine.connect() as connection:  # neither statement runs in a transaction
                raw: Any = connection.connection.driver_connection
                raw.execute("VACUUM")
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except DatabaseError:
            closed.set_exception(CannotSave())
        else:
            closed.set_result(done.result())

    def add_author(self, author: str, role: AuthorRole) -> Future[None]:
        """Count a person in."""
        return self._writer.submit(lambda c: entries.add_author(c, self._id, author, role))

    def leave(self, author: str) -> Future[None]:
        """Count a person out."""
        return self._writer.submit(lambda c: entries.leave(c, self._id, author))

    def author_role(self, author: str) -> AuthorRole | None:
        """Return what kind of author this is."""
        return self._read(lambda c: entries.author_role(c, self._id, author))

    def people(self) -> People:
        """Return how many people joined."""
        return self._read(lambda c: entries.people(c, self._id))

    def put(self, write: Write) -> Future[Receipt]:
        """Store a body."""
        return self._writer.submit(lambda c: entries.put(c, self._id, write))

    def put_for_other(self, write: Write) -> Future[Receipt]:
        """Store a body as a new author of its own."""
        return self._writer.submit(lambda c: entries.put_for_other(c, self._id, write))

    def take_back(self, request: TakeBack) -> Future[Receipt]:
        """Remove one entry."""
        return self._writer.submit(lambda c: entries.take_back(c, self._id, request))

    def take_back_all(self, author: str) -> Future[int]:
        """Remove everything that an author wrote."""
        return self._writer.submit(lambda c: entries.take_back_all(c, self._id, author))

    def restore(self, restored: list[Entry]) -> Future[None]:
        """Store entries read back from exported notes."""
        return self._writer.submit(lambda c: entries.restore(c, self._id, restored))

    def entries(self, kind: str | None = None, *, author: str | None = None) -> list[Entry]:
        """Return entries, ordered by their random ids."""
        return self._read(lambda c: entries.read(c, self._id, kind, author))

    def entry(self, entry_id: str) -> Entry | None:
        """Return one entry."""
        found = self._read(lambda c: entries.read(c, self._id, entry_id=entry_id))
        return found[0] if found else None

    def change_count(self) -> int:
        """Return SQLite's ``data_version``, on a connection that never writes."""
        with self._reading:
            raw: Any = self._watcher.connection.driver_connection
            number: int = raw.execute("PRAGMA data_version").fetchone()[0]
            return number

    def close(self) -> None:
        """Finish what was begun and let go of the file."""
        self._writer.close()
        with self._reading:
            self._reader.close()
            self._watcher.close()
        self._engine.dispose()
