"""Pieces of what people wrote, and whether one of them stands in a file."""

import json
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

PIECE = 20
"""Bytes. Shorter pieces stand by chance in files that have nothing to do with a workshop."""
_HALF = PIECE // 2
_CHUNK = 1024 * 1024
_AT_ONCE = 500_000
"""Bytes of texts of which all pieces are held in memory at once: they take about 60 MB."""


class Pieces:
    """Every run of 20 bytes of some texts, in each way in which a file may hold them.

    Parameters
    ----------
    texts
        What is looked for: as UTF-8, as JSON (SQLite's files hold that) and as UTF-16 (Windows).
    """

    def __init__(self, texts: Iterable[str]) -> None:
        ways = [way for text in texts for way in _ways(text) if len(way) >= PIECE]
        self.whole = {piece for way in ways for piece in _runs(way, PIECE)}
        self._halves = {half for way in ways for half in _runs(way, _HALF)}

    def within(self, content: bytes) -> set[bytes]:
        """Return the pieces that stand in some bytes.

        A run of 20 bytes covers one of 10 that begins at a multiple of 10: only those are looked
        up, and what is around one that is known.
        """
        found = set()
        for at in range(0, len(content) - _HALF + 1, _HALF):
            if content[at : at + _HALF] in self._halves:
                around = range(max(0, at - _HALF + 1), at + 1)
                found |= {content[one : one + PIECE] for one in around} & self.whole
        return found


def batches(texts: Iterable[str]) -> Iterator[Pieces]:
    """Yield the pieces of some texts, few enough at a time for a small laptop; at least once.

    All pieces of a full evening would take gigabytes, and whoever wants that sends long answers.
    """
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += sum(map(len, _ways(text)))
        if size >= _AT_ONCE:
            yield Pieces(batch)
            batch, size = [], 0
    yield Pieces(batch)


def stand_in(pieces: set[bytes], texts: Iterable[str]) -> bool:
    """Tell whether each of some pieces is a run of these texts."""
    missing = set(pieces)
    for way in (way for text in texts for way in _ways(text)):
        missing.difference_update(_runs(way, PIECE))
        if not missing:
            break
    return not missing


def _runs(way: bytes, size: int) -> Iterator[bytes]:
    return (way[at : at + size] for at in range(len(way) - size + 1))


def _ways(text: str) -> set[bytes]:
    escaped = (json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1])
    ways = {way.encode("utf-8", "surrogatepass") for way in (text, *escaped)}
    return ways | {text.encode("utf-16-le", "surrogatepass")}


class Search(NamedTuple):
    """What a search through a folder found.

    ``found`` maps files to pieces; ``unread`` are files and folders that could not be read.
    """

    files: int
    found: dict[Path, set[bytes]]
    unread: list[Path]


def search(folder: Path, pieces: Pieces, *elsewhere: Path) -> Search:
    """Look for pieces in every file of a folder and of the folders in it.

    Links to folders are not followed; those that belong to it are named as ``elsewhere``.
    """
    unread: list[Path] = []
    found: dict[Path, set[bytes]] = {}
    number = 0
    places = [folder, *(one for one in elsewhere if not one.is_relative_to(folder))]
    for path in (path for place in places for path in _files(place, unread)):
        try:
            here = _within_file(path, pieces)
        except FileNotFoundError:
            continue  # gone since the folder was listed
        except OSError:
            unread.append(path)
            continue
        number += 1
        if here:
            found[path] = here
    return Search(number, found, unread)


def _files(folder: Path, unread: list[Path]) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        unread.append(Path(error.filename))

    for place, _folders, names in os.walk(folder, onerror=refused):
        yield from (Path(place, name) for name in sorted(names))


def _within_file(path: Path, pieces: Pieces) -> set[bytes]:
    if not stat.S_ISREG(path.stat().st_mode):
        return set()  # a pipe would be waited for
    found: set[bytes] = set()
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found |= pieces.within(before + chunk)
            before = chunk[1 - PIECE :]
    return found
