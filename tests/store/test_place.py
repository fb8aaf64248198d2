"""Who may write where, and when; what a refusal tells. Over every database."""

import pytest

from tests.store.databases import Database
from tests.store.evening import (
    answer,
    done,
    joined,
    put,
    refusal,
    set_question,
    taking_back,
    texts,
    words,
)
from workshop_kit.errors import (
    NotJoined,
    QuestionClosed,
    SessionClosed,
    SessionNotOpen,
    StaleRevision,
)
from workshop_kit.model import AuthorRole, Session, Write, new_id, today
from workshop_kit.store.contract import Store


@pytest.mark.parametrize("revision", [0, 1, 3])
def test_a_stale_revision_gets_what_stands_there(store: Store, person: str, revision: int) -> None:
    put(store, answer(person, "first"))
    put(store, answer(person, "second", 1))
    before = store.entries()

    problem = refusal(store.put(answer(person, "from an old page", revision)))

    assert isinstance(problem, StaleRevision)
    assert problem.current == {"revision": 2, "body": words("second")}
    assert store.entries() == before


def test_a_revision_of_nothing_is_stale_too(store: Store, person: str) -> None:
    problem = refusal(store.put(answer(person, "after taking back elsewhere", 2)))
    assert isinstance(problem, StaleRevision)
    assert problem.current is None
    assert store.entries("answer") == []


def test_a_refused_write_may_be_sent_again_under_its_id(store: Store, person: str) -> None:
    put(store, answer(person, "first"))
    assert refusal(store.put(answer(person, "x", 0, write_id="again")))
    assert put(store, answer(person, "second", 1, write_id="again")).revision == 2


@pytest.mark.parametrize("state", ["waiting", "closed"])
def test_only_an_open_question_takes_answers(store: Store, person: str, state: str) -> None:
    put(store, answer(person, "in time"))
    set_question(store, state)
    before = store.entries()

    assert isinstance(refusal(store.put(answer(person, "late", 1))), QuestionClosed)
    assert isinstance(refusal(store.take_back(taking_back(person, 1))), QuestionClosed)
    assert isinstance(refusal(store.put_for_other(answer(new_id(), "late"))), QuestionClosed)
    assert store.entries() == before


def test_a_question_that_nobody_opened_takes_no_answers(store: Store, person: str) -> None:
    assert isinstance(refusal(store.put(answer(person, "x", key="q4"))), QuestionClosed)


def test_nobody_answers_before_the_session_opens(database: Database) -> None:
    store = database.create(Session(title="Planned"))
    set_question(store, "open")
    person = joined(store)
    assert isinstance(refusal(store.put(answer(person, "early"))), SessionNotOpen)
    assert isinstance(refusal(store.put_for_other(answer(new_id(), "early"))), SessionNotOpen)
    assert store.entries("answer") == []


def test_a_first_name_may_come_before_the_session_opens(database: Database) -> None:
    store = database.create(Session(title="Planned", first_names_allowed=True))
    person = joined(store)
    name = Write(kind="name", key="first_name", author=person, write_id="w", body={"n": "Mary"})
    put(store, name)
    assert [e.body for e in store.entries("name")] == [{"n": "Mary"}]


def test_nothing_is_written_once_the_session_closed(store: Store, person: str) -> None:
    put(store, answer(person, "in time"))
    done(store.close_session(today()))
    before = store.entries()
    for late in (
        store.put(answer(person, "late", 1)),
        store.put_for_other(answer(new_id(), "late")),
        store.take_back(taking_back(person, 1)),
        store.take_back_all(person),
        store.add_author(new_id(), AuthorRole.PARTICIPANT),
        store.close_session(today()),
    ):
        assert isinstance(refusal(late), SessionClosed)
    assert store.entries() == before


def test_who_never_joined_cannot_write(store: Store) -> None:
    stranger = new_id()
    assert isinstance(refusal(store.put(answer(stranger, "x"))), NotJoined)
    assert isinstance(refusal(store.take_back(taking_back(stranger, 1))), NotJoined)


def test_taking_back_an_older_text_is_stale(store: Store, person: str) -> None:
    put(store, answer(person, "first"))
    put(store, answer(person, "second", 1))
    assert isinstance(refusal(store.take_back(taking_back(person, 1))), StaleRevision)
    assert texts(store) == ["second"]
