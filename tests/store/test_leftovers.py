"""What is left on the disk of a closed session, as raw bytes."""

import re
import sqlite3
import time
from pathlib import Path

import pytest

from tests.store.evening import (
    answer,
    approve,
    done,
    joined,
    open_session,
    put,
    refusal,
    taking_back,
    texts,
    words,
)
from tests.store.processes import beside, close_and_stay, hear, hold_lock
from workshop_kit.errors import SessionClosed
from workshop_kit.file_errors import CannotSave
from workshop_kit.model import Entry, SessionState, Write, new_id, today
from workshop_kit.store.sqlite import SqliteStore

LONG = " and so on" * 600
"""Longer than a page of the file, so that overflow pages are used as well."""


def on_disk(path: Path) -> bytes:
    """Everything that stands in the file and beside it."""
    return b"".join(p.read_bytes() for p in path.parent.glob(f"{path.name}*"))


def _reader(path: Path) -> sqlite3.Connection:
    """Somebody who reads, and does not end."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM entry").fetchall()
    return connection


def test_what_was_changed_or_taken_back_is_nowhere_while_the_evening_goes_on(
    file: SqliteStore,
) -> None:
    person = joined(file)
    put(file, answer(person, "OVERWRITTEN" + LONG))
    put(file, answer(person, "kept" + LONG, 1))
    put(file, answer(joined(file), "kept too"))
    other = joined(file)
    put(file, answer(other, "TAKEN-BACK" + LONG))
    done(file.take_back(taking_back(other, 1)))
    put(file, answer(other, "TAKEN-BACK" + LONG))
    done(file.take_back_all(other))
    found = on_disk(file.path)
    assert b"OVERWRITTEN" not in found
    assert b"TAKEN-BACK" not in found
    assert b"kept too" in found


def test_a_reader_delays_forgetting_and_nobody_waits(file: SqliteStore) -> None:
    person = joined(file)
    put(file, answer(person, "OVERWRITTEN"))
    reader = _reader(file.path)
    started = time.monotonic()
    put(file, answer(person, "kept", 1))
    assert time.monotonic() - started < 2
    reader.close()
    put(file, answer(joined(file), "later"))
    assert b"OVERWRITTEN" not in on_disk(file.path)


def _spoken_evening(store: SqliteStore) -> list[str]:
    """Fill a session with what must be gone after closing; return all ids that people had."""
    people = [joined(store) for _ in range(12)]
    for person in people:
        put(store, answer(person, "OVERWRITTEN" + LONG))
        put(store, answer(person, "kept" + LONG, 1))
    gone = people[:4]
    done(store.take_back(taking_back(gone[0], 2)))
    put(store, answer(gone[0], "TAKEN-BACK" + LONG))
    done(store.take_back(taking_back(gone[0], 1)))
    for person in gone[1:]:
        put(store, answer(person, "TAKEN-BACK" + LONG, 2))
        done(store.take_back_all(person))
    name = {"first_name": "MARY-JANE"}
    put(store, Write(kind="name", key="first_name", author=people[5], write_id="W" * 32, body=name))
    done(store.put_for_other(answer("SCRIBE", "kept for another", write_id="V" * 32)))
    for entry in store.entries("answer"):
        approve(store, entry.id, entry.revision)
    return people


def test_nothing_forgotten_is_left_in_the_file_or_beside_it(file: SqliteStore) -> None:
    people = _spoken_evening(file)
    when = file.entries("answer")[0].written_at
    assert when is not None
    gone = [b"OVERWRITTEN", b"TAKEN-BACK", b"MARY-JANE", b"SCRIBE", b"W" * 32, b"V" * 32]
    gone += [person.encode() for person in people]
    gone.append(when.strftime("%Y-%m-%d %H:%M").encode())
    before = on_disk(file.path)
    assert all(word in before for word in gone[2:])  # the first two went at once

    done(file.close_session(today()))

    after = on_disk(file.path)
    assert [word for word in gone if word in after] == []
    assert after.count(b'"kept') == 9
    file.close()
    assert [p.name for p in file.path.parent.iterdir()] == [file.path.name]


def test_the_order_on_the_disk_says_nothing_of_arrival(tmp_path: Path) -> None:
    marks = [f"mark-{number:02}-" for number in range(40)]
    answers = [
        Entry(id=new_id(), kind="answer", key="q3", author="-", revision=1, body=words(mark + LONG))
        for mark in marks
    ]
    orders: list[list[bytes]] = []
    for arrived in (answers, answers[::-1]):
        store = SqliteStore.create(tmp_path / f"{len(orders)}.session", open_session())
        for future in [store.restore([entry]) for entry in arrived]:
            done(future)
        done(store.close_session(today()))
        store.close()
        orders.append(re.findall(rb"mark-\d\d-", store.path.read_bytes()))
    assert len(orders[0]) == 40
    assert orders[0] == orders[1]


def test_while_somebody_reads_it_stays_owed_until_the_store_is_closed(tmp_path: Path) -> None:
    store = SqliteStore.create(tmp_path / "a.session", open_session(), busy_seconds=0.1)
    person = joined(store)
    put(store, Write(kind="answer", key="q3", author=person, write_id="w", body=words("REPLACED")))
    reader = _reader(store.path)
    done(store.take_back_all(person))
    put(store, Write(kind="answer", key="q3", author=person, write_id="v", body=words("kept")))

    assert isinstance(refusal(store.close_session(today())), CannotSave)

    assert store.session().state is SessionState.CLOSED
    assert b"REPLACED" in on_disk(store.path)
    reader.close()
    store.close()
    assert b"REPLACED" not in on_disk(store.path)
    assert b"kept" in on_disk(store.path)


def test_closing_again_finishes_what_could_not_be_finished(tmp_path: Path) -> None:
    store = SqliteStore.create(tmp_path / "a.session", open_session(), busy_seconds=0.1)
    person = joined(store)
    put(store, Write(kind="answer", key="q3", author=person, write_id="w", body=words("GONE")))
    reader = _reader(store.path)
    done(store.take_back_all(person))
    assert isinstance(refusal(store.close_session(today())), CannotSave)
    reader.close()

    closed = done(store.close_session(today()))

    assert closed == store.session()
    assert b"GONE" not in on_disk(store.path)
    assert isinstance(refusal(store.close_session(today())), SessionClosed)
    store.close()


def test_a_kit_that_was_killed_finishes_when_the_file_is_opened(file: SqliteStore) -> None:
    gone = [b"MARY-JANE", b"W" * 32, *(person.encode() for person in _spoken_evening(file))]
    file.close()
    with beside(hold_lock, file.path, "DEFERRED") as (_reader, reading):
        assert hear(reading) == "held"
        with beside(close_and_stay, file.path) as (_process, pipe):
            assert hear(pipe) == "CannotSave"
    assert all(word in on_disk(file.path) for word in gone)

    again = SqliteStore(file.path)

    left = on_disk(file.path)
    assert [word for word in gone if word in left] == []
    assert len(texts(again)) == 9
    again.close()


@pytest.mark.parametrize("text", ["short", "long" + LONG])
def test_what_was_taken_back_is_wiped_even_before_closing_once_the_kit_stops(
    file: SqliteStore, text: str
) -> None:
    person = joined(file)
    put(file, answer(person, text))
    done(file.take_back_all(person))
    file.close()
    assert text.encode() not in on_disk(file.path)
