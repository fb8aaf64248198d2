"""The data folder: room on its disk, and whether what is written there stays."""

import os
import shutil
import tempfile
from pathlib import Path

from workshop_kit.doctor.finding import Finding, fails, fine, look
from workshop_kit.words import _

LEAST = 20 * 1024 * 1024
"""Bytes without which an evening cannot be kept."""
ENOUGH = 500 * 1024 * 1024
"""Bytes with which nobody has to think about it."""
MEGABYTE = 1024 * 1024


def data_folder(folder: Path) -> Finding:
    """Tell whether workshops can be kept in a folder; it is not made if it is not there."""
    thing = _("Data folder")
    place = next(one for one in (folder, *folder.parents) if one.exists())
    elsewhere = _("Choose another place: workshop-kit serve --data FOLDER")
    try:
        _try_to_write(place)
        free = shutil.disk_usage(place).free
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return fails(
            thing,
            _("Nothing can be kept in {folder}: {reason}.", folder=folder, reason=reason),
            elsewhere,
        )
    return _room(thing, folder, free)


def _room(thing: str, folder: Path, free: int) -> Finding:
    found = _("{folder} has {free} MB free.", folder=folder, free=f"{free // MEGABYTE:,}")
    make_room = _("Make room on this disk, or choose another: workshop-kit serve --data FOLDER")
    if free < LEAST:
        return fails(thing, found, make_room)
    if free < ENOUGH:
        return look(thing, found, make_room)
    return fine(thing, found)


def _try_to_write(place: Path) -> None:
    """Write a file as answers are written, down to the disk, and take it away again."""
    with tempfile.TemporaryFile(dir=place, prefix=".kit-doctor-") as file:
        file.write(b"x")
        file.flush()
        os.fsync(file.fileno())
