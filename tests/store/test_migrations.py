"""Numbered changes of the tables: all of one or nothing, and never backwards."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.store.evening import answer, joined, put, texts
from tests.store.processes import beside, hear, stop_in_migration
from workshop_kit.file_errors import NewerFile
from workshop_kit.model import BROWSER
from workshop_kit.store.migrations import MIGRATIONS, Migration
from workshop_kit.store.session_file import peek
from workshop_kit.store.sqlite import SqliteStore

KNOWN = MIGRATIONS[-1].number
NEXT = KNOWN + 1


def _add_colour(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE entry ADD COLUMN colour TEXT")


def _break_half_way(connection: Connection) -> None:
    _add_colour(connection)
    connection.exec_driver_sql("DELETE FROM entry")
    raise ZeroDivisionError


TWO = (*MIGRATIONS, Migration(NEXT, _add_colour))


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
    assert _version(closed_file) == NEXT
    assert "colour" in str(_schema(closed_file))


def test_a_newer_file_is_refused_and_left_as_it_is(closed_file: Path) -> None:
    SqliteStore(closed_file, migrations=TWO).close()
    before = closed_file.read_bytes()

    with pytest.raises(NewerFile, match=f"its version is {NEXT}, this kit knows {KNOWN}"):
        SqliteStore(closed_file)
    assert isinstance(peek(closed_file), NewerFile)

    assert closed_file.read_bytes() == before
    assert _beside(closed_file) == [closed_file.name]


def test_a_migration_that_breaks_leaves_the_old_file(closed_file: Path) -> None:
    schema = _schema(closed_file)
    with pytest.raises(ZeroDivisionError):
        SqliteStore(closed_file, migrations=(*MIGRATIONS, Migration(NEXT, _break_half_way)))
    assert (_version(closed_file), _schema(closed_file)) == (KNOWN, schema)
    assert _texts(closed_file) == ["kept"]


def test_a_kit_killed_in_a_migration_leaves_the_old_file(closed_file: Path) -> None:
    schema = _schema(closed_file)
    with beside(stop_in_migration, closed_file) as (process, pipe):
        assert hear(pipe) == "half"
        process.kill()
        process.join()
    assert _texts(closed_file) == ["kept"]
    assert (_version(closed_file), _schema(closed_file)) == (KNOWN, schema)


@pytest.mark.parametrize("number", range(1, KNOWN + 1))
def test_files_of_every_version_still_open(tmp_path: Path, file: SqliteStore, number: int) -> None:
    """``version_N.sql`` is what kits of that version wrote. None of them ever changes."""
    written = Path(__file__).parent / f"version_{number}.sql"
    old = tmp_path / "old.session"
    with sqlite3.connect(old) as connection:
        connection.executescript(written.read_text(encoding="utf-8"))
    connection.close()

    store = SqliteStore(old)
    assert store.session().title == f"An evening of version {number}"
    assert texts(store) == [f"kept from version {number}, q̓ic̓əy"]
    assert [e.place for e in store.exports()] == [BROWSER] * (number > 1)
    store.close()
    file.close()
    assert _schema(old) == _schema(file.path)


def test_numbers_go_up_by_one() -> None:
    assert [m.number for m in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))
