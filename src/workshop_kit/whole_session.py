"""A session with everything in it becomes a file that is whole or absent."""

import contextlib
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from workshop_kit.model import Session
from workshop_kit.store.folder import SUFFIX, SessionFolder
from workshop_kit.store.sqlite import SqliteStore

_UNFINISHED = ".new-"
_ABANDONED_SECONDS = 3600
"""Nobody fills a file for so long: what is older was left by a power cut."""


def make_whole(folder: SessionFolder, new: Session, fill: Callable[[SqliteStore], object]) -> Path:
    """Make a session's file, fill it, and only then put it among the others.

    Whatever ``fill`` raises, the data folder is then as it was. What an earlier power cut left
    half done is removed: it may hold what people wrote.
    """
    _clear_abandoned(folder.path)
    with tempfile.TemporaryDirectory(dir=folder.path, prefix=_UNFINISHED) as beside:
        path = Path(beside) / f"{new.held_on}-{new.id[:8]}{SUFFIX}"
        store = SqliteStore.create(path, new)
        try:
            fill(store)
        finally:
            store.close()
        return path.rename(folder.path / "sessions" / path.name)


def _clear_abandoned(folder: Path) -> None:
    for path in folder.glob(f"{_UNFINISHED}*"):
        with contextlib.suppress(OSError):  # another process may be just done with it
            if time.time() - path.stat().st_mtime > _ABANDONED_SECONDS:
                shutil.rmtree(path)
