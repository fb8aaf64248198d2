"""Where the kit's files are: in a folder of one's own, else in the package or checkout."""

import os
from pathlib import Path
from typing import Literal, get_args

from workshop_kit.errors import ContentError
from workshop_kit.words import SOURCE_LANGUAGE, _

KitFolder = Literal["data", "notebooks", "workshop"]
FOLDERS: tuple[KitFolder, ...] = get_args(KitFolder)

KIT_FOLDER = "WORKSHOP_KIT_FOLDER"
"""The variable that names a folder made by ``workshop-kit init``; kernels are told it too."""

SAMPLE = "sample"
"""The folder in ``data`` with made-up lists to try things out on; it is no language."""

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "kit_files", _PACKAGE.parents[1])


def own_kit_folder() -> Path | None:
    """Return the folder of one's own that takes the place of the kit's, if there is one."""
    named = os.environ.get(KIT_FOLDER)
    return Path(named) if named else None


def kit_folder(name: KitFolder) -> Path:
    """Return one of the kit's folders, from a folder of one's own where that has it.

    Raises
    ------
    ContentError
        The folder is nowhere, so the installation is not whole.
    """
    own = own_kit_folder()
    if own is not None and (own / name).is_dir():
        return own / name
    return original_folder(name)


def original_folder(name: KitFolder) -> Path:
    """Return one of the folders as they come with the kit.

    Raises
    ------
    ContentError
        The folder is in neither place, so the installation is not whole.
    """
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise ContentError(_("The kit's folder “{name}” is missing. Install the kit again.", name=name))


def checkout() -> Path | None:
    """Return the folder of a checkout; nothing where the kit is installed without one."""
    place = original_folder("notebooks").parent
    return None if place == _PLACES[0] else place


def served_folders(kit: Path | None = None) -> tuple[Path, ...]:
    """Return the folders that pages come from; what people write is never kept inside one.

    Parameters
    ----------
    kit
        A folder of one's own, where it is not the one that :data:`KIT_FOLDER` names.
    """
    own = (own_kit_folder(), kit.expanduser() if kit else None)
    return (original_folder("notebooks"), *(folder for folder in own if folder))


def sample_file(name: str) -> Path:
    """Return a made-up list, such as ``partners.csv``; ``data/NOTICE.md`` says what is in it."""
    return kit_folder("data") / SAMPLE / name


def content_file(name: str, language: str = SOURCE_LANGUAGE) -> Path:
    """Return a content file in a language, or the whole English file where there is none."""
    data = kit_folder("data")
    spoken = {folder.name for folder in data.iterdir() if folder.is_dir()} - {SAMPLE}
    if language in spoken and (data / language / name).is_file():
        return data / language / name
    return data / SOURCE_LANGUAGE / name
