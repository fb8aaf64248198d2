"""What each role may know of the themes: the wall sees approved words only, phones nothing."""

from collections.abc import Iterable
from typing import Any

from workshop_kit.card import Card, cards
from workshop_kit.model import Entry
from workshop_kit.screen import ScreenBody, Shown
from workshop_kit.store.contract import Store
from workshop_kit.theme import ThemesBody

_Told = dict[str, Any]


def cards_in(store: Store, question: str) -> list[Card]:
    """Return the ideas of a question that can be sorted, as they stand in the store."""
    return cards(store.of_question(question), question)


class Themes:
    """The themes of all questions of a room."""

    def __init__(self, store: Store, entries: Iterable[Entry]) -> None:
        self._store = store
        self._entries = {entry.key: entry for entry in entries}

    def for_leader(self) -> dict[str, int]:
        """Return the revision of each question's themes: by it a page sees that it reads again."""
        return {key: entry.revision for key, entry in sorted(self._entries.items())}

    def on_the_wall(self, screen: ScreenBody, opened: Iterable[str]) -> _Told | None:
        """Return the themes with what is approved of their cards, and what stands in none.

        Nothing where the wall shows something else, or of a question that is ``opened``.
        """
        question = screen.question
        if screen.show is not Shown.THEMES or question is None or screen.blank:
            return None
        return None if question in opened else self._told(question)

    def _told(self, question: str) -> _Told:
        found = self._entries.get(question)
        body = ThemesBody.model_validate(found.body) if found else ThemesBody()
        texts = {card.id: card.text for card in cards_in(self._store, question)}

        def told(ids: Iterable[str]) -> list[_Told]:
            there = (one for one in ids if one in texts)
            return [{"text": texts[one], "minority": one in body.minority} for one in there]

        themes = [{"title": one.title, "cards": told(one.cards)} for one in body.themes]
        return {
            # The name of a theme may be a word of ideas that were taken back since.
            "themes": [one for one in themes if one["cards"]],
            "others": told(one for one in texts if one not in body.sorted),
        }
