"""The kinds of entries: what each holds, who owns it, who may write it, who may see it."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from workshop_kit.action import ActionBody, PlanBody
from workshop_kit.agreement import AgreementBody, ConsentBody
from workshop_kit.answers import (
    MAX_ANSWER,
    ActionAnswer,
    Answer,
    Committee,
    DecisionAnswer,
    ListAnswer,
    OffersAnswer,
    PersonalAnswer,
    Skipped,
)
from workshop_kit.contact import ContactBody
from workshop_kit.errors import UnknownKind
from workshop_kit.evening import Evening
from workshop_kit.kind import Kind, Owner
from workshop_kit.model import Frozen, Key, Paragraph, Role
from workshop_kit.own_story import StoryBody
from workshop_kit.screen import ScreenBody
from workshop_kit.text import Typed
from workshop_kit.vote import BallotBody, VoteBody

__all__ = [  # these are known by this name as well
    "MAX_ANSWER",
    "ActionAnswer",
    "Answer",
    "Committee",
    "DecisionAnswer",
    "Kind",
    "ListAnswer",
    "OffersAnswer",
    "Owner",
    "PersonalAnswer",
    "Skipped",
    "StoryBody",
]

_MANY = 1_000_000
_Count = Annotated[int, Field(ge=0, le=_MANY)]


class QuestionState(StrEnum):
    """Whether a question takes answers."""

    WAITING = "waiting"
    OPEN = "open"
    CLOSED = "closed"


class QuestionBody(Frozen):
    """The state of one question; its key is the question's.

    ``revealed`` lets phones see its approved answers. Only a closed question has it, so opening
    a question again takes it back.
    """

    state: QuestionState
    revealed: bool = False

    @model_validator(mode="after")
    def _revealed_only_while_closed(self) -> Self:
        if self.revealed and self.state is not QuestionState.CLOSED:
            raise ValueError("only a closed question can be revealed")
        return self


class Decision(StrEnum):
    """What the facilitator decided about an answer."""

    APPROVED = "approved"
    KEPT_BACK = "kept_back"
    SET_ASIDE = "set_aside"


class ReviewBody(Frozen):
    """A decision about one answer, as it was at ``answer_revision``; the key is its entry id."""

    decision: Decision
    answer_revision: Annotated[int, Field(ge=1, le=_MANY)]


class CallBody(Frozen):
    """How often somebody asked to talk, and how many of these were seen to. Never who."""

    asked: _Count = 0
    seen_to: _Count = 0


class NameBody(Frozen):
    """A first name, only where the session allows them. Never shown with an answer."""

    first_name: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40), Typed
    ]


class TallyBody(Frozen):
    """Counts of a question, from notes that were read back; the key is the question's.

    ``parts`` is what the notes told of each part of offers; see :mod:`workshop_kit.offers`.
    """

    answered: _Count
    skipped: _Count
    private: _Count
    parts: dict[Key, _Count | None] = Field(default_factory=dict)


class AskedBody(Frozen):
    """A question as notes that were read back have it; the key is the question's.

    The kit's own questions may have changed since. ``labels`` names the choices of a decision or
    the parts of offers; ``label`` names the field of all others.
    """

    number: Annotated[int, Field(ge=1, le=999)]
    topic: Paragraph
    text: Paragraph
    shape: Literal["personal", "list", "decision", "offers", "action"]
    label: Paragraph
    labels: dict[Key, Paragraph] = Field(default_factory=dict)
    verbatim: bool


_P, _S, _F, _J = Role.PARTICIPANT, Role.SCRIBE, Role.FACILITATOR, Role.PROJECTOR

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            name="answer",
            body=Answer,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset(),  # to its author; to others only by review and approval
        ),
        Kind(
            name="name",
            body=NameBody,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="contact",
            body=ContactBody,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset(),  # to its author; to who leads only by room/contacts.py
        ),
        Kind(
            name="question",
            body=QuestionBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_P, _S, _F, _J}),
        ),
        Kind(
            name="review",
            body=ReviewBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="screen",
            body=ScreenBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F, _J}),
        ),
        Kind(
            name="agenda",
            body=Evening,
            owner=Owner.ROOM,
            written_by=frozenset(),  # move by move, in room/lead.py
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="agreement",
            body=AgreementBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_P, _S, _F, _J}),
        ),
        Kind(
            name="consent",
            body=ConsentBody,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset(),  # to its author; to who leads as a count
        ),
        Kind(
            name="action",
            body=ActionBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="plan",
            body=PlanBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="vote",
            body=VoteBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F}),  # what others see of it depends on its state
        ),
        Kind(
            name="ballot",
            body=BallotBody,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset(),  # to its author; to others as a sum, once the vote is closed
        ),
        Kind(
            name="call",
            body=CallBody,
            owner=Owner.ROOM,
            written_by=frozenset(),  # by room/talk.py, so that nobody is named
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="story",
            body=StoryBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="tally",
            body=TallyBody,
            owner=Owner.ROOM,
            written_by=frozenset(),  # only by reading notes back
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="asked",
            body=AskedBody,
            owner=Owner.ROOM,
            written_by=frozenset(),  # only by reading notes back
            visible_to=frozenset({_F}),
        ),
    )
}


GATES = {"answer": "question", "ballot": "vote"}
"""What takes a kind only while it is open: the room's entry of that kind with the same key."""


def kind_named(name: str) -> Kind:
    """Return a kind by its name, or raise :class:`UnknownKind`."""
    try:
        return KINDS[name]
    except KeyError:
        raise UnknownKind(name) from None
