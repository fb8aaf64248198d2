"""What a facilitator does with the themes of a question, move by move, and what they become."""

from typing import Annotated, Literal

from pydantic import Field

from workshop_kit.model import Frozen, Key, new_id
from workshop_kit.theme import MAX_SORTED, MAX_THEMES, ThemesBody, ThemeTitle

_Cards = Annotated[tuple[Key, ...], Field(max_length=MAX_SORTED)]


class NewTheme(Frozen):
    """Make a theme, with cards in it or without."""

    do: Literal["new"]
    title: ThemeTitle
    cards: _Cards = ()


class Rename(Frozen):
    """Give a theme another title."""

    do: Literal["rename"]
    theme: Key
    title: ThemeTitle


class PutInto(Frozen):
    """Put cards into a theme; where else they stand, they stay."""

    do: Literal["put"]
    theme: Key
    cards: _Cards


class TakeOut(Frozen):
    """Take cards out of a theme."""

    do: Literal["take_out"]
    theme: Key
    cards: _Cards


class DropTheme(Frozen):
    """Do without a theme; its cards are unsorted again."""

    do: Literal["drop"]
    theme: Key


class Merge(Frozen):
    """Put all of a theme into another one."""

    do: Literal["merge"]
    theme: Key
    into: Key


class Shift(Frozen):
    """Put a theme some places later, or earlier."""

    do: Literal["shift"]
    theme: Key
    by: Annotated[int, Field(ge=-MAX_THEMES, le=MAX_THEMES)]


class Mark(Frozen):
    """Mark a card as a minority view, or no longer."""

    do: Literal["mark"]
    card: Key
    minority: bool


class RestoreThemes(Frozen):
    """Undo: go back to themes that were there before, unless somebody changed them since.

    ``revision`` is that of the themes as the page knows them.
    """

    do: Literal["restore"]
    body: ThemesBody
    revision: Annotated[int, Field(ge=0)]


ThemeMove = NewTheme | Rename | PutInto | TakeOut | DropTheme | Merge | Shift | Mark | RestoreThemes


def cards_named(move: ThemeMove) -> tuple[str, ...]:
    """Return the cards that have to be there for a move: those that it puts somewhere."""
    match move:
        case NewTheme() | PutInto():
            return move.cards
        case Mark(minority=True):
            return (move.card,)
        case _:
            return ()


def sorted_by(body: ThemesBody, move: ThemeMove) -> ThemesBody:
    """Return what a move makes of themes.

    Raises
    ------
    UnknownTheme
        It is not there.
    TooManyThemes, TooManySorted
        There is no room for it.
    """
    match move:
        case NewTheme():
            return body.with_theme(f"t{new_id()[:8]}", move.title, move.cards)
        case PutInto():
            return body.with_cards(move.theme, move.cards)
        case TakeOut():
            return body.without_cards(move.theme, move.cards)
        case Mark():
            return body.marked(move.card, minority=move.minority)
        case RestoreThemes():
            return move.body
        case _:
            return _arranged(body, move)


def _arranged(body: ThemesBody, move: Rename | DropTheme | Merge | Shift) -> ThemesBody:
    match move:
        case Rename():
            return body.renamed(move.theme, move.title)
        case DropTheme():
            return body.without(move.theme)
        case Merge():
            return body.merged(move.theme, move.into)
        case Shift():
            return body.moved(move.theme, move.by)
