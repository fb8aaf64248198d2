"""How people are when they come and when they go: what each says, and what the room hears of it.

Only the distribution is ever told, once a check is closed, and never of few people. Then it is a
count for good: the marks of single people are forgotten, so that no later change tells what one
of them said. The room sees it once who leads has shown it; from then on hands stay as they are.
"""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.check_errors import AlreadyCounted, AlreadyShown
from workshop_kit.model import Frozen

CHECKS = ("check-in", "check-out")
"""The keys of checks, in the order of the evening."""
MAX_PEOPLE = 1_000_000

_People = Annotated[int, Field(ge=0, le=MAX_PEOPLE)]


class Mood(StrEnum):
    """How somebody is, from light to heavy; the words are in ``check.toml``."""

    AT_EASE = "at_ease"
    STEADY = "steady"
    MIXED = "mixed"
    UNEASY = "uneasy"
    HEAVY = "heavy"


class CheckState(StrEnum):
    """Whether a check takes what people say."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"


class MoodBody(Frozen):
    """What one person says; none is “I pass”."""

    mood: Mood | None


class CheckBody(Frozen):
    """A check-in or a check-out.

    ``hands`` are people without a phone, as who leads counted them. ``phones`` is what phones
    said, counted once by the store when the check is closed; none where so few of them said
    something that it would point at one. ``passed`` phones are told with it. ``shown`` lets the
    room see what came of it; only a closed check has that.
    """

    state: CheckState = CheckState.WAITING
    hands: dict[Mood, _People] = Field(default_factory=dict)
    phones: dict[Mood, _People] | None = None
    passed: _People = 0
    shown: bool = False

    @model_validator(mode="after")
    def _tells_of_no_few_people(self) -> Self:
        said = sum(self.phones.values()) if self.phones is not None else 0
        if self.phones is not None and self.state is not CheckState.CLOSED:
            raise ValueError("what phones say is counted when a check is closed")
        if self.shown and self.state is not CheckState.CLOSED:
            raise ValueError("only a closed check has a result to show")
        if 0 < said < FEWEST_COUNTED or (self.passed and not said):
            raise ValueError(f"fewer than {FEWEST_COUNTED} people are not counted")
        return self

    @property
    def result(self) -> dict[Mood, int] | None:
        """How many people say what; none before the end, and where they are too few."""
        if self.phones is None:
            return None
        found = {mood: self.phones.get(mood, 0) + self.hands.get(mood, 0) for mood in Mood}
        return found if sum(found.values()) >= FEWEST_COUNTED else None

    def becomes(
        self, wanted: "CheckBody", said: Iterable[tuple[dict[str, Any], int]]
    ) -> "CheckBody":
        """Return what a change makes of it; ``said`` are bodies and how many people sent each.

        Raises
        ------
        AlreadyCounted
            It has told what people said. Opened again, it would tell what the next one says.
        AlreadyShown
            Other hands than those that the room has seen would tell what a late person says.
        """
        if wanted.state is not CheckState.CLOSED:
            if self.result is not None:
                raise AlreadyCounted
            return CheckBody(state=wanted.state, hands=wanted.hands)
        if self.shown and Counter(self.hands) != Counter(wanted.hands):
            raise AlreadyShown
        phones, passed = (self.phones, self.passed) if self.phones else _counted(said)
        return CheckBody(
            state=wanted.state,
            hands=wanted.hands,
            phones=phones,
            passed=passed,
            shown=self.shown or wanted.shown,
        )


def _counted(
    said: Iterable[tuple[dict[str, Any], int]],
) -> tuple[dict[Mood, int] | None, int]:
    """Count phones, unless few of them said something.

    Hands do not make up for that: the room sees them, and could take them off the sum.
    """
    found: Counter[Mood] = Counter()
    passed = 0
    for body, people in said:
        mood = MoodBody.model_validate(body).mood
        if mood is None:
            passed += people
        else:
            found[mood] += people
    if 0 < found.total() < FEWEST_COUNTED:
        return None, 0
    return dict(found), passed if found else 0
