"""Check-in and check-out in the notes: a distribution, where there is one, and nothing else."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.check import CHECKS, MAX_PEOPLE, CheckBody, CheckState, Mood
from workshop_kit.model import Entry, Frozen

_People = Annotated[int, Field(ge=0, le=MAX_PEOPLE)]


def _of_each(said: dict[Mood, int]) -> dict[Mood, int]:
    return {mood: said.get(mood, 0) for mood in Mood}


_Said = Annotated[dict[Mood, _People], AfterValidator(_of_each)]


class NotedCheck(Frozen):
    """How many people said what, on phones and in the room."""

    key: Literal["check-in", "check-out"]
    said: _Said
    passed: _People = 0

    @model_validator(mode="after")
    def _tells_of_no_few_people(self) -> Self:
        if sum(self.said.values()) < FEWEST_COUNTED:
            raise ValueError(f"fewer than {FEWEST_COUNTED} people are not told")
        return self

    @property
    def body(self) -> CheckBody:
        """The check as a room has it: all stand where phones do."""
        closed = CheckState.CLOSED
        return CheckBody(state=closed, phones=self.said, passed=self.passed, shown=True)


def noted_checks(entries: list[Entry]) -> tuple[NotedCheck, ...]:
    """Return the checks that the room was shown, in the order of the evening."""
    found = {one.key: CheckBody.model_validate(one.body) for one in entries if one.kind == "check"}
    return tuple(
        NotedCheck.model_validate(
            {
                "key": key,
                "said": {mood: min(people, MAX_PEOPLE) for mood, people in result.items()},
                "passed": found[key].passed,
            }
        )
        for key in CHECKS
        if key in found and found[key].shown and (result := found[key].result) is not None
    )
