"""Messages between the processes of stored pages: JSON objects, one a line, over a socket."""

import json
import os
import socket
from collections import deque
from typing import Any

MAX_LINE = 64 * 1024 * 1024
"""Bytes of the longest message, which is an executed notebook with its widgets."""

_PIECE = 256 * 1024
_MAX_DESCRIPTORS = 16  # in one piece; each request brings one at most

Message = dict[str, Any]


class NoMoreMessages(Exception):
    """The other side is gone, or said what nobody understands: this connection has ended."""


def encode(message: Message) -> bytes:
    """Return a message as its line; raises :class:`ValueError` above :data:`MAX_LINE` bytes."""
    line = json.dumps(message, separators=(",", ":")).encode() + b"\n"
    if len(line) > MAX_LINE:
        raise ValueError(f"A message of {len(line)} bytes is longer than {MAX_LINE}.")
    return line


def decode(line: bytes) -> Message:
    """Return the message of a line; raises :class:`NoMoreMessages` if it is no JSON object."""
    try:
        message = json.loads(line)
    except ValueError:
        raise NoMoreMessages from None
    if not isinstance(message, dict):
        raise NoMoreMessages
    return message


class Channel:
    """One end of a socket pair, for a process that waits for nothing else while it reads.

    ``descriptors`` holds the file descriptors that came with messages, oldest first.
    """

    def __init__(self, end: socket.socket) -> None:
        self.end = end
        self.descriptors: deque[int] = deque()
        self._begun = bytearray()
        self._whole: deque[Message] = deque()

    def fileno(self) -> int:
        """Return the socket's file descriptor, so that a selector may wait for it."""
        return self.end.fileno()

    def send(self, message: Message, *descriptors: int) -> None:
        """Send a message whole, with file descriptors; raises :class:`NoMoreMessages`."""
        line = memoryview(encode(message))
        try:
            sent = socket.send_fds(self.end, [line], descriptors) if descriptors else 0
            self.end.sendall(line[sent:])
        except OSError:
            raise NoMoreMessages from None

    def arrived(self) -> list[Message]:
        """Read once what is there, and return the messages that are whole now.

        Raises :class:`NoMoreMessages` at the end, for a line that is too long, and for what is no
        message.
        """
        try:
            piece, found, _, _ = socket.recv_fds(self.end, _PIECE, _MAX_DESCRIPTORS)
        except OSError:
            raise NoMoreMessages from None
        self.descriptors += found
        if not piece:
            raise NoMoreMessages
        self._begun += piece
        if len(self._begun) > MAX_LINE:
            raise NoMoreMessages
        if b"\n" not in piece:
            return []
        *lines, rest = bytes(self._begun).split(b"\n")
        self._begun = bytearray(rest)
        return [decode(line) for line in lines]

    def receive(self) -> Message:
        """Wait for the next message; raises :class:`NoMoreMessages`."""
        while not self._whole:
            self._whole += self.arrived()
        return self._whole.popleft()

    def close(self) -> None:
        """Close the socket, and what came with messages that nobody took."""
        self.end.close()
        while self.descriptors:
            os.close(self.descriptors.popleft())
