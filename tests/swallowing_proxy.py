"""A proxy that can lose its network as phones do: bytes vanish and nothing is closed."""

import asyncio
import contextlib
import threading
from typing import Self

from tests.kit_process import free_port


class SwallowingProxy:
    """Passes TCP on to a port on loopback; while ``swallowing`` is set, bytes vanish both ways."""

    def __init__(self, to_port: int) -> None:
        self.to_port = to_port
        self.port = free_port()
        self.swallowing = threading.Event()
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._tasks: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()

    @property
    def hall(self) -> str:
        return f"http://hall.test:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_problem: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(10)

    def cut(self) -> None:
        """Reset every connection that stands; new ones are taken."""
        asyncio.run_coroutine_threadsafe(self._cut(), self._loop).result(10)

    async def _cut(self) -> None:
        for writer in self._writers:
            writer.transport.abort()

    def _run(self) -> None:
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._over = asyncio.Event()
        server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        self._ready.set()
        await self._over.wait()
        server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            there = await asyncio.open_connection("127.0.0.1", self.to_port)
        except OSError:
            writer.close()
            return
        ends = {writer, there[1]}
        self._writers |= ends
        both = [self._pass(reader, there[1]), self._pass(there[0], writer)]
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*both)
        for one in ends:
            one.close()
        self._writers -= ends
        self._tasks.discard(task)

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(65536):
                if not self.swallowing.is_set():
                    writer.write(data)
                    await writer.drain()
        # A connection that ends while the network is away is not told of it either.
        while self.swallowing.is_set():
            await asyncio.sleep(0.05)
        with contextlib.suppress(ConnectionError, OSError):
            writer.close()
