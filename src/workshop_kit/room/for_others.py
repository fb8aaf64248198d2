"""Entering answers for people without a phone; whoever enters sees no answers."""

from typing import Any

from workshop_kit.errors import UnknownEntry
from workshop_kit.kinds import kind_named
from workshop_kit.model import AuthorRole, Frozen, Key, Role, TakeBack, Write
from workshop_kit.room.entries import KnowsKinds, TakeBackBody


class ForOtherBody(Frozen):
    """A write for somebody, as it arrives."""

    write_id: Key
    body: dict[str, Any]


class ForOthersHandler(KnowsKinds):
    """``PUT /room/SESSION/ROLE/for-others/QUESTION``."""

    async def put(self, session_id: str, role: str, question: str) -> None:
        """Store an answer as a new person's; the receipt is the only way to undo it."""
        room, identity = await self.identified(session_id, Role(role))
        request = self.body_as(ForOtherBody)
        write = Write(
            kind="answer",
            key=question,
            author=identity.who,
            write_id=request.write_id,
            body=self.checked_body(kind_named("answer"), question, request.body),
            while_open=question,
        )
        receipt = await self.written(room, room.store.put_for_other(write))
        self.reply(receipt)


class ForOtherHandler(KnowsKinds):
    """``DELETE /room/SESSION/ROLE/for-others/QUESTION/ENTRY``."""

    async def delete(self, session_id: str, role: str, question: str, entry_id: str) -> None:
        """Undo an answer that was entered for somebody."""
        room, _identity = await self.identified(session_id, Role(role))
        body = self.body_as(TakeBackBody)
        entry = await self.read(room.store.entry, entry_id)
        if entry is None or entry.kind != "answer" or entry.key != question:
            raise UnknownEntry
        if await self.read(room.store.author_role, entry.author) is not AuthorRole.FOR_OTHERS:
            raise UnknownEntry
        request = TakeBack(
            kind="answer",
            key=question,
            author=entry.author,
            while_open=question,
            **body.model_dump(),
        )
        receipt = await self.written(room, room.store.take_back(request))
        self.reply(receipt)
