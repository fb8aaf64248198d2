"""A session's SQLite file: how it is opened, and what its database's errors mean to a person."""

import errno
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from workshop_kit.errors import KitError, NotJoined
from workshop_kit.file_errors import CannotSave, CannotUseData, DamagedFile, FileInUse, Trouble
from workshop_kit.model import Session
from workshop_kit.store import sessions
from workshop_kit.store.migrations import MIGRATIONS, Migration, is_up_to_date

T = TypeVar("T")

BUSY_SECONDS = 5.0
"""How long a write waits for another process that holds the file."""
_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",  # what people wrote never stands in a temporary file
)
_LEAST_ROOM = 64 * 1024
"""Bytes: what stands beside a session's file as soon as it is opened."""
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_IN_USE = ("SQLITE_BUSY", "SQLITE_LOCKED")
_NO_ACCESS = ("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_IOERR", "SQLITE_FULL")


def open_engine(path: Path, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Return an engine over an existing file, for reading (option ``reading``) and writing.

    A write is refused once the file was moved or replaced: it would be lost with the old one.
    """
    engine = _engine(path, "mode=rw", busy_seconds)
    opened = _identity(path)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get("reading", False):
            connection.exec_driver_sql("BEGIN")
            return
        if _identity(path) != opened:
            raise FileNotFoundError(path.name)
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _check_size(path: Path) -> None:
    """Refuse what SQLite would take for a new database.

    The file is not opened for that: where this process has it open in SQLite, closing it here
    would end SQLite's locks, and another program could take the journal away from under it
    (SQLite, How To Corrupt, 2.2).

    Raises
    ------
    DamagedFile
        It is missing, empty or no file.
    CannotUseData
        It may not be looked at.
    """
    try:
        found = path.stat()
    except PermissionError as error:
        raise as_kit_error(error, path) from error
    except OSError as error:
        raise DamagedFile(path.name) from error
    if not (stat.S_ISREG(found.st_mode) and found.st_size):
        raise DamagedFile(path.name)


def _check_whole(connection: Connection, path: Path) -> None:
    """Refuse a file that was cut off inside its last page; SQLite would read the others."""
    page = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    if path.stat().st_size % page:
        raise DamagedFile(path.name)


def peek(
    path: Path,
    busy_seconds: float = BUSY_SECONDS,
    migrations: tuple[Migration, ...] = MIGRATIONS,
) -> Session | KitError:
    """Return the session in a file, or why it cannot be read.

    No lock is taken and no file appears beside it, unless somebody has it open already.
    """
    return look_into(path, sessions.only, busy_seconds, migrations)


def look_into(
    path: Path,
    job: Callable[[Connection], T],
    busy_seconds: float = BUSY_SECONDS,
    migrations: tuple[Migration, ...] = MIGRATIONS,
) -> T | KitError:
    """Read something of a file of any version without changing it, or return why not.

    The job may find tables of an older version. No lock is taken, as with :func:`peek`.
    """
    if not _has_journal(path):
        found = _look(path, "mode=ro&immutable=1", job, busy_seconds, migrations)
        if not _has_journal(path):  # else somebody began to write while we read
            return found
    return _look(path, "mode=ro", job, busy_seconds, migrations)


def be_alone_with(path: Path, busy_seconds: float = BUSY_SECONDS) -> None:
    """Take everything out of the journal and end it: no other connection may be open for that.

    A file that SQLite cannot read is left to whoever asks: nobody can be reading it.

    Raises
    ------
    FileInUse
        Another connection, perhaps of another program, is open.
    CannotUseData
        The file or its folder may not be written.
    """
    effective = os.access in os.supports_effective_ids
    if not os.access(path, os.W_OK, effective_ids=effective):
        # SQLite would leave a journal beside it that nobody may write either.
        raise CannotUseData(path.name, os.strerror(errno.EACCES))
    try:
        with closing(_connected(path, "mode=rw", busy_seconds)) as raw:
            [mode] = raw.execute("PRAGMA journal_mode=DELETE").fetchone()
            if mode != "delete":
                raise FileInUse(path.name)
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("ROLLBACK")
    except sqlite3.Error as error:
        problem = as_kit_error(error, path)
        if not isinstance(problem, DamagedFile):
            raise problem from error


def as_kit_error(error: Exception, path: Path) -> KitError:
    """Return what a failed reading or opening means to a person."""
    if isinstance(error, KitError) and not isinstance(error, NotJoined):
        return error
    if isinstance(error, OSError):
        return CannotUseData(str(path), error.strerror or type(error).__name__)
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(cause, "sqlite_errorname", ""))
    if name.startswith(_IN_USE):
        return FileInUse(path.name)
    if name.startswith(_NO_ACCESS):
        full = name == "SQLITE_FULL" or _is_full(path)
        return CannotUseData(path.name, os.strerror(errno.ENOSPC) if full else str(cause))
    return DamagedFile(path.name)


def _is_full(path: Path) -> bool:
    """Tell whether the disk is why nothing could be written; SQLite does not always say so."""
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False


def as_cannot_save(error: Exception) -> CannotSave:
    """Return what a failed write means to a person."""
    if isinstance(error, CannotSave):
        return error
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = str(getattr(cause, "sqlite_errorname", ""))
    if name == "SQLITE_FULL" or getattr(cause, "errno", None) in _NO_ROOM:
        return CannotSave(Trouble.DISK_FULL)
    return CannotSave(Trouble.LOCKED if name.startswith(_IN_USE) else Trouble.CANNOT_SAVE)


def try_to_write(connection: Connection) -> None:
    """Write a number that stands in the file over itself: the smallest change that is a change."""
    number = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _connected(path: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=busy_seconds,
        isolation_level=None,  # we say BEGIN ourselves
        check_same_thread=False,
    )


def _engine(path: Path, mode: str, busy_seconds: float) -> Engine:
    def connect() -> sqlite3.Connection:
        return _connected(path, mode, busy_seconds)

    # hide_parameters: an error's text must not carry what people wrote
    return create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _has_journal(path: Path) -> bool:
    return os.path.exists(f"{path}-wal")  # noqa: PTH110 - Path.exists may raise


def _look(
    path: Path,
    mode: str,
    job: Callable[[Connection], T],
    busy_seconds: float,
    migrations: tuple[Migration, ...],
) -> T | KitError:
    try:
        _check_size(path)
        with _engine(path, mode, busy_seconds).connect() as connection:
            _check_whole(connection, path)
            is_up_to_date(connection, path.name, migrations)
            return job(connection)
    except (KitError, SQLAlchemyError, ValueError) as error:
        return as_kit_error(error, path)
