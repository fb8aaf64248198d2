"""Where a table's headings are: below titles, in one row or two, or nowhere."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from workshop_kit.partners.vocabulary import Vocabulary

_LOOKED_AT = 30
"""Rows from the top in which headings are looked for."""
_A_NUMBER = re.compile(r"[\d\s.,%$-]*")


class Headings(NamedTuple):
    """The headings of a table: the number of rows down to them, and how many are known.

    ``row`` is the last of their rows as it stands.
    """

    names: list[str]
    after: int
    known: int
    row: list[str]


def headings_in(rows: Sequence[Sequence[str]], words: Vocabulary) -> Headings:
    """Return the headings of which most are known; without any, a row that looks like some."""
    filled = [at for at, row in enumerate(rows[:_LOOKED_AT]) if any(row)]
    found = [
        one
        for at in filled
        for one in (_single(rows, at, words), _double(rows, at, words))
        if one and (at == filled[0] or not _could_be_values(one, words))
    ]
    best = max(found, key=lambda one: one.known, default=Headings([], 0, 0, []))
    return best if best.known else _unknown(rows, words)


def is_total(cells: Sequence[str], words: Vocabulary) -> bool:
    """Tell whether a row sums up: its first cell says so, and all others are numbers."""
    filled = [cell for cell in cells if cell]
    first = words.value("mark", re.sub(r"[\d:=]+", " ", filled[0])) if filled else None
    return first == "total" and all(_A_NUMBER.fullmatch(cell) for cell in filled[1:])


def _single(rows: Sequence[Sequence[str]], at: int, words: Vocabulary) -> Headings:
    row = [*rows[at]]
    return Headings(row, at + 1, _known(row, words), row)


def _could_be_values(found: Headings, words: Vocabulary) -> bool:
    """Tell whether all that is known of a row is a value too, as “Organization” is."""
    known = [name for name in found.names if _is_heading(name, words)]
    return all(_is_value(name, words) for name in known)


def _double(rows: Sequence[Sequence[str]], at: int, words: Vocabulary) -> Headings | None:
    """Return two rows as one: an upper heading belongs to all cells below it, up to the next."""
    if at + 1 >= len(rows) or not any(rows[at + 1]):
        return None
    upper, lower = [*rows[at]], [*rows[at + 1]]
    width = max(len(upper), len(lower))
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    names, above = [], ""
    for top, below in zip(upper, lower, strict=True):
        above = top or above
        joined = f"{above} {below}" if above and below and above != below else below or top
        names.append(
            below if _is_heading(below, words) and not _is_heading(joined, words) else joined
        )
    known = _known(names, words)
    lone = max(_known(upper, words), _known(lower, words))
    return Headings(names, at + 2, known, lower) if known > lone else None


def _is_heading(heading: str, words: Vocabulary) -> bool:
    """Tell whether a heading is one of a partner, of a tie, or of what is left out."""
    known = (words.partner, words.tie, words.left_out)
    return bool(heading) and any(words.heading(heading, some) for some in known)


def _known(names: Sequence[str], words: Vocabulary) -> int:
    return sum(_is_heading(name, words) for name in names)


def _unknown(rows: Sequence[Sequence[str]], words: Vocabulary) -> Headings:
    """Take the first row that is as wide as most, if no cell of it could be a value."""
    filled = [(at, [*row]) for at, row in enumerate(rows) if any(row)]
    if not filled:
        return Headings([], 0, 0, [])
    wide = max(sum(bool(cell) for cell in row) for _at, row in filled)
    at, row = next(one for one in filled if 2 * sum(map(bool, one[1])) >= wide)
    if len(filled) == 1 or wide == 1 or any(_is_value(cell, words) for cell in row):
        return Headings([""] * len(row), filled[0][0] if wide == 1 else at, 0, [])
    return Headings(row, at + 1, 0, row)


def _is_value(cell: str, words: Vocabulary) -> bool:
    if not cell:
        return False
    sorts = ("status", "ring", "sectors", "kind")
    return any(character.isdigit() for character in cell) or any(
        words.value(sort, cell) for sort in sorts
    )
