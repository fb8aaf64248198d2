"""Many writes in one go: each ends as it would alone, and a hundred cost a few statements."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future

import pytest
from sqlalchemy import Connection, Engine, event

from tests.store.databases import Database
from tests.store.evening import answer, done, joined, put, set_question, texts
from workshop_kit.errors import (
    NotJoined,
    QuestionClosed,
    SessionClosed,
    SessionNotOpen,
    StaleRevision,
)
from workshop_kit.file_errors import CannotSave
from workshop_kit.model import ROOM, AuthorRole, Receipt, Session, Write, new_id, today
from workshop_kit.store.contract import Store
from workshop_kit.store.sqlite import SqliteStore


def put_all(store: Store, *writes: Write) -> list[Receipt | Exception]:
    return done(store.put_all(writes))


def receipts(found: list[Receipt | Exception]) -> list[Receipt]:
    assert all(isinstance(one, Receipt) for one in found), found
    return [one for one in found if isinstance(one, Receipt)]


def test_all_are_stored_and_each_gets_its_own_receipt(store: Store) -> None:
    people = [joined(store) for _ in range(20)]
    found = receipts(
        put_all(store, *(answer(who, f"“{n}” \ud83d\0", 0) for n, who in enumerate(people)))
    )
    assert {one.revision for one in found} == {1}
    stored = {entry.author: entry for entry in store.entries("answer")}
    for number, (who, receipt) in enumerate(zip(people, found, strict=True)):
        assert stored[who].body["items"] == [f"“{number}” \ud83d\0"]
        assert stored[who].id == receipt.entry_id
        assert stored[who].written_at == receipt.written_at


def test_a_later_revision_replaces(store: Store, person: str) -> None:
    first = put(store, answer(person, "first"))
    [second] = receipts(put_all(store, answer(person, "second", 1)))
    assert (second.entry_id, second.revision) == (first.entry_id, 2)
    assert texts(store) == ["second"]


def test_the_same_write_again_gets_the_same_receipt(store: Store, person: str) -> None:
    write = answer(person, "once")
    twice = receipts(put_all(store, write, write))
    [again] = receipts(put_all(store, write))
    assert [*twice, put(store, write)] == [again] * 3
    assert texts(store) == ["once"]


def test_several_of_one_place_go_in_their_order(store: Store, person: str) -> None:
    found = put_all(store, answer(person, "one"), answer(person, "stale"), answer(person, "two", 1))
    assert isinstance(found[1], StaleRevision)
    assert found[1].current == {"revision": 1, "body": answer(person, "one").body}
    assert isinstance(found[0], Receipt)
    assert isinstance(found[2], Receipt)
    assert texts(store) == ["two"]


def test_one_write_id_is_used_once_by_a_person(store: Store, person: str) -> None:
    set_question(store, "open", "q4")
    first, second = receipts(
        put_all(
            store,
            answer(person, "q3", write_id="same"),
            answer(person, "q4", key="q4", write_id="same"),
        )
    )
    assert first == second
    assert texts(store) == ["q3"]


def test_each_is_refused_alone(store: Store, person: str) -> None:
    put(store, answer(person, "before"))
    other = joined(store)
    found = put_all(
        store,
        answer(person, "stale"),
        answer(new_id(), "a stranger's"),
        answer(other, "not open", key="q9"),
        answer(other, "kept"),
    )
    assert [type(one) for one in found] == [StaleRevision, NotJoined, QuestionClosed, Receipt]
    assert texts(store) == ["before", "kept"]


def test_what_the_room_decides_in_between_counts(store: Store, person: str) -> None:
    closing = Write(
        kind="question", key="q3", author=ROOM, write_id="close", revision=1,
        body={"state": "closed"},
    )  # fmt: skip
    other = joined(store)
    found = put_all(store, answer(person, "in time"), closing, answer(other, "too late"))
    assert [type(one) for one in found] == [Receipt, Receipt, QuestionClosed]
    assert texts(store) == ["in time"]


def test_nothing_is_taken_before_opening_or_after_closing(database: Database) -> None:
    draft = database.create(Session(title="Draft"))
    who = joined(draft)
    [early] = put_all(draft, answer(who, "early"))
    assert isinstance(early, SessionNotOpen)
    done(draft.change_session({"state": "open"}))
    done(draft.close_session(today()))
    [late] = put_all(draft, answer(who, "late"))
    assert isinstance(late, SessionClosed)


def test_none_is_no_trouble(store: Store) -> None:
    assert put_all(store) == []


def test_nobody_hears_saved_when_the_file_is_gone(file: SqliteStore) -> None:
    who = joined(file)
    file.path.rename(file.path.with_name("elsewhere"))
    assert isinstance(file.put_all([answer(who, "lost")]).exception(60), CannotSave)


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Every statement of every connection, as it is executed."""
    seen: list[str] = []

    def see(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", see)
    yield seen
    event.remove(Engine, "before_cursor_execute", see)


def test_many_cost_no_more_statements_than_one(file: SqliteStore, statements: list[str]) -> None:
    people = [new_id() for _ in range(300)]
    waiting: list[Future[None]] = [file.add_author(p, AuthorRole.PARTICIPANT) for p in people]
    for future in waiting:
        done(future)
    counts = []
    for some in (people[:1], people[1:]):
        statements.clear()
        receipts(put_all(file, *(answer(who, "at once") for who in some)))
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 10
    assert len(texts(file)) == 300


def test_each_write_is_looked_up_and_nobody_else(file: SqliteStore) -> None:
    """With another plan, everybody who joined would be compared with every write."""
    plans: list[list[str]] = []

    def plan(
        connection: Connection,
        _cursor: object,
        statement: str,
        values: tuple[object, ...],
        *_: object,
    ) -> None:
        if "json_each" in statement:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            rows = raw.execute(f"EXPLAIN QUERY PLAN {statement}", values)
            plans.append([row[3] for row in rows])

    people = [joined(file) for _ in range(50)]
    event.listen(Engine, "before_cursor_execute", plan)
    try:
        receipts(put_all(file, *(answer(who, "at once") for who in people)))
    finally:
        event.remove(Engine, "before_cursor_execute", plan)
    assert len(plans) == 3
    for steps in plans:
        assert steps[0].startswith("SCAN"), steps
        assert sum(step.startswith("SCAN") for step in steps) == 1, steps
