"""Rewriting a file, so that nothing of what was deleted is left in it or beside it."""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine

from workshop_kit.file_errors import CannotSave


def owe(connection: Connection) -> None:
    """Note, in the caller's transaction, that the file has to be rewritten."""
    connection.exec_driver_sql("PRAGMA user_version = 1")


def is_owed(connection: Connection) -> bool:
    """Tell whether the file has still to be rewritten, say because the laptop went out."""
    return bool(connection.exec_driver_sql("PRAGMA user_version").scalar())


def empty_journal(connection: Connection) -> bool:
    """Move everything out of the journal, where replaced words would stand beside the new ones.

    Return whether that could be done: not while somebody reads, and nobody is waited for.
    """
    raw: Any = connection.connection.driver_connection  # it must not run in a transaction
    patience = raw.execute("PRAGMA busy_timeout").fetchone()[0]
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        blocked, _pages, _moved = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        return False
    finally:
        raw.execute(f"PRAGMA busy_timeout = {patience}")
    return not blocked


def rewrite(engine: Engine) -> None:
    """Write the file anew, in order of its ids, and empty the journal beside it.

    Raises
    ------
    CannotSave
        Somebody was reading all the while, so that old pages had to stay. It stays owed.
    """
    with engine.connect() as connection:
        raw: Any = connection.connection.driver_connection  # none of this runs in a transaction
        raw.execute("VACUUM")
        blocked, _pages, _moved = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if blocked:
            raise CannotSave
        raw.execute("PRAGMA user_version = 0")
