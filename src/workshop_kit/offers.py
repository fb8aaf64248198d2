"""What people offer, counted: how many filled in each of the five parts of question 7."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import Field

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.answers import OffersAnswer
from workshop_kit.model import Frozen, Key

ASKS_FOR_OFFERS = "q7"
"""The question about offers; a contact has its key."""
SHAPE = "offers"
PARTS = tuple(name for name in OffersAnswer.model_fields if name != "shape")

_Count = Annotated[int, Field(ge=FEWEST_COUNTED, le=1_000_000)]


class OfferedBody(Frozen):
    """Offers as they were counted when their question was closed; the key is the question's.

    ``people`` is how many offered something then, ``parts`` what may be told of it.
    """

    people: _Count
    parts: dict[Key, _Count | None]


def filled(bodies: Iterable[dict[str, Any]]) -> tuple[int, dict[str, int]]:
    """Return how many answers offer something, and in how many of them each part is filled."""
    offers = [body for body in bodies if body["shape"] == SHAPE]
    return len(offers), {part: sum(bool(body[part]) for body in offers) for part in PARTS}


def told(people: int, parts: Mapping[str, int]) -> dict[str, int | None]:
    """Return what may be told of each part; ``None`` says “fewer than 5”, and ``{}`` nothing.

    Nothing is told where fewer than five people offered something. Parts overlap, since one
    person may fill in several; so a hidden number is no remainder of a sum. But everybody filled
    in at least one: people who are in no part that is told are in a hidden one. A hidden part has
    four people at most. Where there are more such people than the other hidden parts can hold,
    the rest has to be in this one, and a number below five could be reckoned. Then nothing is told.

    That few left a part empty may be seen. It says nothing of anybody: nobody has to fill it in.
    """
    if people < FEWEST_COUNTED:
        return {}
    shown = {part: number for part, number in parts.items() if number >= FEWEST_COUNTED}
    hidden = len(parts) - len(shown)
    elsewhere = people - sum(shown.values())
    if hidden and elsewhere > (hidden - 1) * (FEWEST_COUNTED - 1):
        return {}
    return {part: shown.get(part) for part in parts}


def counted(
    before: OfferedBody | None, people: int, parts: Mapping[str, int]
) -> OfferedBody | None:
    """Return what stands once the question is closed, perhaps again; ``None`` before five people.

    Two counts that differ by one answer tell what is in it. So what was counted stays, whoever
    takes back or changes something, until five more people have offered something. That nothing
    may be told of five people or more is a result as well, and stays too.
    """
    fewest = (before.people if before else 0) + FEWEST_COUNTED
    return before if people < fewest else OfferedBody(people=people, parts=told(people, parts))
