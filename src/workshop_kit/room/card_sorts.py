"""What each role may know of sorts on phones: what there is to sort, and never who sorted how."""

from collections.abc import Iterable
from typing import Any

from workshop_kit.card_sort import MAX_PLACED, idea_id
from workshop_kit.kinds import Decision
from workshop_kit.model import Entry
from workshop_kit.room.mark import mark_of
from workshop_kit.room.tables import Tables
from workshop_kit.room.themes import cards_in
from workshop_kit.store.contract import Store
from workshop_kit.theme import SortState, ThemesBody

_Told = dict[str, Any]
_BEGUN = {SortState.OPEN, SortState.CLOSED}


def sorted_on_phones(store: Store, question: str, body: ThemesBody) -> _Told:
    """Return what a phone needs: names of themes, and approved ideas under ids of their own.

    The order is that of the ids. What who leads has sorted or marked is not in it.
    """
    ideas = sorted((idea_id(card.id), card.text) for card in cards_in(store, question))
    return {
        "themes": _named(body),
        "ideas": [{"id": key, "text": text} for key, text in ideas[:MAX_PLACED]],
    }


def _named(body: ThemesBody) -> list[_Told]:
    return [one.model_dump(include={"id", "title", "was"}) for one in body.themes]


class CardSorts:
    """The sorts on phones of all questions of a room."""

    def __init__(self, store: Store, tables: Tables, themes: Iterable[Entry]) -> None:
        self._store = store
        self._tables = tables
        # Most have never been opened to all, and a full one takes a while to read.
        self._begun = [entry for entry in themes if entry.body.get("state") in _BEGUN]

    def for_phones(self, answering: Iterable[str]) -> _Told:
        """Return a mark of each question that phones sort, other than those that take answers.

        The mark changes with the ideas and the themes. Where nothing is sorted, nothing is told:
        every phone hears of it, all evening.
        """
        opened = [
            entry
            for entry in self._begun
            if entry.body["state"] == SortState.OPEN and entry.key not in answering
        ]
        return {"sorts": {entry.key: self._mark(entry) for entry in opened}} if opened else {}

    def _mark(self, themes: Entry) -> str:
        """Return a digest for which no idea is read: this is done at every change in the room."""
        question = themes.key
        approved = sum(
            one.number
            for one in self._store.count_answers()
            if one.question == question and one.decision is Decision.APPROVED
        )
        written = self._store.counted("answer").get(question)
        named = _named(ThemesBody.model_validate(themes.body))
        return mark_of([named, approved, written, self._tables.approved(question)])

    def for_leader(self) -> dict[str, str]:
        """Return a mark of what phones sent, by question; no sort is read for it."""
        if not self._begun:
            return {}
        return {key: mark_of(one) for key, one in self._store.counted("card_sort").items()}
