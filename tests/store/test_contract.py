"""Any course of an evening: the store agrees with a dictionary. Over every database."""

import tempfile
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.store.databases import DATABASES
from tests.store.evening import (
    answer,
    done,
    joined,
    open_session,
    refusal,
    set_question,
    taking_back,
)
from workshop_kit.errors import QuestionClosed, SessionClosed, StaleRevision, UnknownEntry
from workshop_kit.model import Receipt, SessionState, Write, today

PEOPLE = st.integers(0, 2)
QUESTIONS = st.sampled_from(["q3", "q4"])
REVISIONS = st.integers(0, 3)


class Evening(RuleBasedStateMachine):
    """Three people, two questions; the model is what should stand there."""

    database: str

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._database = DATABASES[self.database](Path(self._folder.name))
        self.store = self._database.create(open_session())
        self.stored: dict[tuple[int, str], tuple[int, str]] = {}
        self.acknowledged: list[tuple[Write, Receipt]] = []
        self.opened = {"q3", "q4"}
        self.closed = False
        self.texts = 0

    @initialize()
    def begin(self) -> None:
        self.people = [joined(self.store) for _ in range(3)]
        for key in sorted(self.opened):
            set_question(self.store, "open", key)

    def expect(self, key: str, revision: int, current: int) -> type[Exception] | None:
        """Return why a write should be refused."""
        if self.closed:
            return SessionClosed
        if key not in self.opened:
            return QuestionClosed
        return StaleRevision if revision != current else None

    def heard(self, future: "Future[Any]", expected: type[Exception] | None) -> bool:
        """Tell whether it was taken, as expected."""
        problem = refusal(future)
        assert (type(problem) if problem else None) is expected
        return problem is None

    @rule(person=PEOPLE, key=QUESTIONS, guess=REVISIONS, knows=st.booleans())
    def put(self, person: int, key: str, guess: int, knows: bool) -> None:  # noqa: FBT001
        current = self.stored.get((person, key), (0, ""))[0]
        revision = current if knows else guess
        self.texts += 1
        write = answer(self.people[person], f"text {self.texts}", revision, key=key)
        future = self.store.put(write)
        if self.heard(future, self.expect(key, revision, current)):
            self.stored[person, key] = (revision + 1, f"text {self.texts}")
            self.acknowledged.append((write, done(future)))

    @rule(person=PEOPLE, key=QUESTIONS, guess=REVISIONS, knows=st.booleans())
    def take_back(self, person: int, key: str, guess: int, knows: bool) -> None:  # noqa: FBT001
        current = self.stored.get((person, key), (0, ""))[0]
        revision = current if knows else guess
        expected = self.expect(key, revision, current)
        if current == 0 and expected in {None, StaleRevision}:
            expected = UnknownEntry
        request = taking_back(self.people[person], revision, key=key)
        if self.heard(self.store.take_back(request), expected):
            del self.stored[person, key]

    @rule(person=PEOPLE)
    def take_back_all(self, person: int) -> None:
        future = self.store.take_back_all(self.people[person])
        if self.heard(future, SessionClosed if self.closed else None):
            mine = [place for place in self.stored if place[0] == person]
            assert done(future) == len(mine)
            for place in mine:
                del self.stored[place]

    @rule(which=st.integers(0, 99))
    def repeat(self, which: int) -> None:
        if self.acknowledged and not self.closed:
            write, receipt = self.acknowledged[which % len(self.acknowledged)]
            assert done(self.store.put(write)) == receipt

    @rule(key=QUESTIONS)
    def open_or_close_question(self, key: str) -> None:
        self.opened ^= {key}
        set_question(self.store, "open" if key in self.opened else "closed", key)

    @rule()
    def open_again(self) -> None:
        self.store = self._database.reopen(self.store)

    @rule(really=st.integers(0, 3))
    def close(self, really: int) -> None:
        if really == 0:
            self.heard(self.store.close_session(today()), SessionClosed if self.closed else None)
            self.closed = True

    @invariant()
    def the_store_agrees(self) -> None:
        found = self.store.entries("answer")
        expected = sorted((key, *entry) for (_, key), entry in self.stored.items())
        assert sorted((e.key, e.revision, e.body["items"][0]) for e in found) == expected
        assert (self.store.session().state is SessionState.CLOSED) == self.closed
        if self.closed:
            assert len({e.author for e in found}) == len(found)
        else:
            mine = {(self.people.index(e.author), e.key) for e in found}
            assert mine == set(self.stored)

    def teardown(self) -> None:
        self._database.close()
        self._folder.cleanup()


@pytest.mark.parametrize("database", sorted(DATABASES))
def test_any_evening_ends_as_a_dictionary_would(database: str) -> None:
    machine = type("AnyEvening", (Evening,), {"database": database})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=15,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
