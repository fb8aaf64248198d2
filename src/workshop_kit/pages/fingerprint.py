"""Whether files have changed since a page was made of them."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

SECONDS_BETWEEN_LOOKS = 1.0
LONGEST_BETWEEN_LOOKS = 10.0
TIMES_A_LOOK = 3000
"""How much longer than it looks it rests: a hall that opens pages at once waits for no files."""


class Fingerprint:
    """A mark of some folders' files that changes when one of them does.

    Parameters
    ----------
    folders
        Looked through with all that is in them; one that is not there yet may come later.
    suffixes
        Only files that end so count; none: all do.
    """

    def __init__(self, *folders: Path, suffixes: tuple[str, ...] = ()) -> None:
        self._folders = folders
        self._suffixes = suffixes
        self._look_again_at = 0.0
        self._mark = 0

    def now(self) -> int:
        """Return the mark; many files are looked at more seldom than few, every 10 s at least."""
        begun = time.monotonic()
        if begun >= self._look_again_at:
            self._mark = hash(tuple(sorted(self._files())))
            ended = time.monotonic()
            rest = max(SECONDS_BETWEEN_LOOKS, TIMES_A_LOOK * (ended - begun))
            self._look_again_at = ended + min(rest, LONGEST_BETWEEN_LOOKS)
        return self._mark

    def _files(self) -> Iterator[tuple[str, int, int]]:
        for top in self._folders:
            for folder, within, names in os.walk(top):
                within[:] = [name for name in within if not name.startswith((".", "__"))]
                for name in names:
                    if not name.startswith(".") and name.endswith(self._suffixes or ("",)):
                        yield from _facts(os.path.join(folder, name))  # noqa: PTH118 - 400 files each second


def _facts(path: str) -> Iterator[tuple[str, int, int]]:
    try:
        found = os.stat(path)  # noqa: PTH116 - as above
    except OSError:  # gone in this moment
        return
    yield path, found.st_mtime_ns, found.st_size
