"""Rewriting a file, so that nothing of what was deleted is left in it or beside it."""

from typing import Any

from sqlalchemy import Connection, Engine

from workshop_kit.errors import CannotSave


def owe(connection: Connection) -> None:
    """Note, in the caller's transaction, that the file has to be rewritten."""
    connection.exec_driver_sql("PRAGMA user_version = 1")


def is_owed(connection: Connection) -> bool:
    """Tell whether the file has still to be rewritten, say because the laptop went out."""
    return bool(connection.exec_driver_sql("PRAGMA user_version").scalar())


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
