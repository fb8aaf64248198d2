"""The demo: a workshop with made-up answers, there as soon as the kit is served."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from workshop_kit.check import CheckBody
from workshop_kit.contact import ContactBody
from workshop_kit.content.files import content_file
from workshop_kit.content.toml_file import read_toml
from workshop_kit.kinds import Answer, Decision, QuestionBody, QuestionState, ReviewBody
from workshop_kit.model import (
    ROOM,
    AuthorRole,
    Frozen,
    HelpLineCheck,
    Key,
    Session,
    SessionDetails,
    SessionState,
    Write,
    new_id,
)
from workshop_kit.notes.noted_theme import NotedThemes
from workshop_kit.offers import ASKS_FOR_OFFERS
from workshop_kit.store.contract import Store
from workshop_kit.store.folder import SessionFolder
from workshop_kit.store.sqlite import SqliteStore
from workshop_kit.whole_session import make_whole
from workshop_kit.words import language

FILE = "demo.toml"


class _Person(Frozen):
    for_others: bool = False
    decided: dict[Key, Decision] = Field(default_factory=dict)
    answers: dict[Key, Answer]
    contact: dict[str, str] | None = None


class Demo(Frozen):
    """The workshop that the content file describes."""

    help_lines_reason: Annotated[str, Field(min_length=1)]
    questions: dict[Key, QuestionState]
    details: SessionDetails
    checks: dict[Key, CheckBody] = Field(default_factory=dict)
    people: tuple[_Person, ...]
    sorted: tuple[NotedThemes, ...] = ()

    @model_validator(mode="after")
    def _sorts_what_is_approved(self) -> Self:
        for one in self.sorted:
            known = {text for person in self.people for text in _approved(person, one.question)}
            for idea in (*one.minority, *(idea for theme in one.themes for idea in theme.ideas)):
                if idea not in known:
                    raise ValueError(f"“{idea}” is no approved answer to {one.question}")
        return self


def read_demo(language: str) -> Demo:
    """Read the demo in a language; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return read_toml(content_file(FILE, language), Demo)


def ensure_demo(folder: SessionFolder) -> SqliteStore:
    """Open the demo of a data folder; make it where there is none that is open.

    It has no passphrase until whoever serves it gives it one. A demo that was closed stays as it
    is, like every other workshop, and a new one is made.
    """
    for path, session in folder.sessions():
        if isinstance(session, Session) and session.demo and session.state is SessionState.OPEN:
            return SqliteStore(path)
    demo = read_demo(language())
    return SqliteStore(make_whole(folder, _new(demo), lambda store: _fill(store, demo)))


def _new(demo: Demo) -> Session:
    reason = HelpLineCheck(dialled=False, reason=demo.help_lines_reason)
    return Session(
        **demo.details.model_dump(), demo=True, state=SessionState.OPEN, help_lines=reason
    )


def _fill(store: Store, demo: Demo) -> None:
    for person in demo.people:
        _answer_as(store, person, demo.details.recipients)
    for key, state in demo.questions.items():
        _put(store, "question", key, ROOM, QuestionBody(state=state))
    for key, check in demo.checks.items():
        _put(store, "check", key, ROOM, check)
    for one in demo.sorted:
        _put(store, "themes", one.question, ROOM, one.body(store.entries()))


def _approved(person: _Person, question: str) -> list[str]:
    approved = person.decided.get(question) is Decision.APPROVED
    return person.answers[question].texts() if approved and question in person.answers else []


def _answer_as(store: Store, person: _Person, recipients: str) -> None:
    author = new_id()
    role = AuthorRole.FOR_OTHERS if person.for_others else AuthorRole.PARTICIPANT
    store.add_author(author, role).result()
    for key, answer in person.answers.items():
        entry_id = _put(store, "answer", key, author, answer)
        if key in person.decided:
            review = ReviewBody(decision=person.decided[key], answer_revision=1)
            _put(store, "review", entry_id, ROOM, review)
    if person.contact:
        contact = ContactBody.model_validate(person.contact | {"recipients": recipients})
        _put(store, "contact", ASKS_FOR_OFFERS, author, contact)


def _put(store: Store, kind: str, key: str, author: str, body: Frozen) -> str:
    write = Write(
        kind=kind, key=key, author=author, write_id=new_id(), body=body.model_dump(mode="json")
    )
    return store.put(write).result().entry_id
