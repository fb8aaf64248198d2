"""Numbered changes of the tables, applied in one transaction: all of them or none."""

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, inspect, select

from workshop_kit.file_errors import DamagedFile, NewerFile
from workshop_kit.store import tables


class Migration(NamedTuple):
    """One numbered step; a step that has been released never changes."""

    number: int
    apply: Callable[[Connection], None]


def _first_tables(connection: Connection) -> None:
    # A later change of these tables freezes this one; the tests compare with files of version 1.
    first = (tables.schema_version, tables.session, tables.author, tables.entry, tables.receipt)
    tables.metadata.create_all(connection, tables=first)


def _exports(connection: Connection) -> None:
    tables.export.create(connection)


MIGRATIONS: tuple[Migration, ...] = (Migration(1, _first_tables), Migration(2, _exports))


def version_of(connection: Connection) -> int:
    """Return the number of the last migration applied; 0 for an empty database."""
    if not inspect(connection).has_table(tables.schema_version.name):
        return 0
    return connection.execute(select(tables.schema_version.c.number)).scalar() or 0


def is_up_to_date(
    connection: Connection, name: str, migrations: tuple[Migration, ...] = MIGRATIONS
) -> bool:
    """Return whether a database of ours is up to date.

    Raises
    ------
    DamagedFile
        It is not ours; ``name`` is what the message calls it.
    NewerFile
        A newer kit wrote it.
    """
    found, known = version_of(connection), migrations[-1].number
    if found < 1:
        raise DamagedFile(name)
    if found > known:
        raise NewerFile(name, found, known)
    return found == known


def migrate(connection: Connection, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring a database up to date inside the transaction that the caller began."""
    found, known = version_of(connection), migrations[-1].number
    for migration in migrations:
        if migration.number > found:
            migration.apply(connection)
    connection.execute(delete(tables.schema_version))
    connection.execute(insert(tables.schema_version).values(number=known))
