"""A session in one SQLite file."""

import errno
import logging
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from workshop_kit.errors import KitError
from workshop_kit.file_errors import Trouble
from workshop_kit.model import (
    ROOM,
    AuthorRole,
    Entry,
    Export,
    Receipt,
    Session,
    TakeBack,
    Write,
    new_id,
)
from workshop_kit.store import authors, bulk, entries, exports, leftovers, sessions
from workshop_kit.store.checks import end_checks, put_check
from workshop_kit.store.migrations import MIGRATIONS, Migration, is_up_to_date, migrate
from workshop_kit.store.offers import count_offers, put_question
from workshop_kit.store.reads import Reads
from workshop_kit.store.session_file import (
    BUSY_SECONDS,
    as_cannot_save,
    as_kit_error,
    open_engine,
    peek,
)
from workshop_kit.store.together import change_together
from workshop_kit.store.writer import Writer

T = TypeVar("T")

log = logging.getLogger(__name__)


class SqliteStore(Reads):
    """The :class:`~workshop_kit.store.contract.Store` over one file.

    Parameters
    ----------
    path
        The session's file; it is brought up to date when it is opened.
    busy_seconds
        How long a write waits for another process that holds the file.
    migrations
        The numbered changes that lead to the tables this kit knows.

    Raises
    ------
    NewerFile
        A newer kit wrote it. Nothing has changed.
    DamagedFile
        It is no session of ours. It is left as it is.
    FileInUse
        Another program holds it.
    CannotUseData
        It may not be read or written.
    """

    def __init__(
        self,
        path: Path,
        *,
        busy_seconds: float = BUSY_SECONDS,
        migrations: tuple[Migration, ...] = MIGRATIONS,
    ) -> None:
        self.path = path
        found = peek(path, busy_seconds, migrations)  # before anything can change the file
        if isinstance(found, KitError):
            raise found
        self._id = found.id
        self._engine = open_engine(path, busy_seconds)
        try:
            self._bring_up_to_date(migrations)
            self._reader = self._engine.connect().execution_options(reading=True)
            self._watcher = self._engine.connect().execution_options(reading=True)
        except DBAPIError as error:
            raise as_kit_error(error, path) from error
        self._reading = threading.Lock()
        self._writer = Writer(self._engine, leftovers.empty_journal)
        self._settle()

    @classmethod
    def create(
        cls, path: Path, new: Session, *, busy_seconds: float = BUSY_SECONDS
    ) -> "SqliteStore":
        """Make the file of a new session and open it.

        The file is private to the person who runs the kit, and gets its name once it is whole.

        Raises
        ------
        CannotUseData
            The folder may not be written, or is full.
        """
        unfinished = path.with_suffix(".new")
        try:
            if path.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            unfinished.touch(mode=0o600)
            with open_engine(unfinished).begin() as connection:
                migrate(connection)
                sessions.create(connection, new)
            unfinished.rename(path)
        except (OSError, SQLAlchemyError) as error:
            for beside in ("", "-wal", "-shm"):
                unfinished.with_name(unfinished.name + beside).unlink(missing_ok=True)
            raise as_kit_error(error, path) from error
        return cls(path, busy_seconds=busy_seconds)

    def _bring_up_to_date(self, migrations: tuple[Migration, ...]) -> None:
        with self._engine.connect().execution_options(reading=True) as connection:
            if is_up_to_date(connection, self.path.name, migrations):
                return
        with self._engine.begin() as connection:  # anew: another process may have been first
            if not is_up_to_date(connection, self.path.name, migrations):
                migrate(connection, migrations)

    def _read(self, job: Callable[[Connection], T]) -> T:
        try:
            with self._reading, self._reader.begin():
                return job(self._reader)
        except DBAPIError as error:
            raise as_kit_error(error, self.path) from error

    @property
    def trouble(self) -> Trouble | None:
        """Why the last commit failed; nothing while all is well."""
        return self._writer.trouble

    def change_session(self, changes: dict[str, object]) -> Future[Session]:
        """Change fields of the session."""
        return self._writer.submit(lambda c: sessions.change(c, self._id, changes))

    def close_session(self, closed_on: date) -> Future[Session]:
        """End the session, and rewrite the file so that nothing forgotten is left in it."""
        closed: Future[Session] = Future()
        self._writer.submit(lambda c: self._end(c, closed_on)).add_done_callback(
            lambda ended: self._rewrite(ended, closed)  # runs on the writer's thread
        )
        return closed

    def _end(self, connection: Connection, closed_on: date) -> Session:
        if leftovers.is_owed(connection):
            return sessions.load(connection, self._id)
        leftovers.owe(connection)
        end_checks(connection, self._id)
        count_offers(connection, self._id)
        return sessions.close(connection, self._id, closed_on)

    def _rewrite(self, ended: Future[Session], closed: Future[Session]) -> None:
        try:
            session = ended.result()
            leftovers.rewrite(self._engine)
        except KitError as problem:
            closed.set_exception(problem)
        except Exception as problem:  # noqa: BLE001 - whoever waits must hear of it, whatever it is
            log.error("could not rewrite: %s", type(problem).__name__)  # noqa: TRY400
            closed.set_exception(as_cannot_save(problem))
        else:
            closed.set_result(session)

    def _settle(self) -> None:
        """Rewrite the file if that could not be finished when the session was closed."""
        try:
            if self._read(leftovers.is_owed):
                leftovers.rewrite(self._engine)
        except (KitError, DBAPIError) as problem:
            log.warning("could not rewrite yet: %s", type(problem).__name__)

    def add_author(self, author: str, role: AuthorRole) -> Future[None]:
        """Count a person in."""
        return self._writer.submit(lambda c: authors.join(c, self._id, author, role))

    def leave(self, author: str) -> Future[None]:
        """Count a person out."""
        return self._writer.submit(lambda c: authors.leave(c, self._id, author), forgets=True)

    def put(self, write: Write) -> Future[Receipt]:
        """Store a body."""
        replaces = write.revision > 0 and write.author != ROOM
        if write.kind == "check":
            return self._writer.submit(lambda c: put_check(c, self._id, write), forgets=True)
        if write.kind == "question":
            return self._writer.submit(lambda c: put_question(c, self._id, write))
        return self._writer.submit(lambda c: entries.put(c, self._id, write), forgets=replaces)

    def put_all(self, writes: Sequence[Write]) -> Future[list[Receipt | Exception]]:
        """Store many bodies in one go."""
        replaces = any(write.revision > 0 and write.author != ROOM for write in writes)
        return self._writer.submit(lambda c: bulk.put_all(c, self._id, writes), forgets=replaces)

    def change_together(self, changes: Sequence[Write | TakeBack]) -> Future[list[Receipt]]:
        """Store and remove bodies of the room, all of them or none."""
        return self._writer.submit(lambda c: change_together(c, self._id, changes))

    def put_for_other(self, write: Write) -> Future[Receipt]:
        """Store a body as a new author of its own."""
        return self._writer.submit(lambda c: entries.put_for_other(c, self._id, write))

    def take_back(self, request: TakeBack) -> Future[Receipt]:
        """Remove one entry."""
        forgets = request.author != ROOM
        return self._writer.submit(
            lambda c: entries.take_back(c, self._id, request), forgets=forgets
        )

    def take_back_all(self, author: str, write_id: str | None = None) -> Future[int]:
        """Remove everything that an author wrote."""
        once = write_id or new_id()
        return self._writer.submit(
            lambda c: entries.take_back_all(c, self._id, author, once), forgets=True
        )

    def restore(self, restored: list[Entry]) -> Future[None]:
        """Store entries read back from exported notes."""
        return self._writer.submit(lambda c: entries.restore(c, self._id, restored))

    def note_export(self, made: Export) -> Future[None]:
        """Remember that notes left the session."""
        return self._writer.submit(lambda c: exports.note(c, self._id, made))

    def change_count(self) -> int:
        """Return SQLite's ``data_version``, on a connection that never writes."""
        with self._reading:
            raw: Any = self._watcher.connection.driver_connection
            number: int = raw.execute("PRAGMA data_version").fetchone()[0]
            return number

    def close(self) -> None:
        """Finish what was begun and let go of the file."""
        self._writer.close()
        if not self._reader.closed:
            self._settle()
        with self._reading:
            self._reader.close()
            self._watcher.close()
        self._engine.dispose()
