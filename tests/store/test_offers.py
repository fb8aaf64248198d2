"""Offers are counted when their question is closed, and no two counts tell of one person."""

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.databases import Database
from tests.store.evening import done, joined, open_session, put, set_question
from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.model import ROOM, Write, new_id
from workshop_kit.offers import PARTS, SHAPE, filled, told
from workshop_kit.room.offers import Offers
from workshop_kit.store.contract import Store

Parts = frozenset[str]
SOME = st.sets(st.sampled_from(PARTS), min_size=1).map(frozenset)
STEPS = st.lists(
    st.tuples(st.just("answer"), st.lists(SOME, min_size=1, max_size=8))
    | st.tuples(st.just("change"), st.lists(SOME, min_size=1, max_size=2))
    | st.tuples(st.sampled_from(["take back", "open", "closed", "closed"]), st.just([])),
    max_size=14,
)


def body(parts: Parts) -> dict[str, Any]:
    return {"shape": SHAPE} | {part: "x" if part in parts else "" for part in PARTS}


class Evening:
    """People who answer, change and take back, and what is told of it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.said: dict[str, tuple[int, Parts]] = {}
        self.seen: list[tuple[dict[str, int | None], dict[str, Parts]]] = []

    def says(self, person: str, parts: Parts) -> None:
        revision = self.said.get(person, (0, None))[0]
        write = Write(
            kind="answer",
            key="q7",
            author=person,
            write_id=new_id(),
            revision=revision,
            body=body(parts),
        )
        put(self.store, write)
        self.said[person] = revision + 1, parts

    def goes_on(self, step: str, answers: list[Parts], *, is_open: bool) -> bool:
        """Return whether the question is open afterwards."""
        if step in {"open", "closed"}:
            set_question(self.store, step, "q7")
            return step == "open"
        if step == "answer" and is_open:
            for parts in answers:
                self.says(joined(self.store), parts)
        if step == "change" and is_open:
            for person, parts in zip(list(self.said), answers, strict=False):
                self.says(person, parts)
        if step == "take back" and self.said:
            person = next(iter(self.said))
            done(self.store.take_back_all(person))
            del self.said[person]
        return is_open

    def look(self) -> None:
        """Keep what is told now, if it is another thing, with what everybody says now."""
        shown = Offers.of(self.store).parts
        if not self.seen or self.seen[-1][0] != shown:
            self.seen.append((shown, {who: parts for who, (_, parts) in self.said.items()}))


def test_two_told_states_never_differ_by_fewer_than_five_people(database: Database) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(STEPS)
    def never(steps: list[tuple[str, list[Parts]]]) -> None:
        evening, is_open = Evening(database.create(open_session())), True
        set_question(evening.store, "open", "q7")
        for step, answers in steps:
            is_open = evening.goes_on(step, answers, is_open=is_open)
            if is_open:
                assert Offers.of(evening.store).parts == {}
            else:
                evening.look()
        done(evening.store.close_session(date(2026, 11, 23)))
        evening.look()
        before: dict[str, Parts] = {}
        for shown, said in evening.seen:
            if shown:
                assert shown == told(*filled(map(body, said.values())))
                differ = [who for who in said | before if said.get(who) != before.get(who)]
                assert len(differ) >= FEWEST_COUNTED
                before = said

    never()


def test_that_nothing_may_be_told_stands_as_well(database: Database) -> None:
    """Where five people were counted, one more answer does not change what is told."""
    evening = Evening(database.create(open_session()))
    set_question(evening.store, "open", "q7")
    for part in PARTS:
        for _ in range(4):
            evening.says(joined(evening.store), frozenset({part}))
    set_question(evening.store, "closed", "q7")
    assert Offers.of(evening.store).parts == {}
    set_question(evening.store, "open", "q7")
    evening.says(joined(evening.store), frozenset(PARTS))
    set_question(evening.store, "closed", "q7")
    assert Offers.of(evening.store).parts == {}
    for _ in range(4):
        set_question(evening.store, "open", "q7")
        evening.says(joined(evening.store), frozenset(PARTS))
    set_question(evening.store, "closed", "q7")
    assert Offers.of(evening.store).parts == dict.fromkeys(PARTS, 9)


def test_a_request_that_comes_again_counts_nothing_anew(database: Database) -> None:
    evening = Evening(database.create(open_session()))
    set_question(evening.store, "open", "q7")
    closing = Write(
        kind="question",
        key="q7",
        author=ROOM,
        write_id=new_id(),
        revision=1,
        body={"state": "closed"},
    )
    first = put(evening.store, closing)
    set_question(evening.store, "open", "q7")
    for _ in range(5):
        evening.says(joined(evening.store), frozenset(PARTS))
    assert put(evening.store, closing) == first
    assert evening.store.entries("offered") == []
