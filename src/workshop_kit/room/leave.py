"""Leaving: this browser is forgotten, in every role or in one."""

import asyncio
from contextlib import suppress

from workshop_kit.errors import NotJoined
from workshop_kit.model import Role
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.identity import Identity


async def end(handler: RoomHandler, identity: Identity) -> None:
    """End what runs for an identity, and count a participant out.

    Raises
    ------
    CannotSave
        The person is still counted.
    """
    await handler.end_what_it_owns(identity)
    with suppress(NotJoined):  # destroyed meanwhile: the cookie goes all the same
        room = await handler.room_of(identity)
        if identity.role is Role.PARTICIPANT:
            await handler.written(room, room.store.leave(identity.who))


async def end_all(handler: RoomHandler) -> None:
    """End every identity that came with a request, also one whose browser has left.

    Raises
    ------
    KitError
        One of them could not be ended; the others were.
    """
    cookies = handler.cookies_of_roles
    found = [one for role in Role if (one := cookies.read_even_left(role))]
    ends = (end(handler, identity) for identity in found)
    for outcome in await asyncio.gather(*ends, return_exceptions=True):
        if isinstance(outcome, BaseException):
            raise outcome


class LeaveHandler(RoomHandler):
    """``POST /room/leave``: forget this browser in every role; also sent as a beacon."""

    async def post(self) -> None:
        """Take the cookies away, end this browser's kernels and count a participant out."""
        for role in Role:
            self.cookies_of_roles.forget(role)
        self.cookies_of_roles.forget_noticed()
        await end_all(self)
        self.set_status(204)
        self.finish()


class PassOnHandler(RoomHandler):
    """``POST /room/SESSION/participant/leave``: the next person takes part with this browser."""

    async def post(self, session_id: str) -> None:
        """Forget the participant. What this browser is in other roles, it stays."""
        identity = self.cookies_of_roles.read_even_left(Role.PARTICIPANT)
        self.cookies_of_roles.forget(Role.PARTICIPANT)
        self.cookies_of_roles.forget_noticed()
        if identity is not None and identity.session == session_id:
            await end(self, identity)
        self.set_status(204)
        self.finish()
