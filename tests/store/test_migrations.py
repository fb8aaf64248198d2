"""Numbered changes of the tables: all of one or nothing, and never backwards."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.store.evening import answer, joined, put, texts
from tests.store.processes import beside, hear, stop_in_migration
from workshop_kit.errors import NewerFile
from workshop_kit.store.migrations import MIGRATIONS, Migration
from workshop_kit.store.session_file import peek
from workshop_kit.store.sqlite import SqliteStore

VERSION_1 = Path(__file__).parent / "version_1.sql"


def _add_colour(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE entry ADD COLUMN colour TEXT")


def _break_half_way(connection: Connection) -> None:
    _add_colour(connection)
    connection.exec_driver_sql("DELETE FROM entry")
    raise ZeroDivisionError


TWO = (*MIGRATIONS, Migration(2, _add_colour))


@pytest.fixture
def closed_file(file: SqliteStore) -> Path:
    put(file, answer(joined(file), "kept"))
    file.close()
    return file.path


def _schema(path: Path) -> list[tuple[str, str, str]]:
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    connection.close()
    return sorted((kind, name, " ".join((sql or "").split())) for kind, name, sql in found)


def _version(path: Path) -> int:
    with sqlite3.connect(path) as connection:
        (number,) = connection.execute("SELECT number FROM schema_version").fetchone()
    connection.close()
    return int(number)


def _texts(path: Path) -> list[str]:
    store = SqliteStore(path)
    found = texts(store)
    store.close()
    return found


def _beside(path: Path) -> list[str]:
    return [p.name for p in path.parent.iterdir()]


def test_an_older_file_is_brought_up_to_date_once(closed_file: Path) -> None:
    for _ in range(2):
        store = SqliteStore(closed_file, migrations=TWO)
        assert texts(store) == ["kept"]
        store.close()
    assert _version(closed_file) == 2
    assert "colour" in str(_schema(closed_file))


def test_a_newer_file_is_refused_and_left_as_it_is(closed_file: Path) -> None:
    SqliteStore(closed_file, migrations=TWO).close()
    before = closed_file.read_bytes()

    with pytest.raises(NewerFile, match=r"its version is 2, this kit knows 1"):
        SqliteStore(closed_file)
    assert isinstance(peek(closed_file), NewerFile)

    assert closed_file.read_bytes() == before
    assert _beside(closed_file) == [closed_file.name]


def test_a_migration_that_breaks_leaves_the_old_file(closed_file: Path) -> None:
    schema = _schema(closed_file)
    with pytest.raises(ZeroDivisionError):
        SqliteStore(closed_file, migrations=(*MIGRATIONS, Migration(2, _break_half_way)))
    assert (_version(closed_file), _schema(closed_file)) == (1, schema)
    assert _texts(closed_file) == ["kept"]


def test_a_kit_killed_in_a_migration_leaves_the_old_file(closed_file: Path) -> None:
    schema = _schema(closed_file)
    with beside(stop_in_migration, closed_file) as (process, pipe):
        assert hear(pipe) == "half"
        process.kill()
        process.join()
    assert _texts(closed_file) == ["kept"]
    assert (_version(closed_file), _schema(closed_file)) == (1, schema)


def test_a_file_of_version_1_still_opens(tmp_path: Path, file: SqliteStore) -> None:
    """``version_1.sql`` is what the first release wrote. It never changes."""
    old = tmp_path / "old.session"
    with sqlite3.connect(old) as connection:
        connection.executescript(VERSION_1.read_text(encoding="utf-8"))
    connection.close()

    store = SqliteStore(old)
    assert store.session().title == "An evening of version 1"
    assert texts(store) == ["kept from version 1, q̓ic̓əy"]
    store.close()
    file.close()
    assert _schema(old) == _schema(file.path)


def test_numbers_go_up_by_one() -> None:
    assert [m.number for m in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))
