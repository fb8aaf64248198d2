"""Files that are whole or absent, whatever happens while they are written."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, make sure it is on the disk, then put it there.

    The file is readable by its owner only. Raises ``OSError``; the place is then as it was.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)  # noqa: PTH105 - the same act, with the name that mkstemp gave
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
    remember_place(path.parent)


def remember_place(folder: Path) -> None:
    """Put on the disk which files are in a folder, where that can be done."""
    # Windows opens no folders, and some USB sticks cannot sync one: the file is there all the same.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
