"""Asking to talk to someone: who leads hears that somebody asked, and never who."""

from workshop_kit.errors import SessionNotOpen
from workshop_kit.kinds import CallBody
from workshop_kit.model import Frozen, Key, Role, SessionState
from workshop_kit.room.change import Body, ChangesRoom

MOST_WAITING = 9
"""More than these who wait say nothing more: one phone may have asked many times."""


class TalkBody(Frozen):
    """A request, as it arrives."""

    write_id: Key


class AskToTalkHandler(ChangesRoom):
    """``POST /room/SESSION/participant/talk``."""

    async def post(self, session_id: str) -> None:
        """Count one more who would like to talk; nothing else is kept."""
        room, _identity = await self.identified(session_id, Role.PARTICIPANT)
        request = self.body_as(TalkBody)
        if (await self.read(room.session)).state is not SessionState.OPEN:
            raise SessionNotOpen

        def more(body: Body | None) -> Body:
            call = CallBody.model_validate(body or {})
            waiting = call.asked - call.seen_to < MOST_WAITING
            return CallBody(asked=call.asked + waiting, seen_to=call.seen_to).model_dump()

        await self.change(room, "call", "talk", more, f"talk-{request.write_id}"[:64])
        self.reply({"asked": True})


class SeenToHandler(ChangesRoom):
    """``POST /room/SESSION/facilitator/talk``."""

    async def post(self, session_id: str) -> None:
        """Say that everyone who asked so far was seen to."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        self.body_as(TalkBody)

        def seen(body: Body | None) -> Body:
            asked = CallBody.model_validate(body or {}).asked
            return CallBody(asked=asked, seen_to=asked).model_dump()

        await self.change(room, "call", "talk", seen)
        self.reply({"waiting": 0})
