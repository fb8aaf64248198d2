"""A process that dies in the middle of a destruction, and a test that may not do all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from workshop_kit.destroying.destroy import destroy
from workshop_kit.store.folder import BEGUN, SessionFolder

STEPS = ("rename", "wipe", "remove")
NOBODY = 65534
_EVENTS = {"rename": "os.rename", "wipe": "open", "remove": "os.remove"}


def destroy_until(pipe: Connection, folder: Path, path: Path, step: str) -> None:
    """Begin to destroy a session, and die just before one step, as in a power cut."""
    sessions = SessionFolder(folder)

    def watch(event: str, values: tuple[object, ...]) -> None:
        if event != _EVENTS[step] or path.stem not in str(values[0]):
            return
        writes = step != "wipe" or "+" in str(values[1])
        if writes and (step == "rename" or str(values[0]).endswith(BEGUN)):
            os._exit(9)

    pipe.send("ready")
    sys.addaudithook(watch)
    destroy(sessions, path)


@contextmanager
def without_rights(folder: Path) -> Iterator[None]:
    """Be the folder's owner without root's rights, where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    for place in (folder, *folder.rglob("*")):
        os.chown(place, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
