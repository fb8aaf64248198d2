"""Files that are no sessions, and sessions that are left alone."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.store.evening import answer, done, joined, open_session, put, texts
from tests.store.processes import beside, hear, hold_lock, read_texts
from workshop_kit.file_errors import CannotUseData, DamagedFile, FileInUse
from workshop_kit.model import Session
from workshop_kit.store.session_file import open_engine, peek
from workshop_kit.store.sqlite import SqliteStore


@pytest.fixture
def closed_file(file: SqliteStore) -> Path:
    long = "x" * 3000
    for future in [file.put_for_other(answer("scribe", f"{n} {long}")) for n in range(40)]:
        done(future)
    file.close()
    return file.path


def _text(path: Path) -> None:
    path.write_text("A shopping list, not a workshop.\n" * 100, encoding="utf-8")


def _empty(path: Path) -> None:
    path.touch()


def _other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE moz_places (url)")
    connection.commit()
    connection.close()


def _empty_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _no_session(path: Path) -> None:
    _changed(path, "DELETE FROM session")


def _two_sessions(path: Path) -> None:
    _changed(path, "INSERT INTO session SELECT 'other', body FROM session")


def _session_of_nonsense(path: Path) -> None:
    _changed(path, """UPDATE session SET body = '{"title": 3}'""")


def _session_of_no_json(path: Path) -> None:
    _changed(path, "UPDATE session SET body = 'nonsense'")


def _other_version_table(path: Path) -> None:
    _changed(path, "ALTER TABLE schema_version RENAME COLUMN number TO other")


def _changed(path: Path, statement: str) -> None:
    SqliteStore.create(path, open_session()).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "make",
    [
        _text,
        _empty,
        _other_database,
        _empty_database,
        _no_session,
        _two_sessions,
        _session_of_nonsense,
        _session_of_no_json,
        _other_version_table,
    ],
)
def test_what_is_no_session_is_refused_and_left_as_it_is(tmp_path: Path, make: object) -> None:
    path = tmp_path / "x.session"
    assert callable(make)
    make(path)
    before = path.read_bytes()

    with pytest.raises(DamagedFile, match=r"“x\.session” could not be read as a workshop"):
        SqliteStore(path)
    assert isinstance(peek(path), DamagedFile)

    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["x.session"]


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.session").mkdir()
    for name in ("folder.session", "missing.session"):
        with pytest.raises(DamagedFile):
            SqliteStore(tmp_path / name)
        assert isinstance(peek(tmp_path / name), DamagedFile)
    assert [p.name for p in tmp_path.iterdir()] == ["folder.session"]
    assert list((tmp_path / "folder.session").iterdir()) == []


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.99])
def test_a_truncated_file_is_refused_and_left_as_it_is(closed_file: Path, share: float) -> None:
    os.truncate(closed_file, int(closed_file.stat().st_size * share))
    before = closed_file.read_bytes()

    with pytest.raises(DamagedFile):
        SqliteStore(closed_file)
    assert isinstance(peek(closed_file), DamagedFile)

    assert closed_file.read_bytes() == before
    assert [p.name for p in closed_file.parent.iterdir()] == [closed_file.name]


def test_damage_that_shows_later_is_named(closed_file: Path) -> None:
    content = bytearray(closed_file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8 * 4096] = b"\xff" * (8 * 4096)
    closed_file.write_bytes(content)
    with pytest.raises(DamagedFile):
        texts(SqliteStore(closed_file))


def test_opening_and_closing_leave_an_up_to_date_file_as_it_is(closed_file: Path) -> None:
    before = closed_file.read_bytes(), closed_file.stat().st_mtime_ns

    store = SqliteStore(closed_file)
    assert len(texts(store)) == 40
    assert (closed_file.read_bytes(), closed_file.stat().st_mtime_ns) == before
    store.close()

    assert (closed_file.read_bytes(), closed_file.stat().st_mtime_ns) == before
    assert [p.name for p in closed_file.parent.iterdir()] == [closed_file.name]


def test_peeking_leaves_no_trace(closed_file: Path) -> None:
    before = closed_file.read_bytes(), closed_file.stat().st_mtime_ns
    assert isinstance(peek(closed_file), Session)
    assert (closed_file.read_bytes(), closed_file.stat().st_mtime_ns) == before
    assert [p.name for p in closed_file.parent.iterdir()] == [closed_file.name]


def test_peeking_sees_what_stands_only_in_the_journal(file: SqliteStore) -> None:
    file.change_session({"title": "New"}).result()
    assert b"New" not in file.path.read_bytes()
    found = peek(file.path)
    assert isinstance(found, Session)
    assert found.title == "New"


def test_peeking_after_a_crash_leaves_the_journal_to_be_recovered(
    file: SqliteStore, tmp_path: Path
) -> None:
    put(file, answer(joined(file), "only in the journal"))
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for end in ("", "-wal"):
        shutil.copy(file.path.with_name(file.path.name + end), crashed)

    assert peek(crashed / file.path.name) == file.session()
    store = SqliteStore(crashed / file.path.name)
    assert texts(store) == ["only in the journal"]
    store.close()


def test_peeking_ends_no_lock_of_a_store_that_is_open(file: SqliteStore) -> None:
    """Else another program that is done reading would take the journal away from under it."""
    first, second = joined(file), joined(file)
    put(file, answer(first, "before"))
    assert isinstance(peek(file.path), Session)
    with beside(read_texts, file.path) as (_process, pipe):
        assert hear(pipe) == ["before"]
    put(file, answer(second, "after"))
    with beside(read_texts, file.path) as (_process, pipe):
        assert sorted(hear(pipe)) == ["after", "before"]


def test_peeking_does_not_wait_for_writers(file: SqliteStore) -> None:
    with beside(hold_lock, file.path, "EXCLUSIVE") as (_process, pipe):
        assert hear(pipe) == "held"
        assert isinstance(peek(file.path), Session)


def test_a_file_that_another_program_holds_whole_is_named(closed_file: Path) -> None:
    connection = sqlite3.connect(closed_file, isolation_level=None)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FileInUse, match=closed_file.name):
        SqliteStore(closed_file, busy_seconds=0.1)
    connection.close()


def test_a_session_is_never_made_over_another(closed_file: Path) -> None:
    before = closed_file.read_bytes()
    with pytest.raises(CannotUseData):
        SqliteStore.create(closed_file, open_session())
    assert closed_file.read_bytes() == before


def test_a_session_that_could_not_be_made_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(CannotUseData):
        SqliteStore.create(tmp_path / "no such folder" / "a.session", open_session())
    assert list(tmp_path.iterdir()) == []


def test_a_commit_reaches_the_disk_before_it_is_acknowledged(closed_file: Path) -> None:
    with open_engine(closed_file).connect() as connection:
        for name, value in {
            "journal_mode": "wal",
            "synchronous": 2,  # FULL
            "foreign_keys": 1,
            "secure_delete": 1,
            "temp_store": 2,  # MEMORY
        }.items():
            assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value, name
