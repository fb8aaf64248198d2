"""The session itself: changing and closing it. Over every database."""

from datetime import timedelta
from typing import Any

import pytest

from tests.store.databases import Database
from tests.store.evening import (
    answer,
    approve,
    contact,
    done,
    joined,
    put,
    refusal,
    set_question,
    texts,
)
from workshop_kit.errors import InvalidBody, SessionClosed
from workshop_kit.model import (
    ROOM,
    AuthorRole,
    RolePresent,
    Session,
    SessionState,
    Write,
    new_id,
    today,
)
from workshop_kit.review import reviewed
from workshop_kit.store.contract import Store


def test_a_session_is_kept_whole(database: Database) -> None:
    new = Session(
        title="Kwikwetlem / kʷikʷəƛ̓əm",
        community="Coquitlam",
        roles_present=(RolePresent.POLICE, RolePresent.MEDIA),
        first_names_allowed=True,
        keep_days=30,
        passphrase_hash="$argon2id$…",
    )
    store = database.create(new)
    assert store.session() == new
    assert database.reopen(store).session() == new


def test_details_change_alone(store: Store) -> None:
    before = store.session()
    after = done(store.change_session({"title": "Another name", "keep_days": 7}))
    assert after == store.session()
    assert after == before.model_copy(update={"title": "Another name", "keep_days": 7})


def test_a_planned_session_opens(database: Database) -> None:
    store = database.create(Session(title="Planned"))
    assert done(store.change_session({"state": "open"})).state is SessionState.OPEN


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ""},
        {"keep_days": 0},
        {"unknown": 1},
        {"id": "other"},
        {"closed_on": "2026-11-22"},
        {"people_joined": 3},
        {"state": "closed"},
    ],
)
def test_a_wrong_change_changes_nothing(store: Store, changes: dict[str, Any]) -> None:
    before = store.session()
    assert isinstance(refusal(store.change_session(changes)), InvalidBody)
    assert store.session() == before


def test_a_closed_session_never_opens_again(store: Store) -> None:
    done(store.close_session(today()))
    assert isinstance(refusal(store.change_session({"state": "open"})), SessionClosed)
    assert store.session().state is SessionState.CLOSED
    done(store.change_session({"title": "A better name"}))
    assert store.session().title == "A better name"


def test_closing_counts_people_and_sets_the_day(store: Store, person: str) -> None:
    done(store.leave(person))
    joined(store)
    done(store.put_for_other(answer(new_id(), "said aloud")))

    closed = done(store.close_session(today()))

    assert closed == store.session()
    assert (closed.state, closed.closed_on) == (SessionState.CLOSED, today())
    assert closed.people_joined == 2
    assert closed.destroy_on == today() + timedelta(days=14)


def test_closing_forgets_who_when_and_names(store: Store, person: str) -> None:
    set_question(store, "open", "q4")
    for key in ("q3", "q4"):
        put(store, answer(person, f"mine {key}", key=key))
    done(store.put_for_other(answer("scribe", "said aloud")))
    name = {"first_name": "Mary"}
    put(store, Write(kind="name", key="first_name", author=person, write_id="n", body=name))
    before = {e.id: e for e in store.entries("answer")}

    done(store.close_session(today()))

    after = {e.id: e for e in store.entries("answer")}
    assert set(after) == set(before)
    assert {e.body["items"][0] for e in after.values()} == {"mine q3", "mine q4", "said aloud"}
    assert all(e.written_at is None for e in store.entries())
    assert len({e.author for e in after.values()}) == 3
    assert {e.author for e in after.values()}.isdisjoint({e.author for e in before.values()})
    assert store.author_role(person) is None
    assert store.author_role("scribe") is None
    assert len(store.authors(AuthorRole.FOR_OTHERS)) == 1
    assert store.entries("name") == []


def test_closing_forgets_receipts(store: Store, person: str) -> None:
    write = answer(person, "mine")
    put(store, write)
    done(store.close_session(today()))
    assert isinstance(refusal(store.put(write)), SessionClosed)


def test_closing_keeps_decisions_and_the_room(store: Store, person: str) -> None:
    approve(store, put(store, answer(person, "mine")).entry_id)
    done(store.close_session(today()))
    found = reviewed(store.entries(), "q3")
    assert [one.decision for one in found] == ["approved"]
    assert {e.author for e in store.entries("question")} == {ROOM}


def test_the_room_may_still_decide_after_closing(store: Store, person: str) -> None:
    entry = put(store, answer(person, "mine"))
    done(store.close_session(today()))
    approve(store, entry.entry_id)
    assert [one.decision for one in reviewed(store.entries(), "q3")] == ["approved"]


def test_a_closed_session_stays_closed_when_opened_again(
    database: Database, store: Store, person: str
) -> None:
    put(store, answer(person, "mine"))
    closed = done(store.close_session(today()))
    again = database.reopen(store)
    assert again.session() == closed
    assert texts(again) == ["mine"]
    assert isinstance(refusal(again.close_session(today())), SessionClosed)


def test_contacts_outlive_closing_and_nothing_joins_them_with_answers(
    database: Database, store: Store, person: str
) -> None:
    other = joined(store)
    for one in (person, other):
        put(store, answer(one, "kept"))
        put(store, contact(one))
    done(store.leave(other))
    done(store.close_session(today()))
    store = database.reopen(store)
    found = store.entries("contact")
    assert store.revisions("contact") == {one.id: 1 for one in found}
    assert len(found) == 2
    assert {one.written_at for one in found} == {None}
    assert len({entry.author for entry in store.entries()} - {ROOM}) == 4
    assert store.session().people_joined == 2
