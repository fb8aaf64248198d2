"""What happens in a workshop, in the shortest words that tests can say it."""

from concurrent.futures import Future
from typing import Any, TypeVar

from workshop_kit.model import (
    ROOM,
    AuthorRole,
    Receipt,
    Session,
    SessionState,
    TakeBack,
    Write,
    new_id,
)
from workshop_kit.store.contract import Store

T = TypeVar("T")


def done(future: "Future[T]") -> T:
    """Wait until it is stored. A test that would wait for ever fails instead."""
    return future.result(timeout=60)


def refusal(future: "Future[Any]") -> BaseException | None:
    """Wait, and return why it was refused."""
    return future.exception(timeout=60)


def words(text: str) -> dict[str, Any]:
    return {"shape": "list", "items": [text]}


def answer(
    author: str, text: str, revision: int = 0, *, key: str = "q3", write_id: str = ""
) -> Write:
    return Write(
        kind="answer",
        key=key,
        author=author,
        write_id=write_id or new_id(),
        revision=revision,
        body=words(text),
        while_open=key,
    )


def taking_back(author: str, revision: int, *, key: str = "q3", write_id: str = "") -> TakeBack:
    return TakeBack(
        kind="answer",
        key=key,
        author=author,
        write_id=write_id or new_id(),
        revision=revision,
        while_open=key,
    )


def put(store: Store, write: Write) -> Receipt:
    return done(store.put(write))


def of_the_room(store: Store, kind: str, key: str, body: dict[str, Any]) -> Receipt:
    """Write something of the room's, whatever stands there."""
    found = [e.revision for e in store.entries(kind, author=ROOM) if e.key == key]
    write = Write(
        kind=kind,
        key=key,
        author=ROOM,
        write_id=new_id(),
        revision=found[0] if found else 0,
        body=body,
    )
    return put(store, write)


def contact(author: str, name: str = "Ana Example of Maple Hall") -> Write:
    """Return what leaves a contact."""
    body = {"name": name, "reach": "at the library", "offer": "Minutes", "recipients": "The team"}
    return Write(kind="contact", key="q7", author=author, write_id=new_id(), body=body)


def set_question(store: Store, state: str, key: str = "q3") -> None:
    of_the_room(store, "question", key, {"state": state})


def approve(store: Store, entry_id: str, revision: int = 1) -> None:
    body = {"decision": "approved", "answer_revision": revision}
    of_the_room(store, "review", entry_id, body)


def joined(store: Store) -> str:
    """Count a new person in and return their author id."""
    person = new_id()
    done(store.add_author(person, AuthorRole.PARTICIPANT))
    return person


def texts(store: Store, author: str | None = None) -> list[str]:
    return sorted(e.body["items"][0] for e in store.entries("answer", author=author))


def open_session(**details: Any) -> Session:
    return Session(title="Evening", state=SessionState.OPEN, **details)
