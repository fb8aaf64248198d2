"""What phones may read of the room: approved answers of a closed question, and the agreement."""

from workshop_kit.agreement import AgreementBody
from workshop_kit.errors import NotRevealed, UnknownEntry, UnknownQuestion
from workshop_kit.model import ROOM, Role
from workshop_kit.room.base import RoomHandler


class RevealedHandler(RoomHandler):
    """``GET /room/SESSION/participant/revealed/QUESTION``."""

    async def get(self, session_id: str, question: str) -> None:
        """Return approved bodies in an order that tells nothing, without ids, authors or times."""
        room, _identity = await self.identified(session_id, Role.PARTICIPANT)
        if question not in self.rooms.shapes:
            raise UnknownQuestion(question)
        revealed = await self.read(room.revealed)
        if question not in revealed:
            raise NotRevealed
        self.reply({"answers": revealed[question]})


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
