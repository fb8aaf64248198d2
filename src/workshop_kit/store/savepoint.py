"""Work that fails alone: inside a transaction, and without touching what its neighbours did."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

T = TypeVar("T")


def alone(connection: Connection, job: Callable[[Connection], T]) -> T | Exception:
    """Return a job's result, or why it failed; then nothing of it stands.

    Raises
    ------
    DBAPIError
        The database itself failed: nobody in this transaction may hear "saved".
    """
    # By hand: SQLAlchemy's own savepoints cost as much as all the rest of a write.
    connection.exec_driver_sql("SAVEPOINT job")
    result: T | Exception
    try:
        result = job(connection)
    except Exception as error:
        if isinstance(error, DBAPIError) and not isinstance(error, IntegrityError):
            raise
        connection.exec_driver_sql("ROLLBACK TO SAVEPOINT job")
        result = error  # handed to whoever waits for this job
    connection.exec_driver_sql("RELEASE SAVEPOINT job")
    return result
