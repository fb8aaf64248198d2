"""One open stream of the feed: what it has been told, and whether it still reads."""

from collections.abc import Awaitable, Callable
from functools import cached_property

from tornado.iostream import IOStream, StreamClosedError

from workshop_kit.model import Role

SILENT_BEATS = 8
"""Beats that a stream may take nothing of before it is ended: a phone that sleeps comes back."""
_LAST_CHUNK = b"0\r\n\r\n"


class Message:
    """An event as bytes, made once however many hear it."""

    def __init__(self, text: str) -> None:
        self.plain = text.encode()

    @cached_property
    def chunk(self) -> bytes:
        """The same as a chunk of HTTP/1.1 (RFC 9112, 7.1)."""
        return b"%x\r\n%b\r\n" % (len(self.plain), self.plain)


class Listener:
    """Holds the newest message only, and only while an older one is on its way.

    So a phone that does not read never makes memory grow by more than two messages.

    Parameters
    ----------
    role
        Decides what may be told.
    who
        The browser, see :class:`~workshop_kit.room.identity.Identity`.
    stream
        The connection, after the head of the reply was sent.
    chunked
        Whether the head said that the body comes in chunks.
    allowed
        Raises ``NotJoined`` once this browser may no longer listen; none where nothing ends it.
    """

    def __init__(
        self,
        role: Role,
        who: str,
        stream: IOStream,
        *,
        chunked: bool = True,
        allowed: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        self.role = role
        self.who = who
        self.allowed = allowed
        self._stream = stream
        self._chunked = chunked
        self._newest: Message | None = None
        self._silent = 0

    def tell(self, message: Message) -> None:
        """Send a message, or keep it in the place of the one that waits."""
        if self._stream.writing():
            self._newest = message
        else:
            self._write(message)

    def beat(self, message: Message) -> None:
        """Send a sign of life to who reads, and end a stream that has long taken nothing."""
        if not self._stream.writing():
            self._silent = 0
            self._write(message)
        elif self._silent < SILENT_BEATS:
            self._silent += 1
        else:
            self._stream.close()

    def _write(self, message: Message) -> None:
        try:
            sent = self._stream.write(message.chunk if self._chunked else message.plain)
        except StreamClosedError:
            return  # the stream's own callback tells the feed
        if not sent.done():
            sent.add_done_callback(lambda _: self._go_on())

    def _go_on(self) -> None:
        newest, self._newest = self._newest, None
        if newest is not None and not self._stream.closed():
            self.tell(newest)

    def end(self) -> None:
        """Close the stream; the page opens another one, or finds out why it may not."""
        if self._chunked and not self._stream.closed() and not self._stream.writing():
            self._stream.write(_LAST_CHUNK)
        self._stream.close()
