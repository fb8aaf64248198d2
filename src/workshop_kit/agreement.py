"""The group's agreement, and what each person says of it."""

import hashlib
import json
from collections.abc import Iterable
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from workshop_kit.model import Frozen, Line

MAX_LINES = 30
FEWEST_COUNTED = 5
"""With fewer people than this, a count would point at one of them."""

AgreementLine = Annotated[Line, StringConstraints(min_length=1)]


class AgreementBody(Frozen):
    """What the group keeps to tonight.

    ``agreed`` says that the room has said yes to these lines; a change of them takes it back.
    """

    lines: Annotated[tuple[AgreementLine, ...], Field(min_length=1, max_length=MAX_LINES)]
    agreed: bool = False

    @model_validator(mode="after")
    def _says_nothing_twice(self) -> Self:
        if len(set(self.lines)) < len(self.lines):
            raise ValueError("a line stands twice in the agreement")
        return self

    @property
    def mark(self) -> str:
        """A short digest of the lines: who said yes, said it to these."""
        return hashlib.sha256(json.dumps(self.lines).encode()).hexdigest()[:12]

    def counted(self, said: Iterable[tuple[dict[str, Any], int]]) -> dict[str, int | None]:
        """Count who can live with these lines, from bodies and how many people sent each.

        Where only few have answered, nothing is told: it would point at people.
        """
        numbers = {True: 0, False: 0}
        for body, number in said:
            one = ConsentBody.model_validate(body)
            numbers[one.can_live_with_it] += number if one.mark == self.mark else 0
        told = sum(numbers.values()) >= FEWEST_COUNTED
        return {
            "answered": sum(numbers.values()),
            "can_live_with_it": numbers[True] if told else None,
            "not_yet": numbers[False] if told else None,
        }


class ConsentBody(Frozen):
    """Whether one person can live with the agreement whose mark this is."""

    mark: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
    can_live_with_it: bool
