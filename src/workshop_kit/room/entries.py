"""Reading and writing entries: a participant's own, and the room's by the facilitator."""

from typing import Annotated, Any

from pydantic import Field

from workshop_kit.check import CHECKS
from workshop_kit.contact import ContactBody
from workshop_kit.content.read_aloud import reading
from workshop_kit.errors import (
    InvalidBody,
    SessionClosed,
    StaleRevision,
    UnknownEntry,
    UnknownKind,
    UnknownQuestion,
    VoteClosed,
    WrongRole,
)
from workshop_kit.kinds import GATES, Kind, Owner, QuestionBody, kind_named
from workshop_kit.model import ROOM, Frozen, Key, Receipt, Role, SessionState, TakeBack, Write
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.change import standing
from workshop_kit.room.contacts import check_contact
from workshop_kit.room.rooms import Room
from workshop_kit.room.sort_on_phones import check_sorting
from workshop_kit.room.who_am_i import OWN
from workshop_kit.screen import ScreenBody, Shown
from workshop_kit.vote import BallotBody, VoteBody
from workshop_kit.words import SOURCE_LANGUAGE, _


class PutBody(Frozen):
    """A write, as it arrives."""

    write_id: Key
    revision: Annotated[int, Field(ge=0)] = 0
    body: dict[str, Any]


class TakeBackBody(Frozen):
    """A request to take back, as it arrives."""

    write_id: Key
    revision: Annotated[int, Field(ge=0)]


class TakeBackAllBody(Frozen):
    """A request to take back everything, as it arrives."""

    write_id: Key


_ONLY_KEY = {"consent": "group", "seat": "table"}
"""What a person has one of."""


class KnowsKinds(RoomHandler):
    """Checks kinds, keys and shapes before anything is written."""

    def checked_kind(self, name: str, role: Role) -> Kind:
        """Return the kind; raises :class:`UnknownKind`, :class:`WrongRole`."""
        kind = kind_named(name)
        if role not in kind.written_by:
            raise WrongRole
        return kind

    def checked_body(self, kind: Kind, key: str, body: dict[str, Any]) -> dict[str, Any]:
        """Return the normal form; raises :class:`UnknownQuestion`, :class:`InvalidBody`."""
        shape = self.rooms.shapes.get(key)
        if kind.name in {"answer", "question", "room_answer"} and shape is None:
            raise UnknownQuestion(key)
        if kind.name == "room_answer" and key in self.rooms.only_counted:
            raise InvalidBody(_("this question is for each person alone"))
        normal = kind.checked(body)
        if kind.name == "answer" and normal["shape"] not in {shape, "skipped"}:
            raise InvalidBody(_("an answer to this question has the shape {shape}", shape=shape))
        return normal


def _own(receipt: Receipt) -> dict[str, Any]:
    """Return what a phone needs of a receipt. The id stays here: it outlives the session."""
    return receipt.model_dump(mode="json", exclude={"entry_id"})


class MyEntriesHandler(RoomHandler):
    """``/room/SESSION/participant/entries``: everything that is mine."""

    async def get(self, session_id: str) -> None:
        """Return my entries, and nobody else's."""
        room, identity = await self.identified(session_id, Role.PARTICIPANT)
        mine = await self.read(lambda: room.store.entries(author=identity.who))
        self.reply({"entries": [e.model_dump(mode="json", include=OWN) for e in mine]})

    async def delete(self, session_id: str) -> None:
        """Take back everything I wrote."""
        room, identity = await self.identified(session_id, Role.PARTICIPANT)
        body = self.body_as(TakeBackAllBody)
        taking = room.store.take_back_all(identity.who, body.write_id)
        number = await self.written(room, taking)
        self.reply({"taken_back": number})


class MyEntryHandler(KnowsKinds):
    """``/room/SESSION/participant/entries/KIND/KEY``: one of mine."""

    async def put(self, session_id: str, kind_name: str, key: str) -> None:
        """Store it; the answer comes after the commit."""
        room, identity = await self.identified(session_id, Role.PARTICIPANT)
        kind = self.checked_kind(kind_name, Role.PARTICIPANT)
        await self._check_collected(room, kind, key)
        request = self.body_as(PutBody)
        if kind.name == "ballot":
            await self._check_ballot(room, key, request.body)
        if kind.name == "card_sort":
            await self._check_sorting(room, identity.who, key, request)
        if kind.name == "contact":
            await self._check_contact(room, identity.who, key, request)
        write = Write(
            kind=kind.name,
            key=key,
            author=identity.who,
            write_id=request.write_id,
            revision=request.revision,
            body=self.checked_body(kind, key, request.body),
            while_open=key if kind.name in GATES else None,
        )
        receipt = await room.answers.put(write)
        room.feed.changed()
        self.reply(_own(receipt))

    async def delete(self, session_id: str, kind_name: str, key: str) -> None:
        """Take it back, while its question is open."""
        room, identity = await self.identified(session_id, Role.PARTICIPANT)
        kind = self.checked_kind(kind_name, Role.PARTICIPANT)
        body = self.body_as(TakeBackBody)
        request = TakeBack(
            kind=kind.name,
            key=key,
            author=identity.who,
            while_open=key if kind.name in GATES else None,
            **body.model_dump(),
        )
        receipt = await self.written(room, room.store.take_back(request))
        self.reply(_own(receipt))

    async def _check_ballot(self, room: Room, key: str, body: dict[str, Any]) -> None:
        """Take no more dots than a person has; raises :class:`VoteClosed` where there is none."""
        _revision, found = await self.read(standing, room.store, "vote", key)
        if found is None:
            raise VoteClosed
        vote = VoteBody.model_validate(found)
        if not vote.takes(BallotBody.model_validate(kind_named("ballot").checked(body))):
            rules = {"dots": vote.dots, "most": vote.most}
            raise InvalidBody(_("each person has {dots} dots, at most {most} for one", **rules))

    async def _check_sorting(self, room: Room, who: str, key: str, request: PutBody) -> None:
        """Refuse one that :func:`check_sorting` does, unless it stands already."""
        if await self.read(room.store.acknowledged, who, request.write_id) is None:
            await self.read(check_sorting, room.store, key)

    async def _check_contact(self, room: Room, who: str, key: str, request: PutBody) -> None:
        """Refuse one that :func:`check_contact` does, unless it stands already."""
        contact = ContactBody.model_validate(kind_named("contact").checked(request.body))
        if await self.read(room.store.acknowledged, who, request.write_id) is None:
            await self.read(check_contact, room.store, who, key, contact)

    async def _check_collected(self, room: Room, kind: Kind, key: str) -> None:
        """Take a first name only where the workshop asks for one, and one of each person."""
        if key != _ONLY_KEY.get(kind.name, key):
            raise UnknownEntry
        if kind.name != "name":
            return
        if not (await self.read(room.store.session)).first_names_allowed:
            raise UnknownKind(kind.name)
        if key != "first_name":
            raise UnknownEntry


class RoomEntriesHandler(RoomHandler):
    """``GET /room/SESSION/facilitator/entries``: what belongs to the room."""

    async def get(self, session_id: str) -> None:
        """Return questions, screen and reviews with their revisions."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        found = await self.read(lambda: room.store.entries(author=ROOM))
        keep = {"kind", "key", "revision", "body"}
        self.reply(
            {
                "entries": [
                    e.model_dump(mode="json", include=keep)
                    for e in found
                    if Role.FACILITATOR in kind_named(e.kind).visible_to
                ]
            }
        )


class RoomEntryHandler(KnowsKinds):
    """``/room/SESSION/facilitator/entries/KIND/KEY``: one thing of the room's."""

    async def put(self, session_id: str, kind_name: str, key: str) -> None:
        """Store it."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        kind = self.checked_kind(kind_name, Role.FACILITATOR)
        request = self.body_as(PutBody)
        body = self.checked_body(kind, key, request.body)
        await self._check_sense(room, kind, key, body)
        write = Write(
            kind=kind.name,
            key=key,
            author=ROOM,
            write_id=request.write_id,
            revision=request.revision,
            body=body,
        )
        receipt = await self.written(room, room.store.put(write))
        self.reply(receipt)

    async def delete(self, session_id: str, kind_name: str, key: str) -> None:
        """Undo it."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        kind = self.checked_kind(kind_name, Role.FACILITATOR)
        if kind.owner is not Owner.ROOM or kind.name not in {"review", "story", "vote", "action"}:
            raise UnknownKind(kind.name)
        if kind.name == "vote":
            await self._check_nobody_voted(room, key)
        body = self.body_as(TakeBackBody)
        request = TakeBack(kind=kind.name, key=key, author=ROOM, **body.model_dump())
        receipt = await self.written(room, room.store.take_back(request))
        self.reply(receipt)

    async def _check_sense(self, room: Room, kind: Kind, key: str, body: dict[str, Any]) -> None:
        if kind.name == "review":
            await self._check_review(room, key, body)
        session = await self.read(room.store.session)
        if kind.name == "question" and session.state is SessionState.CLOSED:
            raise SessionClosed
        if kind.name == "question" and key in self.rooms.only_counted:
            self._check_counted(QuestionBody.model_validate(body))
        if kind.name == "vote":
            await self._check_vote(room, key, VoteBody.model_validate(body))
        if kind.name == "plan" and key != "plan":
            raise UnknownEntry
        if kind.name == "check" and key not in CHECKS:
            raise UnknownEntry
        if kind.name == "agreement" and key != "group":
            raise UnknownEntry
        if kind.name == "screen":
            await self._check_screen(key, ScreenBody.model_validate(body))

    def _check_counted(self, question: QuestionBody) -> None:
        if question.revealed:
            raise InvalidBody(_("the answers to this question are only counted"))
        if question.tables:
            raise InvalidBody(_("this question is for each person alone"))

    async def _check_vote(self, room: Room, key: str, vote: VoteBody) -> None:
        """Let nobody change what people have voted on."""
        _revision, found = await self.read(standing, room.store, "vote", key)
        if found is None or VoteBody.model_validate(found).asks == vote.asks:
            return
        await self._check_nobody_voted(room, key)

    async def _check_nobody_voted(self, room: Room, key: str) -> None:
        ballots = await self.read(room.store.tally, "ballot", key)
        if ballots:
            raise InvalidBody(_("people have voted on this; make a new vote instead"))

    async def _check_screen(self, key: str, screen: ScreenBody) -> None:
        if key != "projector":
            raise UnknownEntry
        if screen.question is not None and screen.question not in self.rooms.shapes:
            raise UnknownQuestion(screen.question)
        if screen.show is Shown.READING:
            keys = (screen.section or "", screen.part or "")
            await self.read(reading, *keys, screen.language or SOURCE_LANGUAGE)

    async def _check_review(self, room: Room, entry_id: str, body: dict[str, Any]) -> None:
        answer = await self.read(room.store.entry, entry_id)
        if answer is None or answer.kind not in {"answer", "table_answer"}:
            raise UnknownEntry
        if answer.revision != body["answer_revision"]:
            raise StaleRevision(None)  # the list is read again; the new text belongs there
