"""Where the kit's own files are: inside the installed package, else in the checkout."""

from pathlib import Path
from typing import Literal

from workshop_kit.errors import ContentError
from workshop_kit.words import SOURCE_LANGUAGE, _

KitFolder = Literal["data", "notebooks", "workshop"]

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "kit_files", _PACKAGE.parents[1])


def kit_folder(name: KitFolder) -> Path:
    """Return one of the folders that come with the kit.

    Raises
    ------
    ContentError
        The folder is in neither place, so the installation is not whole.
    """
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise ContentError(_("The kit's folder “{name}” is missing. Install the kit again.", name=name))


def content_file(name: str, language: str = SOURCE_LANGUAGE) -> Path:
    """Return a content file in a language, or the whole English file where there is none."""
    data = kit_folder("data")
    spoken = {folder.name for folder in data.iterdir() if folder.is_dir()}
    if language in spoken and (data / language / name).is_file():
        return data / language / name
    return data / SOURCE_LANGUAGE / name
