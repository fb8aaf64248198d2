"""What the facilitator lets phones see: approved answers of a closed question, nothing else."""

from workshop_kit.errors import NotRevealed, UnknownQuestion
from workshop_kit.model import Role
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.state import RoomView


class RevealedHandler(RoomHandler):
    """``GET /room/SESSION/participant/revealed/QUESTION``."""

    async def get(self, session_id: str, question: str) -> None:
        """Return approved bodies in an order that tells nothing, without ids, authors or times."""
        room, _identity = await self.identified(session_id, Role.PARTICIPANT)
        if question not in self.rooms.shapes:
            raise UnknownQuestion(question)
        keys, roles = self.rooms.question_keys, frozenset({Role.PARTICIPANT})
        view = await self.read(RoomView, room.store, keys, roles)
        if question not in view.revealed_questions():
            raise NotRevealed
        self.reply({"answers": view.approved(question)})
