"""What pages may see of the group's own folder: the same files, at a place that tells nothing."""

import os
import shutil
from pathlib import Path

from workshop_kit.content.own_folder import COPIES, plain_file


def show_own(own: Path, view: Path) -> None:
    """Make a folder that holds what ``own`` holds now.

    Processes in which participants' notebooks run are told this folder: the path of ``own`` is
    that of the data folder, where the answers are. Files are linked where the disk allows it, so
    that copies of sections take no space; else copied. Links and folders are left out.
    """
    (view / COPIES).mkdir(parents=True)
    for folder in ("", COPIES):
        if not (own / folder).is_dir():
            continue
        for file in (own / folder).iterdir():
            if plain_file(file):
                _same(file, view / folder / file.name)


def _same(file: Path, shown: Path) -> None:
    try:
        os.link(file, shown)
    except OSError:  # another disk, or one without links
        shutil.copy2(file, shown)
