"""The kit's content copied into a folder, for a facilitator or an author to change."""

import os
from pathlib import Path
from typing import NamedTuple

from workshop_kit.content.changes import original_files
from workshop_kit.content.marker import is_marked, is_of_this_version, write_marker
from workshop_kit.start_errors import NotEmpty


class Copied(NamedTuple):
    """What was done: names of files that were put there, and how many were there already."""

    added: tuple[str, ...]
    kept: int
    new: bool


def copy_out(folder: Path) -> Copied:
    """Copy what a folder lacks of the kit's content; nothing that is there is touched.

    Raises
    ------
    NotEmpty
        It holds something, and was not made by ``workshop-kit init``.
    OSError
        It cannot be written. Files are whole or absent then; the next try goes on.
    """
    known = is_marked(folder)
    if not known and folder.is_dir() and any(folder.iterdir()):
        raise NotEmpty(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not known:
        write_marker(folder)  # first, so that a copy that was cut short can be gone on with
    originals = original_files()
    added = tuple(name for name, source in originals.items() if _copy(source, folder / name))
    if not is_of_this_version(folder):
        write_marker(folder)
    return Copied(added, len(originals) - len(added), new=not known)


def _copy(source: Path, target: Path) -> bool:
    """Put a file in its place whole, unless something is there."""
    if os.path.lexists(target):
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.part")
    beside.write_bytes(source.read_bytes())
    beside.rename(target)
    return True
