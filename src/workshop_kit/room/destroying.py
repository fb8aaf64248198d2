"""The facilitator's word on keeping and destroying: a hold, and the end of everything."""

from datetime import date

from workshop_kit.destroy_errors import Held, NotConfirmed
from workshop_kit.destroying.due import Keeping, is_held, keeping
from workshop_kit.destroying.record import paragraphs
from workshop_kit.errors import InvalidBody, OnlyOnTheLaptop
from workshop_kit.kinds import Decision
from workshop_kit.model import Frozen, Hold, Key, Line, Role, SessionState, plain_code, today
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.rooms import Room
from workshop_kit.words import _


def how_kept(room: Room) -> Keeping:
    """Return how it stands with keeping a room's session today; reads the store."""
    aside = sum(e.body["decision"] == Decision.SET_ASIDE for e in room.store.entries("review"))
    return keeping(room.store.session(), aside, today())


class HoldBody(Frozen):
    """What the facilitator's page sends to keep a session longer."""

    write_id: Key = ""
    reason: Line
    by: Line = ""
    until: date | None = None


class HoldHandler(RoomHandler):
    """``/room/SESSION/facilitator/hold``."""

    async def put(self, session_id: str) -> None:
        """Keep the session until a day, or until the hold is released."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        body = self.body_as(HoldBody)
        if not body.reason:
            raise InvalidBody(_("say why it is kept longer"))
        if body.until and body.until < today():
            raise InvalidBody(_("choose a day to come"))
        hold = Hold(reason=body.reason, by=body.by, until=body.until)
        await self.written(room, room.store.change_session({"hold": hold}))
        self.reply(await self.read(how_kept, room))

    async def delete(self, session_id: str) -> None:
        """Release it."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        await self.written(room, room.store.change_session({"hold": None}))
        self.reply(await self.read(how_kept, room))


class DestroyBody(Frozen):
    """What the facilitator's page sends to destroy a session: the code, typed by hand."""

    code: Line


class DestroyHandler(RoomHandler):
    """``POST /room/SESSION/facilitator/destroy``: on the laptop, once the session is closed."""

    async def post(self, session_id: str) -> None:
        """Destroy the session and return the record, which holds nothing of what anybody wrote."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        if not self.on_the_laptop:
            raise OnlyOnTheLaptop
        body = self.body_as(DestroyBody)
        session = await self.read(room.store.session)
        if session.state is not SessionState.CLOSED:
            raise InvalidBody(_("close the workshop first"))
        if plain_code(body.code) != session.join_code:
            raise NotConfirmed(body.code[:20])
        if session.hold and is_held(session, today()):
            raise Held(session.hold.reason)
        record = await self.rooms.destroy(session_id)
        self.cookies_of_roles.forget(Role.FACILITATOR)
        told = [{"heading": heading, "lines": lines} for heading, lines in paragraphs(record)]
        self.reply({"done": record.done, "record": told})
