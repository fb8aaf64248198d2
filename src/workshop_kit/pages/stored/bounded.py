"""The websocket of a page, bounded: whoever is at its other end cannot fill the server.

Jupyter Server trusts who has logged in. A page's kernel may belong to anybody in a hall.
"""

import asyncio
import struct
from itertools import pairwise
from typing import Any

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from tornado.iostream import StreamBufferFullError
from tornado.websocket import WebSocketClosedError

MAX_CONNECTIONS = 8
"""Of one kernel. A page has one; each takes four sockets, and a process has only so many."""
MAX_UNREAD = 64 * 1024 * 1024
"""Bytes that wait for a browser which does not read them."""
MAX_PLACES = 1_000
"""Where the parts of one message begin and end."""
_NUMBER = 8
_FEWEST = 6  # the channel, four parts of JSON, and the end
V1 = "v1.kernel.websocket.jupyter.org"
NOT_UNDERSTOOD, TRY_LATER = 1007, 1013
"""Status codes of RFC 6455, 7.4, and of IANA's registry of them."""
_NO_MESSAGE = (AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What comes of a message that is none."""


class Bounded(ZMQChannelsWebsocketConnection):
    """Ends connections that are too many, that do not read, and that send what is no message."""

    def connect(self) -> "asyncio.Future[None] | None":  # type: ignore[override]  # as its own base
        """Connect, unless the kernel has as many connections as it may."""
        manager: Any = self.multi_kernel_manager
        if manager._kernel_connections.get(self.kernel_id, 0) >= MAX_CONNECTIONS:
            manager.notify_connect(self.kernel_id)  # what comes at its end takes one away
            self._open_sockets.add(self)
            self.websocket_handler.close(TRY_LATER)
            refused: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            refused.set_result(None)
            return refused
        self._stream().max_write_buffer_size = MAX_UNREAD
        connected: asyncio.Future[None] | None = super().connect()
        return connected

    def handle_incoming_message(self, incoming_msg: str) -> None:
        """Pass a message on; what is none ends the connection, and is not told to the terminal."""
        try:
            if self.subprotocol == V1:
                check_frame(incoming_msg)
            elif not isinstance(incoming_msg, str):
                raise TypeError  # an older format, of which the same would have to be checked
            super().handle_incoming_message(incoming_msg)
        except _NO_MESSAGE:
            self.websocket_handler.close(NOT_UNDERSTOOD)

    def write_message(
        self,
        message: str | bytes | dict[str, Any],
        binary: bool = False,  # noqa: FBT001, FBT002 - Tornado's
    ) -> None:
        """Send what the kernel says; who does not read it is let go."""
        try:
            sent = self.websocket_handler.write_message(message, binary)
        except StreamBufferFullError:
            self._stream().close()
        except WebSocketClosedError:  # between two messages
            return
        else:
            if sent is not None:
                sent.add_done_callback(_hear_how_it_ended)

    def _stream(self) -> Any:
        connection: Any = self.websocket_handler.ws_connection
        return connection.stream


def check_frame(message: object) -> None:
    """Raise :class:`ValueError` for what is no message in Jupyter's binary format.

    It begins with a number, and as many places at which its parts begin. Jupyter Server believes
    both: 8 bytes keep it counting for ever, and places that go to and fro make gigabytes of a
    message (``deserialize_msg_from_ws_v1``).
    """
    if not isinstance(message, bytes) or len(message) < _NUMBER:
        raise ValueError("It has no beginning.")
    count = int.from_bytes(message[:_NUMBER], "little")
    if not _FEWEST <= count <= MAX_PLACES or _NUMBER * (count + 1) > len(message):
        raise ValueError("It has not as many parts as it says.")
    places = struct.unpack_from(f"<{count}Q", message, _NUMBER)
    if places[0] < _NUMBER * (count + 1) or places[-1] > len(message):
        raise ValueError("Its parts are outside of it.")
    if any(end < start for start, end in pairwise(places)):
        raise ValueError("Its parts are not one after the other.")


def _hear_how_it_ended(sent: "asyncio.Future[None]") -> None:
    """Take note of a browser that went away meanwhile; else asyncio tells it to the terminal."""
    if not sent.cancelled():
        sent.exception()
