"""Votes in the notes: those that are closed, with what came of them, and never who gave what."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from workshop_kit.model import Entry, Frozen, Line
from workshop_kit.notes.noted_question import Count
from workshop_kit.vote import MAX_HANDS, MAX_OPTIONS, Option, VoteBody, VoteState

_Words = Annotated[Line, StringConstraints(min_length=1)]


class NotedChoice(Frozen):
    """A choice and all the dots that it got, on phones and in the room."""

    text: _Words
    dots: Count


class NotedVote(Frozen):
    """A closed vote; the choices with most dots come first."""

    title: _Words
    dots: Annotated[int, Field(ge=1)]
    most: Annotated[int, Field(ge=1)]
    choices: Annotated[tuple[NotedChoice, ...], Field(min_length=2, max_length=MAX_OPTIONS)]

    @model_validator(mode="after")
    def _can_be_read_back(self) -> Self:
        dots = [choice.dots for choice in self.choices]
        if dots != sorted(dots, reverse=True):
            raise ValueError("the choices of a vote should be in the order of their dots")
        self.body  # noqa: B018 - it is looked whether it can be made
        return self

    @property
    def body(self) -> VoteBody:
        """The vote as a room has it: what was counted stands where raised hands do."""
        numbered = [(f"o{number}", choice) for number, choice in enumerate(self.choices, start=1)]
        return VoteBody(
            title=self.title,
            options=tuple(Option(id=key, text=choice.text) for key, choice in numbered),
            dots=self.dots,
            most=self.most,
            state=VoteState.CLOSED,
            hands={key: choice.dots for key, choice in numbered if choice.dots},
        )


def noted_votes(entries: list[Entry], *, ended: bool) -> tuple[NotedVote, ...]:
    """Return the closed votes of a session, in the order in which they were made.

    Once the session has ``ended`` nobody votes any more: one that was left open counts as well.
    """
    counted = {VoteState.CLOSED, VoteState.OPEN} if ended else {VoteState.CLOSED}
    votes = [entry for entry in entries if entry.kind == "vote"]
    ballots = [entry for entry in entries if entry.kind == "ballot"]
    return tuple(
        _noted(body, [(ballot.body, 1) for ballot in ballots if ballot.key == entry.key])
        for entry in sorted(votes, key=lambda one: (len(one.key), one.key))
        if (body := VoteBody.model_validate(entry.body)).state in counted
    )


def _noted(asked: VoteBody, ballots: list[tuple[dict[str, object], int]]) -> NotedVote:
    vote = asked.model_copy(update={"state": VoteState.CLOSED})
    texts = {option.id: option.text for option in vote.options}
    choices = (
        NotedChoice(text=texts[one.id], dots=min(one.dots, MAX_HANDS))
        for one in vote.result(ballots)
    )
    return NotedVote(title=vote.title, dots=vote.dots, most=vote.most, choices=tuple(choices))
