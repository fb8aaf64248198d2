"""Destroying one session: its files, then a search for what people wrote."""

import os
from pathlib import Path
from typing import NamedTuple

from workshop_kit.destroying.pieces import Search, batches, search, stand_in
from workshop_kit.destroying.record import ExportLeft, Record
from workshop_kit.destroying.written import Written, written
from workshop_kit.errors import KitError
from workshop_kit.model import BROWSER, now
from workshop_kit.store.folder import BEGUN, SUFFIX, SessionFolder
from workshop_kit.store.session_file import BUSY_SECONDS, as_kit_error, be_alone_with, look_into
from workshop_kit.whole_file import remember_place

_BESIDE = ("", "-wal", "-shm", "-journal")
_BLOCK = 1024 * 1024


def destroy(folder: SessionFolder, path: Path, busy_seconds: float = BUSY_SECONDS) -> Record:
    """Destroy the session in a file, and look for what people wrote in the whole data folder.

    The file gets another name first: from then on it is no workshop any more, and a kit that is
    killed in the middle goes on here when it is asked again. Then its content is replaced by
    zeros, and it is removed. That helps on a disk that turns; others may keep the old blocks.

    Raises
    ------
    FileInUse
        Another program has the file open. Nothing was destroyed.
    CannotUseData
        The file may not be changed. Nothing was destroyed.
    """
    held = look_into(path, written, busy_seconds)
    be_alone_with(path, busy_seconds)
    begun = path.with_suffix(BEGUN)
    try:
        path.rename(begun)
    except OSError as error:
        raise as_kit_error(error, path) from error
    removed, left = _remove(path)
    known = None if isinstance(held, KitError) else held
    return _recorded(folder, path, known, removed, left)


def finish_begun(folder: SessionFolder) -> list[Record]:
    """Go on with every destruction that was begun and not finished.

    One that cannot be finished now is told as left, and keeps no other from being destroyed.
    """
    records = []
    for path in folder.begun():
        try:
            records.append(destroy(folder, path))
        except KitError:
            if os.path.lexists(path):  # else another process has just finished it
                records.append(Record(name=path.stem, destroyed_at=now(), left=(str(path),)))
    return records


def parts_of(path: Path) -> list[Path]:
    """Return every name under which something of a session's file may stand; the file last."""
    names = [path.with_suffix(one) for one in (SUFFIX, ".new", BEGUN)]
    return [one.with_name(one.name + end) for one in names for end in _BESIDE[1:]] + names


def _remove(path: Path) -> tuple[list[str], list[str]]:
    removed, left = [], []
    for part in parts_of(path):
        if not os.path.lexists(part):
            continue
        linked = part.resolve() if part.is_symlink() else None
        try:
            _wipe(part)
            part.unlink()
        except OSError:
            left.append(str(part))
        else:
            removed.append(part.with_suffix(SUFFIX).name if part.suffix == BEGUN else part.name)
        if linked is not None and linked.exists():
            left.append(str(linked))  # what a link leads to is not ours to remove
    remember_place(path.parent)
    return removed, left


def _wipe(path: Path) -> None:
    if path.is_symlink() or not path.is_file():
        return
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        for start in range(0, size, _BLOCK):
            file.write(bytes(min(_BLOCK, size - start)))
        file.flush()
        os.fsync(file.fileno())


def _recorded(
    folder: SessionFolder, path: Path, known: Written | None, removed: list[str], left: list[str]
) -> Record:
    if known is None:
        return Record(name=path.stem, destroyed_at=now(), removed=tuple(removed), left=tuple(left))
    looked = _looked_for(folder, path.parent, known)
    return Record(
        name=path.stem,
        code=known.session.join_code,
        held_on=known.session.held_on,
        destroyed_at=now(),
        removed=tuple(removed),
        left=tuple(left),
        pieces=looked.pieces,
        files=looked.files,
        found_in=tuple(str(one) for one in sorted(looked.found_in)),
        own_right=tuple(one.name for one in sorted(looked.own_right)),
        unread=tuple(str(one) for one in sorted(looked.unread)),
        contacts=known.contacts,
        exports=tuple(
            ExportLeft(**one.model_dump(), there=_is_there(one.place)) for one in known.exports
        ),
    )


class _Looked(NamedTuple):
    pieces: int
    files: int
    found_in: set[Path]
    own_right: set[Path]
    unread: set[Path]


def _looked_for(folder: SessionFolder, sessions: Path, known: Written) -> _Looked:
    number = files = 0
    wrongly: set[Path] = set()
    rightly: set[Path] = set()
    unread: set[Path] = set()
    for pieces in batches([*known.texts, *known.ids]):
        result = search(folder.path, pieces, sessions)
        by_right = _by_own_right(folder, known.session.id, result)
        number, files = number + len(pieces.whole), max(files, result.files)
        wrongly |= result.found.keys() - by_right
        rightly |= by_right
        unread.update(result.unread)
    return _Looked(number, files, wrongly, rightly - wrongly, unread)


def _by_own_right(folder: SessionFolder, gone: str, result: Search) -> set[Path]:
    """Return files of other sessions whose own people wrote all that was found in them.

    The same sentence may well be said on two evenings. A copy of the session that was destroyed
    has its id, and is none of these.
    """
    rightly = set()
    for path in folder.files():
        found = result.found.get(path, set())
        journal = path.with_name(f"{path.name}-wal")
        found = found | result.found.get(journal, set())
        if not found:
            continue
        other = look_into(path, written)
        if isinstance(other, KitError) or other.session.id == gone:
            continue
        if stand_in(found, [*other.everything, *other.ids]):
            rightly |= {path, journal} & result.found.keys()
    return rightly


def _is_there(place: str) -> bool | None:
    return None if place == BROWSER else Path(place).exists()
