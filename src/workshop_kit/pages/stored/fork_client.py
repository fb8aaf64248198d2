"""The server's hold of the fork server: starts it, asks it, and starts another when it is gone."""

import asyncio
import itertools
import socket
import subprocess
import sys
import time

from workshop_kit.pages.stored.errors import CannotFork
from workshop_kit.pages.stored.messages import Channel, Message, NoMoreMessages
from workshop_kit.pages.stored.one_thread import ONE_THREAD

ANSWER_LIMIT = 60.0
"""Seconds until the fork server must have answered; importing is in it."""
NEXT_START = 60.0
"""Seconds until it is started again after a start that failed."""

_MODULE = "workshop_kit.pages.stored.fork_server"
_OF_ITS_OWN = {
    **ONE_THREAD,
    "MALLOC_ARENA_MAX": "1",  # else each thread of a kernel has memory of its own
    "PYTHONDONTWRITEBYTECODE": "1",
}


class ForkClient:
    """Starts the fork server when it is first needed, and again when it has died.

    ``environment`` is all that it learns, ``modules`` is what it imports. It answers one request
    after the other, in a thread: none waits for a notebook, so none takes long.
    """

    def __init__(self, environment: dict[str, str], modules: tuple[str, ...]) -> None:
        self.environment, self.modules = environment, modules
        self._lock = asyncio.Lock()
        self._numbers = itertools.count()
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: Channel | None = None
        self._not_before = 0.0
        self._closed = False
        self._reason = ""

    @property
    def pid(self) -> int:
        """The fork server's process number; 0 if there is none."""
        return self._process.pid if self._process else 0

    async def fork(self, end: socket.socket) -> int:
        """Fork a page's process that talks through ``end``; return the number of the page.

        Raises :class:`CannotFork`.
        """
        number = next(self._numbers)
        async with self._lock:
            await asyncio.to_thread(self._ask, {"page": number}, end.fileno())
        return number

    async def end(self, number: int) -> None:
        """End a page's process, whatever it does, with all its kernels."""
        async with self._lock:
            if self._channel is not None and not self._closed:
                await asyncio.to_thread(self._ask, {"end": number})

    async def close(self) -> None:
        """End the fork server and all that it forked, at once: whoever waits for it is refused."""
        self._closed = True
        if self._lock.locked() and self._process is not None:
            self._process.kill()
        async with self._lock:
            await asyncio.to_thread(self._stop)

    def _ask(self, request: Message, *descriptors: int) -> None:
        """Ask the fork server; one that died in the meantime is replaced."""
        try:
            answer = self._answer(request, *descriptors)
        except NoMoreMessages:
            self._stop()
            self._start()
            try:
                answer = self._answer(request, *descriptors)
            except NoMoreMessages:
                self._stop()
                raise CannotFork("the fork server ended") from None
        if "refused" in answer:
            raise CannotFork(str(answer["refused"]))

    def _answer(self, request: Message, *descriptors: int) -> Message:
        if self._channel is None:
            raise NoMoreMessages
        self._channel.send(request, *descriptors)
        return self._channel.receive()

    def _start(self) -> None:
        """Start it; after a start that failed, only when some time has passed."""
        if self._closed:
            raise CannotFork("it is closed")
        if time.monotonic() < self._not_before:
            raise CannotFork(self._reason)
        here, there = socket.socketpair()
        here.settimeout(ANSWER_LIMIT)
        with there:
            command = [sys.executable, "-P", "-m", _MODULE, str(there.fileno()), *self.modules]
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command,
                env=self.environment | _OF_ITS_OWN,
                pass_fds=[there.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._channel = Channel(here)
        self._reason = _what_is_wrong(self._channel)
        if self._reason:
            self._stop()
            self._not_before = time.monotonic() + NEXT_START
            raise CannotFork(self._reason)

    def _stop(self) -> None:
        if self._channel is not None:
            self._channel.close()
        if self._process is not None:
            try:
                self._process.wait(ANSWER_LIMIT)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._channel = self._process = None


def _what_is_wrong(begun: Channel) -> str:
    """Return why a fork server that has begun is of no use, or an empty string."""
    try:
        threads: int = begun.receive()["threads"]
    except NoMoreMessages:
        return "the fork server did not start"
    return f"what it imports has started {threads - 1} threads" if threads > 1 else ""
