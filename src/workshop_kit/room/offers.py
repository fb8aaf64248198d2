"""What is told of offers: counts as their question was closed, and how many contacts came."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, Self

from workshop_kit.kinds import QuestionBody, QuestionState, TallyBody
from workshop_kit.model import Entry, SessionState
from workshop_kit.offers import ASKS_FOR_OFFERS, OfferedBody
from workshop_kit.room.mark import mark_of
from workshop_kit.store.contract import Store

KINDS = ("question", "tally", "offered")
"""What offers are told from."""


class Offers:
    """Offers as they stand.

    Parameters
    ----------
    store
        Asked for contacts, where who leads asks.
    state
        How the workshop stands.
    entries
        Those of a workshop; only :data:`KINDS` are looked at.
    """

    def __init__(self, store: Store, state: SessionState, entries: Iterable[Entry]) -> None:
        self._store = store
        self._state = state
        self._found = {entry.kind: entry for entry in entries if entry.key == ASKS_FOR_OFFERS}

    @classmethod
    def of(cls, store: Store) -> Self:
        """Read them."""
        return cls(store, store.session().state, store.of_kinds(KINDS))

    @property
    def is_open(self) -> bool:
        """Whether people may be answering at this moment: who came last could be seen."""
        question = self._found.get("question")
        if question is None or self._state is not SessionState.OPEN:
            return False
        return QuestionBody.model_validate(question.body).state is QuestionState.OPEN

    @cached_property
    def parts(self) -> dict[str, int | None]:
        """What may be told of each part; see :func:`workshop_kit.offers.told`.

        It is what was counted when the question was closed. Counts of notes that were read back
        win: notes hold only what was approved.
        """
        if self.is_open:
            return {}
        if "tally" in self._found:
            return TallyBody.model_validate(self._found["tally"].body).parts
        if "offered" in self._found:
            return OfferedBody.model_validate(self._found["offered"].body).parts
        return {}

    def for_leader(self) -> dict[str, Any]:
        """Return what who leads may know without asking: the same, and how many left a contact.

        The mark changes with any contact, so that the list is read again; there is none while the
        question is open, as the list may not be read then.
        """
        contacts = self._store.revisions("contact")
        mark = "" if self.is_open else mark_of(contacts)
        return {"parts": self.parts, "contacts": len(contacts), "mark": mark}
