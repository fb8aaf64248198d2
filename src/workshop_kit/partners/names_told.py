"""Names in a sentence: all of them, or the first few and how many more there are."""

from collections.abc import Iterable

from workshop_kit.partners.partner_map import Named
from workshop_kit.words import _, n_

MOST_TOLD = 5
"""Names in one sentence: nobody reads on after that, and the table has them all."""


def names_told(partners: Iterable[Named]) -> str:
    """Return “A”, “A and B”, “A, B and C”, or “A, B, C, D and 4 others”.

    A name that holds a comma itself stands between quotation marks.
    """
    names = [f"“{one.name}”" if "," in one.name else one.name for one in partners]
    if len(names) > MOST_TOLD:
        told = names[: MOST_TOLD - 1]
        left = len(names) - len(told)
        others = n_("{number} other", "{number} others", left)
        return _("{names} and {last}", names=", ".join(told), last=others)
    if len(names) > 1:
        return _("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])
    return "".join(names)
