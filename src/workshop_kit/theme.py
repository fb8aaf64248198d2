"""Themes: what a group sorted its answers into, and the changes that it can make.

The method is affinity clustering (retiredpm.com, “Affinity mapping”; workshopr.io, “Affinity”):
sort in silence, give each theme a title of three to five words, let a card stand in two themes,
and keep what fits nowhere. Every change returns a new value and leaves the old one as it is, so
that undoing is going back to a value that was there before.
"""

import hashlib
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from workshop_kit.model import Frozen, Key, Line
from workshop_kit.theme_errors import (
    TooManyMinority,
    TooManyNames,
    TooManySorted,
    TooManyThemes,
    UnknownTheme,
)

MAX_THEMES = 50
MAX_SORTED = 1_500
"""Cards in all themes together: an undo sends all of them in one request."""
MAX_MINORITY = 100
MAX_TITLE = 80
MAX_MARKS = 200
"""Of what all themes stand for beside themselves, and of names that were left, together."""


def _can_be_seen(title: str) -> str:
    """Refuse a name that shows nothing: it would be a button without a name."""
    if not any(unicodedata.category(letter) not in {"Cf", "Zs"} for letter in title):
        raise ValueError("a name needs a letter that can be seen")
    return title


ThemeTitle = Annotated[
    Line,
    StringConstraints(min_length=1, max_length=MAX_TITLE),
    AfterValidator(_can_be_seen),
]


class SortState(StrEnum):
    """Whether everyone sorts on phones; by the word “open” a store knows what takes sorts."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"


def name_mark(title: str) -> str:
    """Return a digest of a name; names that differ in case or spaces alone have the same."""
    same = " ".join(unicodedata.normalize("NFC", title).casefold().split())
    return hashlib.sha256(same.encode()).hexdigest()[:16]


class Theme(Frozen):
    """One theme: its title, and the ids of its cards.

    It stands for themes that were put into it (``was``, by id) and for names that people proposed
    (``names``, by :func:`name_mark`): what phones placed there, they placed here.
    """

    id: Key
    title: ThemeTitle
    cards: tuple[Key, ...] = ()
    was: tuple[Key, ...] = ()
    names: tuple[Key, ...] = ()


class ThemesBody(Frozen):
    """The themes of one question.

    ``minority`` are cards that stand alone and that the group keeps on purpose, in a theme or not.
    ``state`` says whether phones sort; ``left`` are marks of proposed names that no theme was made
    of.
    """

    themes: Annotated[tuple[Theme, ...], Field(max_length=MAX_THEMES)] = ()
    minority: Annotated[tuple[Key, ...], Field(max_length=MAX_MINORITY)] = ()
    left: tuple[Key, ...] = ()
    state: SortState = SortState.WAITING

    @model_validator(mode="after")
    def _has_nothing_twice(self) -> Self:
        ids = [theme.id for theme in self.themes]
        for one in (ids, self.minority, *(theme.cards for theme in self.themes)):
            if len(set(one)) < len(one):
                raise ValueError("a theme, or a card of a theme, is there twice")
        if sum(len(theme.cards) for theme in self.themes) > MAX_SORTED:
            raise ValueError(f"themes hold at most {MAX_SORTED} cards")
        if self._names > MAX_MARKS:
            raise ValueError(f"themes stand for at most {MAX_MARKS} names")
        return self

    @property
    def _names(self) -> int:
        return len(self.left) + sum(len(one.was) + len(one.names) for one in self.themes)

    @property
    def sorted(self) -> frozenset[str]:
        """The cards that stand in a theme."""
        return frozenset(card for theme in self.themes for card in theme.cards)

    @property
    def stands_for(self) -> dict[str, str]:
        """The theme for each id and each mark of a name under which phones place ideas.

        A name that reads as a theme does is that theme, unless it was made one of its own.
        """
        found = {name_mark(one.title): one.id for one in reversed(self.themes)}
        found |= {name: one.id for one in self.themes for name in (*one.names, *one.was)}
        return found | {one.id: one.id for one in self.themes}

    def with_theme(
        self, key: str, title: str, cards: Iterable[str], names: Iterable[str] = ()
    ) -> "ThemesBody":
        """Add a theme at the end, perhaps made of names that were proposed.

        Raises :class:`TooManyThemes`, :class:`TooManySorted`, :class:`TooManyNames`.
        """
        if len(self.themes) >= MAX_THEMES:
            raise TooManyThemes(MAX_THEMES)
        taken = frozenset(name for one in self.themes for name in one.names)
        new = tuple(name for name in dict.fromkeys(names) if name not in taken)
        theme = Theme(id=key, title=title, cards=tuple(dict.fromkeys(cards)), names=new)
        return self._with((*self.themes, theme))

    def leaving(self, name: str) -> "ThemesBody":
        """Make no theme of a proposed name; raises :class:`TooManyNames`."""
        return self._but(left=tuple(dict.fromkeys((*self.left, name))))

    def turned(self, state: SortState) -> "ThemesBody":
        """Let phones sort, or no longer."""
        return self._but(state=state)

    def renamed(self, theme: str, title: str) -> "ThemesBody":
        """Give a theme another title; raises :class:`UnknownTheme`."""
        return self._changed(theme, title=title)

    def with_cards(self, theme: str, cards: Iterable[str]) -> "ThemesBody":
        """Put cards into a theme; where else they stand, they stay.

        Raises :class:`UnknownTheme`, :class:`TooManySorted`.
        """
        there = self._theme(theme).cards
        return self._changed(theme, cards=tuple(dict.fromkeys((*there, *cards))))

    def without_cards(self, theme: str, cards: Iterable[str]) -> "ThemesBody":
        """Take cards out of a theme; raises :class:`UnknownTheme`."""
        out = frozenset(cards)
        kept = tuple(card for card in self._theme(theme).cards if card not in out)
        return self._changed(theme, cards=kept)

    def without(self, theme: str) -> "ThemesBody":
        """Drop a theme; its cards are unsorted again. Raises :class:`UnknownTheme`."""
        self._theme(theme)
        return self._with(one for one in self.themes if one.id != theme)

    def merged(self, theme: str, into: str) -> "ThemesBody":
        """Put all of a theme into another one, which stands for it from then on.

        Raises :class:`UnknownTheme`, :class:`TooManyNames`.
        """
        gone, kept = self._theme(theme), self._theme(into)
        if theme == into:
            return self
        # Where no phone ever sorted, nothing was placed in it.
        was = () if self.state is SortState.WAITING else (*kept.was, *gone.was, gone.id)
        cards = tuple(dict.fromkeys((*kept.cards, *gone.cards)))
        names = (*kept.names, *gone.names)
        return self.without(theme)._changed(into, cards=cards, was=was, names=names)

    def moved(self, theme: str, by: int) -> "ThemesBody":
        """Move a theme by some places, to the end at most; raises :class:`UnknownTheme`."""
        found = self._theme(theme)
        others = [one for one in self.themes if one.id != theme]
        others.insert(min(len(others), max(0, self.themes.index(found) + by)), found)
        return self._with(others)

    def marked(self, card: str, *, minority: bool) -> "ThemesBody":
        """Mark a card as a minority view, or no longer; raises :class:`TooManyMinority`."""
        if minority == (card in self.minority):
            return self
        marks = tuple(one for one in self.minority if one != card)
        if minority and len(marks) >= MAX_MINORITY:
            raise TooManyMinority(MAX_MINORITY)
        return self._but(minority=(*marks, card) if minority else marks)

    def _theme(self, theme: str) -> Theme:
        for one in self.themes:
            if one.id == theme:
                return one
        raise UnknownTheme(theme)

    def _changed(self, theme: str, **changes: object) -> "ThemesBody":
        after = Theme.model_validate({**dict(self._theme(theme)), **changes})
        return self._with(after if one.id == theme else one for one in self.themes)

    def _with(self, themes: Iterable[Theme]) -> "ThemesBody":
        after = tuple(themes)
        if sum(len(theme.cards) for theme in after) > MAX_SORTED:
            raise TooManySorted(MAX_SORTED)
        return self._but(themes=after)

    def _but(self, **changes: object) -> "ThemesBody":
        # Counted before it is checked, so that who leads reads what to do.
        after = self.model_copy(update=changes)
        if after._names > MAX_MARKS:
            raise TooManyNames(MAX_MARKS)
        return ThemesBody.model_validate(dict(after))
