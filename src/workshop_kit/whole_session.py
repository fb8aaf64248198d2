"""A session with everything in it becomes a file that is whole or absent."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from workshop_kit.model import Session
from workshop_kit.store.folder import SUFFIX, SessionFolder
from workshop_kit.store.sqlite import SqliteStore


def make_whole(folder: SessionFolder, new: Session, fill: Callable[[SqliteStore], object]) -> Path:
    """Make a session's file, fill it, and only then put it among the others.

    Whatever ``fill`` raises, the data folder is then as it was.
    """
    with tempfile.TemporaryDirectory(dir=folder.path, prefix=".new-") as beside:
        path = Path(beside) / f"{new.held_on}-{new.id[:8]}{SUFFIX}"
        store = SqliteStore.create(path, new)
        try:
            fill(store)
        finally:
            store.close()
        return path.rename(folder.path / "sessions" / path.name)
