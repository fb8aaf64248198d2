"""Watching for what other processes write into sessions that are open here."""

import asyncio
import threading
from collections.abc import Callable, Iterable
from typing import Protocol

from workshop_kit.room.feed import Feed

SECONDS_BETWEEN_LOOKS = 0.3


class Watched(Protocol):
    """A room whose file others may write."""

    feed: Feed

    def has_news(self) -> bool:
        """Tell whether somebody did since the last look; is called in a thread."""
        ...


class WriteWatch:
    """Looks from a thread of its own: through the loop it would be most of what an idle kit does.

    Parameters
    ----------
    rooms
        Returns the rooms that are open now; is called in the thread.
    """

    def __init__(self, rooms: Callable[[], Iterable[Watched]]) -> None:
        self._rooms = rooms
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; feeds are told in the loop that runs now."""
        loop = asyncio.get_running_loop()
        self._thread = threading.Thread(target=self._look, args=(loop,), daemon=True)
        self._thread.start()

    async def stop(self) -> None:
        """End, and wait until the thread has let go of every file."""
        self._ended.set()
        if self._thread is not None:
            await asyncio.to_thread(self._thread.join)

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        while not self._ended.wait(SECONDS_BETWEEN_LOOKS):
            for room in self._rooms():
                if room.has_news():
                    loop.call_soon_threadsafe(room.feed.changed)
