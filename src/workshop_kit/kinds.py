"""The kinds of entries: what each holds, who owns it, who may write it, who may see it."""

from typing import Annotated

from pydantic import StringConstraints

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
from workshop_kit.call import CallBody
from workshop_kit.card_sort import CardSortBody, CardSortCountBody
from workshop_kit.check import CheckBody, MoodBody
from workshop_kit.contact import ContactBody
from workshop_kit.errors import UnknownKind
from workshop_kit.evening import Evening
from workshop_kit.kind import Kind, Owner
from workshop_kit.layers import RoomAnswerBody, SeatBody, TableAnswerBody
from workshop_kit.model import Frozen, Role
from workshop_kit.noted import AskedBody, TallyBody
from workshop_kit.offers import OfferedBody
from workshop_kit.own_story import StoryBody
from workshop_kit.partner import PartnerBody
from workshop_kit.question_state import Decision, QuestionBody, QuestionState, ReviewBody
from workshop_kit.screen import ScreenBody
from workshop_kit.text import Typed
from workshop_kit.theme import ThemesBody
from workshop_kit.tie import TieBody
from workshop_kit.vote import BallotBody, VoteBody

__all__ = [  # these are known by this name as well
    "MAX_ANSWER",
    "ActionAnswer",
    "Answer",
    "AskedBody",
    "Committee",
    "Decision",
    "DecisionAnswer",
    "Kind",
    "ListAnswer",
    "OffersAnswer",
    "Owner",
    "PersonalAnswer",
    "QuestionBody",
    "QuestionState",
    "ReviewBody",
    "Skipped",
    "StoryBody",
    "TallyBody",
]


class NameBody(Frozen):
    """A first name, only where the session allows them. Never shown with an answer."""

    first_name: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40), Typed
    ]


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
            name="seat",
            body=SeatBody,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset(),  # to its author; to who leads as a count
        ),
        Kind(
            name="table_answer",
            body=TableAnswerBody,
            owner=Owner.ROOM,
            written_by=frozenset(),  # line by line, in room/table_talk.py
            visible_to=frozenset(),  # to its table; to others only by review and approval
        ),
        Kind(
            name="room_answer",
            body=RoomAnswerBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F}),  # to others when it is revealed
        ),
        Kind(
            name="contact",
            body=ContactBody,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset(),  # to its author; to who leads only by room/contacts.py
        ),
        Kind(
            name="offered",
            body=OfferedBody,
            owner=Owner.ROOM,
            written_by=frozenset(),  # when the question is closed, in store/offers.py
            visible_to=frozenset(),  # by room/offers.py, while the question is not open
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
            name="themes",
            body=ThemesBody,
            owner=Owner.ROOM,
            written_by=frozenset(),  # move by move, in room/sort.py
            visible_to=frozenset({_F}),
        ),
        Kind(
            name="card_sort",
            body=CardSortBody,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset(),  # to its author; to who leads as sums, once it is closed
        ),
        Kind(
            name="card_sort_count",
            body=CardSortCountBody,
            owner=Owner.ROOM,
            written_by=frozenset(),  # when a sort is closed, in room/sort.py
            visible_to=frozenset(),  # to who leads, with the themes
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
            name="partner",
            body=PartnerBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F}),  # with ratings, and who declined
        ),
        Kind(
            name="tie",
            body=TieBody,
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
            name="check",
            body=CheckBody,
            owner=Owner.ROOM,
            written_by=frozenset({_F}),
            visible_to=frozenset({_F}),  # of what people say it holds a count, and only at the end
        ),
        Kind(
            name="mood",
            body=MoodBody,
            owner=Owner.AUTHOR,
            written_by=frozenset({_P}),
            visible_to=frozenset(),  # to its author; to others as a distribution, see check.py
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


GATES = {
    "answer": "question",
    "table_answer": "question",
    "ballot": "vote",
    "card_sort": "themes",
    "mood": "check",
}
"""What takes a kind only while it is open: the room's entry of that kind with the same key."""

OF_PEOPLE_HERE = frozenset({"name", "seat", "card_sort"})
"""What says something of a person who is here, and goes when they leave or the workshop ends."""


def kind_named(name: str) -> Kind:
    """Return a kind by its name, or raise :class:`UnknownKind`."""
    try:
        return KINDS[name]
    except KeyError:
        raise UnknownKind(name) from None
