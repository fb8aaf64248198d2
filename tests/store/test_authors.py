"""Joining and leaving. Over every database."""

import pytest

from tests.store.databases import Database
from tests.store.evening import answer, contact, done, joined, put, texts
from workshop_kit.errors import NotJoined
from workshop_kit.model import AuthorRole, Write
from workshop_kit.store.contract import Store


def test_people_are_counted(store: Store) -> None:
    first, _second = joined(store), joined(store)
    assert (store.people().joined, store.people().here) == (2, 2)
    done(store.leave(first))
    assert (store.people().joined, store.people().here) == (2, 1)


def test_joining_again_counts_once(store: Store, person: str) -> None:
    done(store.add_author(person, AuthorRole.PARTICIPANT))
    assert (store.people().joined, store.people().here) == (1, 1)


def test_leaving_forgets_the_first_name_and_keeps_what_was_sent(store: Store, person: str) -> None:
    put(store, answer(person, "kept"))
    name = {"first_name": "Mary"}
    put(store, Write(kind="name", key="first_name", author=person, write_id="n", body=name))

    done(store.leave(person))

    assert store.entries("name") == []
    assert texts(store) == ["kept"]


def test_whoever_left_is_a_stranger_to_what_they_sent(store: Store, person: str) -> None:
    sent = put(store, answer(person, "kept"))
    done(store.leave(person))
    assert texts(store, person) == []
    assert store.author_role(person) is None
    for late in (answer(person, "forged", revision=1), answer(person, "forged")):
        with pytest.raises(NotJoined):
            put(store, late)
    done(store.add_author(person, AuthorRole.PARTICIPANT))
    assert texts(store, person) == []
    assert store.entry(sent.entry_id) is not None


def test_leaving_twice_or_unknown_is_no_error(store: Store, person: str) -> None:
    done(store.leave(person))
    done(store.leave(person))
    done(store.leave("nobody"))
    assert store.people().here == 0


def test_people_are_remembered(database: Database, store: Store, person: str) -> None:
    done(store.leave(joined(store)))
    again = database.reopen(store)
    assert (again.people().joined, again.people().here) == (2, 1)


def test_leaving_parts_a_contact_from_answers_and_from_the_time(store: Store, person: str) -> None:
    put(store, answer(person, "kept"))
    put(store, contact(person))
    done(store.leave(person))
    [one] = store.entries("contact")
    [other] = store.entries("answer")
    assert one.author not in {person, other.author}
    assert (one.written_at, one.body["name"]) == (None, "Ana Example of Maple Hall")
    assert (store.people().joined, store.people().here) == (1, 0)
