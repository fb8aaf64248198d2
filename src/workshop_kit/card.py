"""Cards: single ideas of approved answers, to sort into themes; nothing tells who wrote them.

One idea on a card is the rule of affinity clustering (retiredpm.com, “Affinity mapping”).
"""

import hashlib
from collections.abc import Iterable, Iterator

from pydantic import TypeAdapter

from workshop_kit.answers import Answer
from workshop_kit.kinds import Decision
from workshop_kit.layers import TableAnswerBody
from workshop_kit.model import Entry, Frozen, Key
from workshop_kit.review import reviewed, reviewed_tables

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
_ENOUGH = 16
"""Of an entry's 32 hexadecimal digits: no two of a room's are the same, and an undo stays small."""


class Card(Frozen):
    """One idea, and the id by which it is known as long as its answer stays as it is."""

    id: Key
    text: str


def cards(entries: Iterable[Entry], question: str) -> list[Card]:
    """Return the ideas of a question's approved answers, of people and of tables.

    Parameters
    ----------
    entries
        Answers, what tables say, and reviews of a session; others are passed over.
    question
        The question's key.

    Returns
    -------
    list
        In an order that says nothing about people or time.
    """
    return sorted(_found(entries, question), key=_digest)


def cards_of(entry: Entry) -> Iterator[Card]:
    """Return the ideas of one entry, in their own order; none of a personal or skipped answer.

    A changed answer has other ids: where a card was put, it was put for what it said then.
    """
    for place, text in enumerate(_texts(entry)):
        yield Card(id=f"{entry.id[:_ENOUGH]}-{entry.revision}-{place}", text=text)


def _texts(entry: Entry) -> list[str]:
    if entry.kind == "table_answer":
        return TableAnswerBody.model_validate(entry.body).texts
    answer = _ANSWER.validate_python(entry.body)
    return [] if answer.shape == "personal" else answer.texts()


def _digest(card: Card) -> bytes:
    return hashlib.sha256(card.id.encode("ascii")).digest()


def _found(entries: Iterable[Entry], question: str) -> Iterator[Card]:
    """Yield what people and tables wrote; whatever else can be sorted comes in here."""
    entries = list(entries)
    for answer in (*reviewed(entries, question), *reviewed_tables(entries, question)):
        if answer.decision is Decision.APPROVED:
            yield from cards_of(answer.entry)
