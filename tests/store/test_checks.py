"""At the end of a check phones are counted, and who said what is forgotten. Over every database."""

from datetime import date
from typing import Any

from tests.store.evening import done, joined, of_the_room, put, refusal
from workshop_kit.check_errors import AlreadyCounted, CheckClosed
from workshop_kit.errors import StaleRevision
from workshop_kit.model import ROOM, Receipt, Write, new_id
from workshop_kit.store.contract import Store


def turn(store: Store, state: str, **more: Any) -> Receipt:
    return of_the_room(store, "check", "check-in", {"state": state} | more)


def says(person: str, mood: str | None, key: str = "check-in") -> Write:
    return Write(
        kind="mood",
        key=key,
        author=person,
        write_id=new_id(),
        body={"mood": mood},
        while_open=key,
    )


def standing(store: Store) -> dict[str, Any]:
    [check] = store.entries("check")
    return check.body


def test_closing_counts_and_forgets(store: Store) -> None:
    turn(store, "open")
    people = [joined(store) for _ in range(7)]
    for person, mood in zip(people, ["heavy"] * 5 + ["mixed", None], strict=True):
        put(store, says(person, mood))
    turn(store, "closed", hands={"at_ease": 2})
    assert standing(store)["phones"] == {"heavy": 5, "mixed": 1}
    assert (standing(store)["passed"], standing(store)["hands"]) == (1, {"at_ease": 2})
    assert store.entries("mood") == []
    for person in people:
        done(store.take_back_all(person))
    turn(store, "closed", hands={})
    assert standing(store)["phones"] == {"heavy": 5, "mixed": 1}
    assert isinstance(refusal(store.put(says(people[0], "heavy"))), CheckClosed)
    late = Write(
        kind="check", key="check-in", author=ROOM, write_id="x", revision=3, body={"state": "open"}
    )
    assert isinstance(refusal(store.put(late)), AlreadyCounted)


def test_few_are_not_counted_and_may_go_on(store: Store) -> None:
    turn(store, "open")
    people = [joined(store) for _ in range(5)]
    for person in people[:4]:
        put(store, says(person, "uneasy"))
    turn(store, "closed", phones={"heavy": 9}, passed=9)  # nobody counts but the store
    assert (standing(store)["phones"], len(store.entries("mood"))) == (None, 4)
    turn(store, "open")
    put(store, says(people[4], "heavy"))
    turn(store, "closed")
    assert standing(store)["phones"] == {"uneasy": 4, "heavy": 1}


def test_a_repeated_write_counts_once(store: Store) -> None:
    turn(store, "open")
    close = Write(
        kind="check",
        key="check-in",
        author=ROOM,
        write_id="once",
        revision=1,
        body={"state": "closed"},
    )
    first = put(store, close)
    assert put(store, close) == first
    stale = close.model_copy(update={"write_id": "twice"})
    assert isinstance(refusal(store.put(stale)), StaleRevision)


def test_nothing_of_one_person_is_left_once_the_workshop_is_closed(store: Store) -> None:
    turn(store, "open")
    of_the_room(store, "check", "check-out", {"state": "open"})
    for _ in range(5):
        person = joined(store)
        put(store, says(person, "steady"))
    put(store, says(person, "heavy", key="check-out"))
    done(store.close_session(date(2026, 11, 22)))
    assert store.entries("mood") == []
    found = {one.key: one.body for one in store.entries("check")}
    assert [found[key]["state"] for key in ("check-in", "check-out")] == ["closed"] * 2
    assert found["check-in"]["phones"] == {"steady": 5}
    assert found["check-out"]["phones"] is None
