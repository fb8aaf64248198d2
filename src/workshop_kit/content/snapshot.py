"""The content of an evening: as it stood when the kit was started, whatever is saved meanwhile."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop_kit.content.changes import content_files
from workshop_kit.content.files import FOLDERS, KIT_FOLDER
from workshop_kit.content.marker import MARKER, read_marker


@contextmanager
def kept_as_it_is(folder: Path | None) -> Iterator[None]:
    """Let this process and its kernels read a private copy of a kit folder; None: the kit's own.

    A file that is half saved, or wrong, then troubles nobody before the next start.

    Raises
    ------
    BadSetting
        The folder was not made by ``workshop-kit init``.
    """
    if folder is None:
        yield
        return
    folder = folder.expanduser()
    read_marker(folder)
    named_before = os.environ.get(KIT_FOLDER)
    with tempfile.TemporaryDirectory(prefix="workshop-kit-", ignore_cleanup_errors=True) as place:
        _copy(folder, Path(place).resolve())
        os.environ[KIT_FOLDER] = str(Path(place).resolve())
        try:
            yield
        finally:
            os.environ.pop(KIT_FOLDER)
            if named_before is not None:
                os.environ[KIT_FOLDER] = named_before


def _copy(folder: Path, place: Path) -> None:
    for whole in FOLDERS:  # also where it is empty: what is missing must not come from elsewhere
        (place / whole).mkdir()
    for name, path in content_files(folder).items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place / name)
    shutil.copyfile(folder / MARKER, place / MARKER)
