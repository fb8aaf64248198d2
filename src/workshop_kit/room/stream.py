"""The feed over HTTP: server-sent events."""

from tornado.iostream import StreamClosedError

from workshop_kit.errors import NotJoined
from workshop_kit.model import Role
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.feed import Feed, Listener

BEAT_SECONDS = 4.0
"""A page that hears nothing for two beats and a second takes the connection for dead."""
_BEAT = "event: beat\ndata: {}\n\n"


class FeedHandler(RoomHandler):
    """``GET /room/SESSION/ROLE/feed``."""

    _heard: tuple[Feed, Listener] | None = None

    async def get(self, session_id: str, role: str) -> None:
        """Send the state now and after each change, until the page goes."""
        room, identity = await self.identified(session_id, Role(role))
        self.set_header("Content-Type", "text/event-stream; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Encoding", "identity")  # a compressor for each phone costs memory
        self.set_header("X-Accel-Buffering", "no")  # nginx would hold the events back
        listener = await room.feed.join(identity.role, identity.who)
        self._heard = (room.feed, listener)
        try:
            self.write("retry: 2000\n\n")
            await self.flush()
            while not listener.ended:
                message = await listener.next(BEAT_SECONDS) or _BEAT
                await self.room_of(identity)  # a new passphrase ends what the old one began
                self.write(message)
                await self.flush()
        except (StreamClosedError, NotJoined):
            pass
        finally:
            self._part()

    def on_connection_close(self) -> None:
        """Stop counting this page as connected, at once."""
        self._part()
        super().on_connection_close()

    def _part(self) -> None:
        if self._heard is not None:
            feed, listener = self._heard
            self._heard = None
            feed.part(listener)
            listener.end()  # wakes the loop above
