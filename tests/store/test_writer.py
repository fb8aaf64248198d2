"""Sharing commits, and what happens to neighbours when one job or the database fails."""

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import IntegrityError

from tests.store.evening import answer, done, joined, put, refusal, texts
from workshop_kit.file_errors import CannotSave
from workshop_kit.model import AuthorRole, new_id
from workshop_kit.store.session_file import open_engine
from workshop_kit.store.sqlite import SqliteStore
from workshop_kit.store.writer import Writer


@pytest.fixture
def commits() -> Iterator[list[object]]:
    """Every commit of every connection, as it happens."""
    seen: list[object] = []

    def see(connection: Connection) -> None:
        seen.append(connection)

    event.listen(Engine, "commit", see)
    yield seen
    event.remove(Engine, "commit", see)


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """A writer over a file with one table of different numbers."""
    path = tmp_path / "numbers"
    path.touch()
    engine = open_engine(path)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE number (n UNIQUE)")
    made = Writer(engine)
    yield made
    made.close()


def add(connection: Connection, number: int) -> int:
    connection.exec_driver_sql("INSERT INTO number VALUES (?)", (number,))
    return number


def numbers(writer: Writer) -> list[int]:
    def read(connection: Connection) -> list[int]:
        return [row[0] for row in connection.exec_driver_sql("SELECT n FROM number ORDER BY n")]

    return done(writer.submit(read))


def held(writer: Writer) -> threading.Event:
    """Keep the writer busy until told, so that what is submitted meanwhile shares a commit."""
    go_on = threading.Event()
    writer.submit(lambda _: go_on.wait(20))
    return go_on


def test_puts_that_come_at_once_share_commits(file: SqliteStore, commits: list[object]) -> None:
    people = [new_id() for _ in range(500)]
    for future in [file.add_author(p, AuthorRole.PARTICIPANT) for p in people]:
        done(future)
    commits.clear()

    futures = [file.put(answer(person, "at once")) for person in people]
    receipts = [done(future) for future in futures]

    assert len({r.entry_id for r in receipts}) == 500
    assert len(texts(file)) == 500
    assert len(commits) <= 25


def test_jobs_run_in_the_order_they_came(writer: Writer) -> None:
    seen: list[int] = []
    futures = [writer.submit(partial(lambda n, _: seen.append(n), n)) for n in range(100)]
    for future in futures:
        done(future)
    assert seen == list(range(100))


def test_a_refused_write_leaves_its_neighbours_alone(file: SqliteStore) -> None:
    person = joined(file)
    futures = [
        file.put(answer(person, "first")),
        file.put(answer(person, "stale")),
        file.put(answer(new_id(), "a stranger's")),
        file.put(answer(person, "second", 1)),
    ]
    assert [refusal(f) is None for f in futures] == [True, False, False, True]
    assert texts(file) == ["second"]


def test_what_a_broken_job_wrote_is_undone_alone(writer: Writer) -> None:
    def breaks(connection: Connection) -> None:
        add(connection, 2)
        raise ZeroDivisionError

    go_on = held(writer)
    first = writer.submit(lambda c: add(c, 1))
    broken = writer.submit(breaks)
    double = writer.submit(lambda c: (add(c, 3), add(c, 1)))
    last = writer.submit(lambda c: add(c, 4))
    go_on.set()

    assert (done(first), done(last)) == (1, 4)
    assert isinstance(refusal(broken), ZeroDivisionError)
    assert isinstance(refusal(double), IntegrityError)
    assert numbers(writer) == [1, 4]


def test_when_the_database_fails_nobody_hears_saved(writer: Writer) -> None:
    go_on = held(writer)
    first = writer.submit(lambda c: add(c, 1))
    failing = writer.submit(lambda c: c.exec_driver_sql("SELECT * FROM what_is_not_there"))
    last = writer.submit(lambda c: add(c, 2))
    go_on.set()

    assert [type(refusal(f)) for f in (first, failing, last)] == [CannotSave] * 3
    assert numbers(writer) == []
    assert done(writer.submit(lambda c: add(c, 1))) == 1


def test_nobody_waits_for_ever_when_the_file_is_gone(writer: Writer, tmp_path: Path) -> None:
    for path in tmp_path.iterdir():
        path.unlink()
    assert isinstance(refusal(writer.submit(lambda c: add(c, 1))), CannotSave)
    assert isinstance(refusal(writer.submit(lambda c: add(c, 1))), CannotSave)


def test_a_job_that_nobody_waits_for_any_more_is_left_out(writer: Writer) -> None:
    go_on = held(writer)
    given_up = writer.submit(lambda c: add(c, 1))
    assert given_up.cancel()
    kept = writer.submit(lambda c: add(c, 2))
    go_on.set()
    assert done(kept) == 2
    assert numbers(writer) == [2]


def test_closing_finishes_what_was_begun(file: SqliteStore) -> None:
    person = joined(file)
    last = file.put(answer(person, "last"))
    file.close()
    assert refusal(last) is None
    assert isinstance(refusal(file.put(answer(person, "after", 1))), CannotSave)
    file.close()


def test_a_file_that_was_moved_away_takes_nothing(file: SqliteStore, tmp_path: Path) -> None:
    person = joined(file)
    put(file, answer(person, "before"))
    elsewhere = tmp_path / "elsewhere"
    file.path.rename(elsewhere)

    assert isinstance(refusal(file.put(answer(person, "would be lost", 1))), CannotSave)

    elsewhere.rename(file.path)
    put(file, answer(person, "found again", 1))
    assert texts(file) == ["found again"]


def test_the_log_says_what_failed_and_not_what_was_written(
    file: SqliteStore, caplog: pytest.LogCaptureFixture
) -> None:
    person = joined(file)
    file.path.rename(file.path.with_name("elsewhere"))
    assert refusal(file.put(answer(person, "something secret")))
    assert "FileNotFoundError" in caplog.text
    assert "secret" not in caplog.text
    assert str(file.path.parent) not in caplog.text
