"""What a facilitator does with the themes of a question, move by move, and what they become."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from workshop_kit.model import Frozen, Key, new_id
from workshop_kit.placements import Placement, as_most_did
from workshop_kit.theme import MAX_SORTED, MAX_THEMES, SortState, ThemesBody, ThemeTitle
from workshop_kit.theme_errors import SortStillOpen

_Cards = Annotated[tuple[Key, ...], Field(max_length=MAX_SORTED)]
_Names = Annotated[tuple[Key, ...], Field(max_length=1)]


class NewTheme(Frozen):
    """Make a theme, with cards in it or without, perhaps of a name that was proposed.

    ``names`` is the mark of that name: what stands under it on phones counts for the theme.
    """

    do: Literal["new"]
    title: ThemeTitle
    cards: _Cards = ()
    names: _Names = ()


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


class LeaveName(Frozen):
    """Make no theme of a name that was proposed."""

    do: Literal["leave_name"]
    name: Key


class OpenToAll(Frozen):
    """Let everyone sort on phones."""

    do: Literal["open_to_all"]


class CloseToAll(Frozen):
    """End the sort on phones; then it is counted."""

    do: Literal["close_to_all"]


class SortAsPhones(Frozen):
    """Put what stands in no theme where at least half of the phones put it."""

    do: Literal["as_phones"]


class RestoreThemes(Frozen):
    """Undo: go back to themes that were there before, unless somebody changed them since.

    ``revision`` is that of the themes as the page knows them. Whether phones sort stays as it is.
    """

    do: Literal["restore"]
    body: ThemesBody
    revision: Annotated[int, Field(ge=0)]


_OfCards = NewTheme | PutInto | TakeOut | Mark
_OfThemes = Rename | DropTheme | Merge | Shift
_OfAll = OpenToAll | CloseToAll | LeaveName
ThemeMove = _OfCards | _OfThemes | _OfAll | SortAsPhones | RestoreThemes


def cards_named(move: ThemeMove) -> tuple[str, ...]:
    """Return the cards that have to be there for a move: those that it puts somewhere."""
    match move:
        case NewTheme() | PutInto():
            return move.cards
        case Mark(minority=True):
            return (move.card,)
        case _:
            return ()


def sorted_by(
    body: ThemesBody, move: ThemeMove, placed: Mapping[str, Placement] | None = None
) -> ThemesBody:
    """Return what a move makes of themes; ``placed`` is where phones put each card.

    Raises
    ------
    UnknownTheme
        It is not there.
    TooManyThemes, TooManySorted, TooManyNames
        There is no room for it.
    SortStillOpen
        Phones still sort.
    """
    match move:
        case RestoreThemes():
            return move.body.turned(body.state)
        case SortAsPhones():
            if body.state is SortState.OPEN:
                raise SortStillOpen
            return as_most_did(body, placed or {})
        case OpenToAll() | CloseToAll() | LeaveName():
            return _of_all(body, move)
        case Rename() | DropTheme() | Merge() | Shift():
            return _arranged(body, move)
        case _:
            return _of_cards(body, move)


def _of_cards(body: ThemesBody, move: _OfCards) -> ThemesBody:
    match move:
        case NewTheme():
            return body.with_theme(f"t{new_id()[:8]}", move.title, move.cards, move.names)
        case PutInto():
            return body.with_cards(move.theme, move.cards)
        case TakeOut():
            return body.without_cards(move.theme, move.cards)
        case Mark():
            return body.marked(move.card, minority=move.minority)


def _of_all(body: ThemesBody, move: _OfAll) -> ThemesBody:
    match move:
        case OpenToAll():
            return body.turned(SortState.OPEN)
        case CloseToAll():
            return body.turned(SortState.CLOSED)
        case LeaveName():
            return body.leaving(move.name)


def _arranged(body: ThemesBody, move: _OfThemes) -> ThemesBody:
    match move:
        case Rename():
            return body.renamed(move.theme, move.title)
        case DropTheme():
            return body.without(move.theme)
        case Merge():
            return body.merged(move.theme, move.into)
        case Shift():
            return body.moved(move.theme, move.by)
