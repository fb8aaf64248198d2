"""What the facilitator decided about answers, and how many there are of each."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Self

from workshop_kit.kinds import Decision, ReviewBody
from workshop_kit.layers import TableOf
from workshop_kit.model import Entry, Frozen


class Counts(Frozen):
    """How a question stands. ``answered`` holds neither skipped nor private ones."""

    answered: int = 0
    skipped: int = 0
    private: int = 0
    approved: int = 0
    kept_back: int = 0
    set_aside: int = 0

    @classmethod
    def of(
        cls, found: Iterable[tuple[str, Decision | None, int]], tally: dict[str, Any] | None
    ) -> Self:
        """Add numbers of answers up, each with its sort and the decision about them.

        Counts read back from notes (``tally``) win: notes hold the approved answers only. They
        never say fewer than there are.
        """
        numbers = Counter[str](answered=0, skipped=0, private=0)
        noted = {name: (tally or {}).get(name, 0) for name in numbers}
        for sort, decision, number in found:
            numbers[sort] += number
            if decision is not None and sort == "answered":
                numbers[decision.value] += number
        return cls(**(numbers | Counter(noted)))

    @property
    def waiting(self) -> int:
        """Answers about which nothing has been decided."""
        return self.answered - self.approved - self.kept_back - self.set_aside


class ReviewedAnswer(Frozen):
    """An answer with the decision about it; a change of the answer makes the decision lapse."""

    entry: Entry
    decision: Decision | None
    review_revision: int


def is_skipped(body: dict[str, Any]) -> bool:
    """Tell whether a body says that the person chose not to answer."""
    return bool(body["shape"] == "skipped")


def is_private(body: dict[str, Any]) -> bool:
    """Tell whether a body says only that the person kept the answer."""
    return bool(body["shape"] == "personal" and not body["share"])


def reviewed(entries: Iterable[Entry], question: str) -> list[ReviewedAnswer]:
    """Return a question's readable answers with their decisions, in order of their random ids."""
    entries = list(entries)
    readable = [
        answer
        for answer in _answers(entries, question)
        if not is_skipped(answer.body) and not is_private(answer.body)
    ]
    return _with_decisions(readable, entries)


def reviewed_tables(entries: Iterable[Entry], question: str) -> list[ReviewedAnswer]:
    """Return what tables say to a question, with decisions, in order of their random ids."""
    entries = list(entries)
    said = [
        one
        for one in sorted(entries, key=lambda e: e.id)
        if one.kind == "table_answer"
        and TableOf.named(one.key).question == question
        and one.body["lines"]
    ]
    return _with_decisions(said, entries)


def counted(entries: Iterable[Entry], question: str) -> Counts:
    """Count a question's answers and decisions, with what notes that were read back say."""
    entries = list(entries)
    bodies = [answer.body for answer in _answers(entries, question)]
    found = [
        *(("answered", answer.decision, 1) for answer in reviewed(entries, question)),
        *(("skipped", None, 1) for body in bodies if is_skipped(body)),
        *(("private", None, 1) for body in bodies if is_private(body)),
    ]
    tally = next((e.body for e in entries if e.kind == "tally" and e.key == question), None)
    return Counts.of(found, tally)


def _answers(entries: list[Entry], question: str) -> list[Entry]:
    return sorted(
        (e for e in entries if e.kind == "answer" and e.key == question), key=lambda e: e.id
    )


def _with_decisions(answers: list[Entry], entries: list[Entry]) -> list[ReviewedAnswer]:
    reviews = {e.key: e for e in entries if e.kind == "review"}
    return [_with_decision(answer, reviews.get(answer.id)) for answer in answers]


def _with_decision(answer: Entry, review: Entry | None) -> ReviewedAnswer:
    decision = None
    if review is not None:
        body = ReviewBody.model_validate(review.body)
        decision = body.decision if body.answer_revision == answer.revision else None
    return ReviewedAnswer(
        entry=answer, decision=decision, review_revision=review.revision if review else 0
    )
