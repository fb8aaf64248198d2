"""The facilitator's word on the session: details, opening, closing; and the QR code."""

import io
from typing import Any

import segno

from workshop_kit.checked import checked
from workshop_kit.errors import InvalidBody, SessionClosed
from workshop_kit.model import HelpLineCheck, Role, Session, SessionDetails, SessionState, today
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.destroying import how_kept
from workshop_kit.room.rooms import Room
from workshop_kit.words import _

_CHANGEABLE = {*SessionDetails.model_fields, "state", "help_lines"}


def told(room: Room) -> dict[str, Any]:
    """Return what the facilitator may know: everything but the passphrase's hash."""
    session = room.store.session()
    known = session.model_dump(mode="json", exclude={"passphrase_hash"})
    known["destroy_on"] = session.destroy_on.isoformat() if session.destroy_on else None
    return known | {"keeping": how_kept(room).model_dump(mode="json")}


class JoinCodeHandler(RoomHandler):
    """``POST /room/SESSION/facilitator/join-code``: another code, where wrong ones rain in."""

    async def post(self, session_id: str) -> None:
        """Make a new code and return the session. Who has joined stays."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        await self.rooms.new_code(session_id)
        self.reply(await self.read(told, room))


class SessionHandler(RoomHandler):
    """``/room/SESSION/facilitator/session``."""

    async def get(self, session_id: str) -> None:
        """Return the session with its codes."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        self.reply(await self.read(told, room))

    async def put(self, session_id: str) -> None:
        """Change details, open or close."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        self._asked = self.json_object()
        self._write_id = str(self._asked.pop("write_id", ""))
        if self._write_id and self._write_id == room.last_change:
            self.reply(await self.read(told, room))
            return
        before = await self.read(room.store.session)
        again = self._asked == {"state": SessionState.CLOSED}  # after a failed rewrite
        if before.state is SessionState.CLOSED and not again:
            raise SessionClosed
        changes = self._checked(before)
        closing = changes.pop("state", before.state) is SessionState.CLOSED
        if changes:
            await self.written(room, room.store.change_session(changes))
        if closing:
            await self.written(room, room.store.close_session(today()))
        elif before.state is SessionState.DRAFT and self._asked.get("state") == "open":
            await self._open(room)
        room.last_change = self._write_id or room.last_change
        self.reply(await self.read(told, room))

    def _checked(self, before: Session) -> dict[str, Any]:
        asked = self._asked
        if unknown := sorted(set(asked) - _CHANGEABLE):
            raise InvalidBody(_("“{name}” is not known", name=unknown[0]))
        after = checked(Session, {**before.model_dump(), **asked})
        if after.state is SessionState.DRAFT and before.state is SessionState.OPEN:
            raise InvalidBody(_("a workshop that was opened cannot go back; close it at its end"))
        if after.state is SessionState.OPEN:
            _check_help_lines(after.help_lines)
        return {name: getattr(after, name) for name in asked}

    async def _open(self, room: Room) -> None:
        await self.written(room, room.store.change_session({"state": SessionState.OPEN}))


def _check_help_lines(check: HelpLineCheck | None) -> None:
    if check is None or not (check.dialled or check.reason):
        raise InvalidBody(
            _("before opening, dial the help lines and say that they answer, or say why not")
        )


class QrHandler(RoomHandler):
    """``GET /room/SESSION/ROLE/qr.svg``: the code that leads a phone to the join page."""

    async def get(self, session_id: str, role: str) -> None:
        """Return a QR code as SVG, for the address asked for or the one on the screen."""
        room, _identity = await self.identified(session_id, Role(role))
        session = await self.read(room.store.session)
        chosen = self.get_query_argument("address", "") if role == Role.FACILITATOR else ""
        if not chosen:
            screen = await self.read(lambda: room.store.entries("screen"))
            chosen = str(screen[0].body["address"]) if screen else ""
        address = self.rooms.join_address(session, chosen)
        picture = io.BytesIO()
        code = segno.make(f"{address}{self.base_url}j/{session.join_code}", error="m", micro=False)
        code.save(picture, kind="svg", scale=8, border=4, light="#fff", svgns=True, xmldecl=False)
        self.set_header("Content-Type", "image/svg+xml")
        self.set_header("Cache-Control", "no-store")
        self.finish(picture.getvalue())
