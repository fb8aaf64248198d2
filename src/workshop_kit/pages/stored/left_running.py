"""What a notebook leaves running in its process, which a fork of it would not have."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, TypeVar

import psutil

T = TypeVar("T")
_PATIENCE = 5  # seconds for threads of the loop that have nothing to do any more


class LeftRunning:
    """Compares what runs now with what ran when this was made."""

    def __init__(self) -> None:
        self._threads = set(threading.enumerate())
        self._native = _native_threads()
        self._children = set(psutil.Process().children())
        self._tasks: list[str] = []

    def run(self, cells: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in an event loop of its own, which ends with it.

        If the notebook's tasks are not done by then, the loop stays this thread's current one.
        """
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        result = loop.run_until_complete(cells)
        self._tasks = sorted(task.get_name() for task in asyncio.all_tasks(loop))
        if not self._tasks:
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.close()
            asyncio.set_event_loop(None)
            for thread in self._new_threads():
                if thread.name.startswith("asyncio_"):
                    thread.join(_PATIENCE)
        return result

    def names(self) -> tuple[str, ...]:
        """Return one description of each thing that the notebook left running."""
        threads = self._new_threads()
        native = _native_threads() - self._native - {thread.native_id for thread in threads}
        children = [
            child
            for child in psutil.Process().children()
            if child not in self._children and child.status() != psutil.STATUS_ZOMBIE
        ]
        return (
            *(f"thread {thread.name}" for thread in threads),
            *(["threads outside of Python"] if native else []),
            *(f"task {name}" for name in self._tasks),
            *(f"process {child.name()}" for child in children),
        )

    def _new_threads(self) -> list[threading.Thread]:
        return [one for one in threading.enumerate() if one not in self._threads]


def _native_threads() -> set[int]:
    return {thread.id for thread in psutil.Process().threads()}
