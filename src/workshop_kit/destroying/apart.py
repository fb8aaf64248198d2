"""Destroying beside a running kit: in a process of its own, so that no page waits for it."""

import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import ParamSpec, TypeVar

from workshop_kit.destroying.destroy import destroy, finish_begun
from workshop_kit.destroying.record import Record
from workshop_kit.store.folder import SessionFolder
from workshop_kit.words import language, speak

P = ParamSpec("P")
T = TypeVar("T")


def destroy_apart(folder: SessionFolder, path: Path) -> Record:
    """Destroy the session in a file; see :func:`~workshop_kit.destroying.destroy.destroy`."""
    return _apart(destroy, folder, path)


def finish_begun_apart(folder: SessionFolder) -> list[Record]:
    """Go on with what was begun, if there is any; asking costs no process."""
    return _apart(finish_begun, folder) if folder.begun() else []


def _apart(job: Callable[P, T], *values: P.args, **named: P.kwargs) -> T:
    """Run a job in a new process, and return or raise what it does.

    The search afterwards opens every file of the data folder. A process that has a session open
    in SQLite must not do that: closing a file ends its locks (SQLite, How To Corrupt, 2.2), and
    another program could take the journal away from under it.
    """
    fresh = multiprocessing.get_context("spawn")  # a fork would have our files open as well
    with ProcessPoolExecutor(1, fresh, _begin, (language(),)) as pool:
        return pool.submit(job, *values, **named).result()


def _begin(spoken: str) -> None:
    """Speak as the kit does; what is begun goes on to its end when the kit is stopped."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speak(spoken)
