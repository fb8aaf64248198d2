"""The end of an evening: what phones say then, and what those who lead still do."""

from workshop_kit.content.closing import farewell
from workshop_kit.content.debrief import debrief
from workshop_kit.model import Role
from workshop_kit.room.base import RoomHandler
from workshop_kit.words import language


class ClosingHandler(RoomHandler):
    """``GET /room/SESSION/participant/closing``."""

    async def get(self, session_id: str) -> None:
        """Return thanks, and what happens now to what was written; also after the end."""
        room, _identity = await self.identified(session_id, Role.PARTICIPANT)
        session = await self.read(room.store.session)
        self.reply(farewell(session.details, language(), kept_longer=session.kept_longer))


class DebriefHandler(RoomHandler):
    """``GET /room/SESSION/facilitator/debrief``."""

    async def get(self, session_id: str) -> None:
        """Return what the leaders talk over, and what they do within a day."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        session = await self.read(room.store.session)
        self.reply(debrief(session.details, language()))
