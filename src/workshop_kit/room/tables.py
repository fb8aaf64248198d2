"""What each role may know of the tables: how many there are, and never who sits where."""

from collections import defaultdict
from typing import Any

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.kinds import Decision
from workshop_kit.room.mark import mark_of
from workshop_kit.store.answers import TableAnswer

_Told = dict[str, Any]


class Tables:
    """The tables of a room: what they say, and how many phones are at each.

    Parameters
    ----------
    answers
        What they say, in an order that tells nothing.
    seats
        Bodies of seats, and how many phones have each.
    """

    def __init__(self, answers: list[TableAnswer], seats: list[tuple[dict[str, Any], int]]) -> None:
        self._answers = answers
        self._phones = {int(body["table"]): number for body, number in seats}

    def approved(self, question: str) -> list[list[str]]:
        """Return the lines of each table whose answer is approved as it stands."""
        return [
            one.texts
            for one in self._answers
            if one.question == question and one.decision is Decision.APPROVED
        ]

    def marks(self, questions: list[str]) -> dict[str, dict[str, str]]:
        """Return a digest of what each table says: by it a phone sees that it has to read again."""
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for one in self._answers:
            found[one.question][str(one.table)] = mark_of(one.lines)
        return {question: found[question] for question in questions}

    def for_leader(self) -> list[_Told]:
        """Return every table with its phones, where they are enough to be counted, and its lines.

        Fewer phones than that would point at people.
        """
        numbers = sorted({*self._phones, *(one.table for one in self._answers)})
        return [{"number": number} | self._table(number) for number in numbers]

    def _table(self, number: int) -> _Told:
        phones = self._phones.get(number, 0)
        wrote = {one.question: len(one.lines) for one in self._answers if one.table == number}
        return {"phones": phones if phones >= FEWEST_COUNTED else None, "lines": wrote}

    def decided(self) -> dict[str, dict[str, str | None]]:
        """Return what was decided about each table's answer, by question and table."""
        found: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
        for one in self._answers:
            decision = one.decision.value if one.decision else None
            found[one.question][str(one.table)] = decision
        return dict(found)
