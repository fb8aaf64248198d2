"""Cards: single ideas of approved answers, to sort into themes; nothing tells who wrote them.

One idea on a card is the rule of affinity clustering (retiredpm.com, “Affinity mapping”).
"""

import hashlib
from collections.abc import Iterable, Iterator

from pydantic import TypeAdapter

from workshop_kit.answers import Answer
from workshop_kit.kinds import Decision
from workshop_kit.model import Entry, Frozen, Key
from workshop_kit.review import reviewed

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
_ENOUGH = 16
"""Of an entry's 32 hexadecimal digits: no two of a room's are the same, and an undo stays small."""


class Card(Frozen):
    """One idea, and the id by which it is known as long as its answer stays as it is."""

    id: Key
    text: str


def cards(entries: Iterable[Entry], question: str) -> list[Card]:
    """Return the ideas of a question's approved answers.

    Parameters
    ----------
    entries
        Answers and reviews of a session; others are passed over.
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
    answer = _ANSWER.validate_python(entry.body)
    if answer.shape == "personal":
        return
    for place, text in enumerate(answer.texts()):
        yield Card(id=f"{entry.id[:_ENOUGH]}-{entry.revision}-{place}", text=text)


def _digest(card: Card) -> bytes:
    return hashlib.sha256(card.id.encode("ascii")).digest()


def _found(entries: Iterable[Entry], question: str) -> Iterator[Card]:
    """Whatever else can be sorted comes in here."""
    for answer in reviewed(entries, question):
        if answer.decision is Decision.APPROVED:
            yield from cards_of(answer.entry)
