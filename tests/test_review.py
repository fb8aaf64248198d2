"""Decisions and counts, for any entries that there may be."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_kit.kinds import Decision
from workshop_kit.model import ROOM, Entry, new_id
from workshop_kit.review import Counts, counted, is_private, is_skipped, reviewed

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The machine may be busy with other things."""

BODIES: dict[str, dict[str, Any]] = {
    "skipped": {"shape": "skipped"},
    "private": {"shape": "personal", "share": False, "text": ""},
    "shared": {"shape": "personal", "share": True, "text": "mine"},
    "list": {"shape": "list", "items": ["one"]},
}


def answered(body: str, key: str = "q1", revision: int = 1) -> Entry:
    return Entry(
        id=new_id(),
        kind="answer",
        key=key,
        author=new_id(),
        revision=revision,
        body=BODIES[body],
    )


def decided(answer: Entry, decision: str, revision: int | None = None) -> Entry:
    body = {"decision": decision, "answer_revision": revision or answer.revision}
    return Entry(id=new_id(), kind="review", key=answer.id, author=ROOM, revision=2, body=body)


def tally(answered: int, skipped: int, private: int, key: str = "q1") -> Entry:
    body = {"answered": answered, "skipped": skipped, "private": private}
    return Entry(id=new_id(), kind="tally", key=key, author=ROOM, revision=1, body=body)


@st.composite
def evenings(draw: st.DrawFn) -> list[Entry]:
    """Answers to two questions, some decided about, some changed since."""
    entries: list[Entry] = []
    for body in draw(st.lists(st.sampled_from(sorted(BODIES)), max_size=12)):
        answer = answered(body, draw(st.sampled_from(["q1", "q2"])), draw(st.integers(1, 3)))
        entries.append(answer)
        if decision := draw(st.none() | st.sampled_from(Decision)):
            entries.append(decided(answer, decision, draw(st.integers(1, 3))))
    return draw(st.permutations(entries))


def test_bodies_tell_what_was_skipped_and_kept() -> None:
    assert [is_skipped(body) for body in BODIES.values()] == [True, False, False, False]
    assert [is_private(body) for body in BODIES.values()] == [False, True, False, False]


@PATIENT
@given(evenings())
def test_every_answer_is_counted_once(entries: list[Entry]) -> None:
    for key in ("q1", "q2"):
        counts = counted(entries, key)
        answers = [e for e in entries if e.kind == "answer" and e.key == key]
        assert counts.answered + counts.skipped + counts.private == len(answers)
        decided_about = counts.approved + counts.kept_back + counts.set_aside
        assert counts.waiting + decided_about == counts.answered
        assert min(counts.model_dump().values()) >= 0
        assert counts.waiting >= 0


@PATIENT
@given(evenings(), st.randoms())
def test_the_order_of_arrival_changes_nothing(entries: list[Entry], random: Any) -> None:
    mixed = list(entries)
    random.shuffle(mixed)
    assert reviewed(mixed, "q1") == reviewed(entries, "q1")
    assert counted(mixed, "q1") == counted(entries, "q1")


@PATIENT
@given(evenings())
def test_only_readable_answers_are_reviewed(entries: list[Entry]) -> None:
    found = reviewed(entries, "q1")
    assert all(one.entry.kind == "answer" and one.entry.key == "q1" for one in found)
    assert not any(is_skipped(one.entry.body) or is_private(one.entry.body) for one in found)
    assert [one.entry.id for one in found] == sorted(one.entry.id for one in found)


@PATIENT
@given(st.sampled_from(Decision), st.integers(1, 3), st.integers(1, 3))
def test_a_changed_answer_lapses_its_decision(decision: Decision, read: int, now: int) -> None:
    answer = answered("list", revision=now)
    (found,) = reviewed([answer, decided(answer, decision, read)], "q1")
    assert found.decision == (decision if read == now else None)
    assert found.review_revision == 2  # the next decision replaces this one


def test_without_a_decision_an_answer_waits() -> None:
    (found,) = reviewed([answered("shared")], "q1")
    assert (found.decision, found.review_revision) == (None, 0)
    assert counted([answered("shared")], "q1").waiting == 1


def test_a_decision_about_something_else_changes_nothing() -> None:
    answer = answered("list")
    entries = [answer, decided(answered("list"), "approved")]
    assert counted(entries, "q1") == Counts(answered=1)


def test_counts_that_were_read_back_win() -> None:
    answer = answered("list")
    entries = [answer, decided(answer, "approved"), tally(5, 2, 1)]
    assert counted(entries, "q1") == Counts(answered=5, skipped=2, private=1, approved=1)
    assert counted(entries, "q2") == Counts()


@PATIENT
@given(evenings(), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
def test_counts_that_were_read_back_never_make_less_than_nothing(
    entries: list[Entry], answers: int, skipped: int, private: int
) -> None:
    counts = counted([*entries, tally(answers, skipped, private)], "q1")
    assert counts.waiting >= 0
    assert counts.answered >= answers
