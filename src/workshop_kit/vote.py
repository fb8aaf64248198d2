"""Dot votes: what is chosen from, what each person gave, and what came of it.

The method: each person has a few dots, about a quarter of the options, and may put several on one
(sc.edu, “Dot voting”). Nobody sees a count before the vote is closed, and a tie is told as a tie.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from workshop_kit.model import Frozen, Key, Line

MAX_OPTIONS = 30
MAX_DOTS = 30
MAX_HANDS = 1_000_000

_Words = Annotated[Line, StringConstraints(min_length=1)]
_Dots = Annotated[int, Field(ge=1, le=MAX_DOTS)]
_Hands = Annotated[int, Field(ge=0, le=MAX_HANDS)]


class VoteState(StrEnum):
    """Whether a vote takes dots."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"


class Option(Frozen):
    """Something that can be chosen."""

    id: Key
    text: _Words


class BallotBody(Frozen):
    """The dots of one person, by option; none is a choice too."""

    dots: dict[Key, _Dots] = Field(default_factory=dict, max_length=MAX_OPTIONS)


class Standing(Frozen):
    """An option with its dots.

    ``place`` counts from 1; those that are ``tied`` share one. Options without a dot are not tied:
    nobody chose them.
    """

    id: Key
    dots: int
    place: int
    tied: bool


class VoteBody(Frozen):
    """A vote. ``dots`` is what each person has, ``most`` how many of them one option may get.

    ``hands`` is what was counted in the room, dots of those who voted without a phone. ``shown``
    lets phones see the result; only a closed vote has one.
    """

    title: _Words
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=MAX_OPTIONS)]
    dots: _Dots
    most: _Dots
    state: VoteState = VoteState.WAITING
    hands: dict[Key, _Hands] = Field(default_factory=dict)
    shown: bool = False

    @model_validator(mode="after")
    def _can_be_voted_on(self) -> Self:
        ids = [one.id for one in self.options]
        texts = [one.text.casefold() for one in self.options]
        if len(set(ids)) < len(ids) or len(set(texts)) < len(texts):
            raise ValueError("an option stands twice in the vote")
        if self.most > self.dots:
            raise ValueError("one option cannot get more dots than a person has")
        if not self.hands.keys() <= set(ids):
            raise ValueError("hands were counted for an option that is not there")
        if self.shown and self.state is not VoteState.CLOSED:
            raise ValueError("only a closed vote has a result to show")
        return self

    @property
    def asks(self) -> tuple[object, ...]:
        """What people were asked: it cannot change once somebody has voted."""
        return self.title, self.options, self.dots, self.most

    def takes(self, ballot: BallotBody) -> bool:
        """Tell whether a ballot keeps to the rules of this vote."""
        ids = {one.id for one in self.options}
        most = max(ballot.dots.values(), default=0)
        return (
            ballot.dots.keys() <= ids
            and most <= self.most
            and sum(ballot.dots.values()) <= self.dots
        )

    def result(self, ballots: Iterable[tuple[dict[str, Any], int]]) -> tuple[Standing, ...]:
        """Return the options with most dots first, from bodies and how many people sent each.

        Hands count too. Options with as many dots stand in the order of the vote.
        """
        found = Counter({one.id: self.hands.get(one.id, 0) for one in self.options})
        for body, people in ballots:
            ballot = BallotBody.model_validate(body)
            if self.takes(ballot):
                for option, dots in ballot.dots.items():
                    found[option] += dots * people
        shares = Counter(found.values())
        return tuple(
            Standing(
                id=option,
                dots=dots,
                place=1 + sum(more > dots for more in found.values()),
                tied=dots > 0 and shares[dots] > 1,
            )
            for option, dots in sorted(found.items(), key=lambda one: -one[1])
        )
