"""The server's hold of one page's process: asks it for kernels, and hears how they end."""

import asyncio
import itertools
import signal
from contextlib import suppress

from workshop_kit.pages.stored.errors import CannotFork
from workshop_kit.pages.stored.messages import Message, NoMoreMessages, decode, encode
from workshop_kit.pages.stored.told_once import forget, tell_once

START_LIMIT = 30.0
"""Seconds from asking for a kernel until it must be ready."""


class Fork:
    """A kernel that was forked off an executed notebook."""

    def __init__(self, page: "PageClient", number: int) -> None:
        self.pid = 0
        self.returncode: int | None = None
        """The exit code, or a signal's number below zero; None while it runs."""
        self.ready: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self._page = page
        self._number = number
        self._ended = asyncio.Event()

    async def wait(self) -> int:
        """Wait until it has ended; return :attr:`returncode`."""
        await self._ended.wait()
        return self.returncode or 0

    def send_signal(self, number: int) -> None:
        """Send a signal to the kernel and to what it started.

        Its parent sends it, which alone knows that the process number is still this kernel's.
        """
        if self.returncode is None:
            self._page.send({"signal": number, "to": self._number})

    def end(self, code: int) -> None:
        """Note how it has ended."""
        self.returncode = code
        self._ended.set()
        self.refuse("it ended before it could be used")

    def refuse(self, reason: str) -> None:
        """Note that it will never be ready."""
        if not self.ready.done():
            self.ready.set_exception(CannotFork(reason))


class PageClient:
    """The connection to the process of a page, which has executed its notebook."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._numbers = itertools.count()
        self._forks: dict[int, Fork] = {}
        self._listening = asyncio.create_task(self._listen())

    @property
    def alive(self) -> bool:
        """Whether the process is still there, as far as is known."""
        return not self._listening.done()

    @property
    def in_use(self) -> bool:
        """Whether a kernel runs that was forked off it."""
        return bool(self._forks)

    async def fork(self, connection_file: str, environment: dict[str, str]) -> Fork:
        """Fork a kernel; it can be connected to when this returns. Raises :class:`CannotFork`."""
        if not self.alive:
            raise CannotFork("its process has ended")
        number = next(self._numbers)
        fork = self._forks[number] = Fork(self, number)
        try:
            await asyncio.to_thread(tell_once, connection_file, environment)
            self.send({"fork": number, "connection_file": connection_file})
            fork.pid = await asyncio.wait_for(fork.ready, START_LIMIT)
        except TimeoutError:
            raise CannotFork(f"it was not ready after {START_LIMIT:g} seconds") from None
        except OSError as error:
            raise CannotFork(f"its environment could not be told: {error.strerror}") from None
        finally:
            if not fork.pid:  # nobody waits for it any more
                fork.send_signal(signal.SIGKILL)
                await asyncio.to_thread(forget, connection_file)
        return fork

    def send(self, message: Message) -> None:
        """Send a message; one that is gone misses nothing."""
        if self.alive:
            self._writer.write(encode(message))

    async def close(self) -> None:
        """End the process with all its kernels, and wait for their end."""
        if self.alive:
            with suppress(OSError):
                self._writer.write_eof()
        await self._listening

    async def _listen(self) -> None:
        with suppress(NoMoreMessages):
            while True:
                self._note(await next_message(self._reader))
        self._writer.close()
        for fork in self._forks.values():
            fork.end(-signal.SIGKILL)  # no kernel outlives the process it was forked off
        self._forks.clear()

    def _note(self, message: Message) -> None:
        match message:
            case {"ready": int(number), "pid": int(pid)} if number in self._forks:
                if not self._forks[number].ready.done():
                    self._forks[number].ready.set_result(pid)
            case {"refused": int(number), "reason": str(reason)} if number in self._forks:
                self._forks[number].refuse(reason)
            case {"ended": int(number), "code": int(code)} if number in self._forks:
                self._forks.pop(number).end(code)
            case _:
                raise NoMoreMessages


async def next_message(reader: asyncio.StreamReader) -> Message:
    """Return the next message; raises :class:`NoMoreMessages` at the end or for what is none."""
    try:
        return decode(await reader.readuntil(b"\n"))
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError):
        raise NoMoreMessages from None
