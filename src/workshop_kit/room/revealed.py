"""What phones may read of the room: approved answers of a closed question, and the agreement."""

from workshop_kit.agreement import AgreementBody
from workshop_kit.errors import NotRevealed, UnknownEntry, UnknownQuestion
from workshop_kit.model import ROOM, Role
from workshop_kit.room.base import RoomHandler


class RevealedHandler(RoomHandler):
    """``GET /room/SESSION/participant/revealed/QUESTION``."""

    async def get(self, session_id: str, question: str) -> None:
        """Return what is approved in each layer, without ids, authors, tables or times.

        ``answers`` are bodies, ``tables`` the lines of each table, both in an order that tells
        nothing; ``room`` are the lines that the room keeps.
        """
        room, _identity = await self.identified(session_id, Role.PARTICIPANT)
        if question not in self.rooms.shapes:
            raise UnknownQuestion(question)
        revealed = await self.read(room.revealed)
        if question not in revealed:
            raise NotRevealed
        self.reply(revealed[question])


class AgreementHandler(RoomHandler):
    """``GET /room/SESSION/participant/agreement``."""

    async def get(self, session_id: str) -> None:
        """Return the group's agreement; raises :class:`UnknownEntry` before there is one."""
        room, _identity = await self.identified(session_id, Role.PARTICIPANT)
        found = await self.read(lambda: room.store.entries("agreement", author=ROOM))
        if not found:
            raise UnknownEntry
        agreement = AgreementBody.model_validate(found[0].body)
        self.reply(agreement.model_dump(mode="json") | {"mark": agreement.mark})
