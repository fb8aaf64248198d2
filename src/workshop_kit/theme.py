"""Themes: what a group sorted its answers into, and the changes that it can make.

The method is affinity clustering (retiredpm.com, “Affinity mapping”; workshopr.io, “Affinity”):
sort in silence, give each theme a title of three to five words, let a card stand in two themes,
and keep what fits nowhere. Every change returns a new value and leaves the old one as it is, so
that undoing is going back to a value that was there before.
"""

from collections.abc import Iterable
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from workshop_kit.model import Frozen, Key, Line
from workshop_kit.theme_errors import TooManyMinority, TooManySorted, TooManyThemes, UnknownTheme

MAX_THEMES = 50
MAX_SORTED = 1_500
"""Cards in all themes together: an undo sends all of them in one request."""
MAX_MINORITY = 100
MAX_TITLE = 80

ThemeTitle = Annotated[Line, StringConstraints(min_length=1, max_length=MAX_TITLE)]


class Theme(Frozen):
    """One theme: its title, and the ids of its cards."""

    id: Key
    title: ThemeTitle
    cards: tuple[Key, ...] = ()


class ThemesBody(Frozen):
    """The themes of one question.

    ``minority`` are cards that stand alone and that the group keeps on purpose, in a theme or not.
    """

    themes: Annotated[tuple[Theme, ...], Field(max_length=MAX_THEMES)] = ()
    minority: Annotated[tuple[Key, ...], Field(max_length=MAX_MINORITY)] = ()

    @model_validator(mode="after")
    def _has_nothing_twice(self) -> Self:
        ids = [theme.id for theme in self.themes]
        for one in (ids, self.minority, *(theme.cards for theme in self.themes)):
            if len(set(one)) < len(one):
                raise ValueError("a theme, or a card of a theme, is there twice")
        if sum(len(theme.cards) for theme in self.themes) > MAX_SORTED:
            raise ValueError(f"themes hold at most {MAX_SORTED} cards")
        return self

    @property
    def sorted(self) -> frozenset[str]:
        """The cards that stand in a theme."""
        return frozenset(card for theme in self.themes for card in theme.cards)

    def with_theme(self, key: str, title: str, cards: Iterable[str]) -> "ThemesBody":
        """Add a theme at the end; raises :class:`TooManyThemes`, :class:`TooManySorted`."""
        if len(self.themes) >= MAX_THEMES:
            raise TooManyThemes(MAX_THEMES)
        theme = Theme(id=key, title=title, cards=tuple(dict.fromkeys(cards)))
        return self._with((*self.themes, theme))

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
        """Put all of a theme into another one; raises :class:`UnknownTheme`."""
        cards = self._theme(theme).cards
        self._theme(into)
        return self if theme == into else self.without(theme).with_cards(into, cards)

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
        return ThemesBody(themes=self.themes, minority=(*marks, card) if minority else marks)

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
        return ThemesBody(themes=after, minority=self.minority)
