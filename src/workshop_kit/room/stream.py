"""The feed over HTTP: server-sent events."""

import socket
from functools import partial

from tornado.iostream import StreamClosedError

from workshop_kit.model import Role
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.listener import Listener

MAX_ON_ITS_WAY = 32 * 1024
"""Bytes that the system keeps of a stream which is not read."""


class FeedHandler(RoomHandler):
    """``GET /room/SESSION/ROLE/feed``."""

    async def get(self, session_id: str, role: str) -> None:
        """Send the head of the reply, and leave the connection to the room's feed.

        The request, its headers and this handler are let go of then: a phone that listens costs
        its connection and little more.
        """
        room, identity = await self.identified(session_id, Role(role))
        self.set_header("Content-Type", "text/event-stream; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Encoding", "identity")  # a compressor for each phone costs memory
        self.set_header("X-Accel-Buffering", "no")  # nginx would hold the events back
        self.write("retry: 2000\n\n")
        try:
            await self.flush()
        except StreamClosedError:
            return
        anyone = identity.role is Role.PARTICIPANT  # nothing that changes can end it
        stream = self.detach()
        listener = Listener(
            identity.role,
            identity.who,
            stream,
            chunked=self.request.version == "HTTP/1.1",
            allowed=None if anyone else partial(self.room_of, identity),
        )
        stream.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MAX_ON_ITS_WAY)
        stream.set_close_callback(partial(room.feed.part, listener))
        room.feed.join(listener)
