"""What the facilitator lets phones see: approved answers of a closed question, nothing else."""

from workshop_kit.errors import NotRevealed, UnknownQuestion
from workshop_kit.model import Role
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
