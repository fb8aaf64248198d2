"""The facilitator is told of answers that nobody reviewed, and of question 1's apart."""

from tests.notes.evening import Evening
from workshop_kit.notes.waiting import waiting


def said(evening: Evening) -> str:
    return waiting(evening.report(), evening.store.entries())


def test_counts_what_waits(evening: Evening) -> None:
    assert said(evening) == ""
    evening.says("q3", "kept_back", shape="list", items=["x"])
    assert said(evening) == ""
    evening.says("q3", None, shape="list", items=["x"])
    assert said(evening) == "1 answer was not reviewed, so it is left out."
    evening.says("q9", None, shape="action", action="x")
    assert said(evening) == "2 answers were not reviewed, so they are left out."


def test_question_1_is_told_apart(evening: Evening) -> None:
    evening.says("q1", None, shape="personal", share=True, text="mine")
    apart = (
        "Question 1 has 1 answer that was not reviewed. "
        "Nothing is missing: the notes only count answers to it."
    )
    assert said(evening) == apart
    evening.says("q3", None, shape="list", items=["x"])
    assert said(evening) == f"1 answer was not reviewed, so it is left out. {apart}"
