"""Who am I: everything that a page has to ask before it can begin, in one reply."""

from typing import Any

from workshop_kit.errors import NotJoined
from workshop_kit.model import Role
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.identity import Identity
from workshop_kit.room.mark import mark_of
from workshop_kit.room.rooms import Room

OWN = {"kind", "key", "revision", "body", "written_at"}
"""What a participant's page learns of its own entries."""


class WhoAmIHandler(RoomHandler):
    """``GET /room/ROLE``: which session this browser is in, and what it has there."""

    async def get(self, role: str) -> None:
        """Return the session, as this role may know it, and renew the XSRF cookie.

        A participant's own entries come with it: a page needs both before it can begin.
        """
        _token = self.xsrf_token  # reading it sets the cookie
        identity = await self.identity_of(Role(role))
        if identity is None:
            raise NotJoined
        room = await self.room_of(identity)
        roles = [one.value for one in Role if await self.identity_of(one)]
        self.reply(await self.read(_told, room, identity) | {"roles": roles})


def _told(room: Room, identity: Identity) -> dict[str, Any]:
    session = room.session()
    told: dict[str, Any] = {
        "session": session.id,
        "role": identity.role.value,
        "details": session.details.model_dump(mode="json"),
        "state": session.state.value,
    }
    if identity.role is Role.PARTICIPANT:
        told["mark"] = mark_of(told["details"])  # the feed tells another once they change
        mine = room.store.entries(author=identity.who)
        told["entries"] = [one.model_dump(mode="json", include=OWN) for one in mine]
    return told
