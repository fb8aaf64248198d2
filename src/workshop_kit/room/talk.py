"""Asking to talk to someone: who leads hears that somebody asked, and never who."""

from typing import Annotated

from pydantic import Field

from workshop_kit.call import CallBody
from workshop_kit.errors import SessionClosed, SessionNotOpen
from workshop_kit.model import Frozen, Key, Role, SessionState
from workshop_kit.room.change import Body, ChangesRoom, turn_of


class TalkBody(Frozen):
    """A request, as it arrives."""

    write_id: Key


class SeenBody(Frozen):
    """That people were seen to: as many as had ``asked`` when the page heard of it last."""

    write_id: Key
    asked: Annotated[int, Field(ge=0)]


class AskToTalkHandler(ChangesRoom):
    """``POST /room/SESSION/participant/talk``."""

    async def post(self, session_id: str) -> None:
        """Count one more who would like to talk; nothing else is kept."""
        room, _identity = await self.identified(session_id, Role.PARTICIPANT)
        request = self.body_as(TalkBody)
        state = (await self.read(room.session)).state
        if state is not SessionState.OPEN:
            raise SessionClosed if state is SessionState.CLOSED else SessionNotOpen

        def more(body: Body | None) -> Body:
            call = CallBody.model_validate(body or {})
            return CallBody(asked=call.asked + 1, seen_to=call.seen_to).model_dump()

        async with turn_of(room):
            await self.change(room, "call", "talk", more, f"talk-{request.write_id}"[:64])
        self.reply({"asked": True})


class SeenToHandler(ChangesRoom):
    """``POST /room/SESSION/facilitator/talk``."""

    async def post(self, session_id: str) -> None:
        """Say that those of whom the page knew were seen to; who asked since still waits."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        request = self.body_as(SeenBody)
        waiting = 0

        def seen(body: Body | None) -> Body:
            nonlocal waiting
            call = CallBody.model_validate(body or {})
            seen_to = max(call.seen_to, min(call.asked, request.asked))
            waiting = call.asked - seen_to
            return CallBody(asked=call.asked, seen_to=seen_to).model_dump()

        async with turn_of(room):
            await self.change(room, "call", "talk", seen, request.write_id)
        self.reply({"waiting": waiting})
