"""The small file that says that a folder was made by ``workshop-kit init``."""

import os
from pathlib import Path
from typing import Annotated

from pydantic import StringConstraints

from workshop_kit import __version__
from workshop_kit.content.files import KIT_FOLDER
from workshop_kit.content.toml_file import read_toml
from workshop_kit.errors import BadSetting, ContentError
from workshop_kit.model import Frozen
from workshop_kit.words import _

MARKER = "workshop-kit.toml"
_TEXT = """\
# This folder holds the kit's notebooks, workshop material and data, for you to change.
# “workshop-kit serve” takes them from here when it is started in this folder.
# Leave this file where it is: the kit knows the folder by it.
version = "{version}"
"""


class Marker(Frozen):
    """What the file says: the version of the kit that filled the folder last."""

    version: Annotated[str, StringConstraints(pattern=r"^[0-9][\w.+!-]*$", max_length=40)]


def is_marked(folder: Path) -> bool:
    """Tell whether a folder was made by ``workshop-kit init``."""
    return (folder / MARKER).is_file()


def read_marker(folder: Path) -> Marker:
    """Return what the marker of a folder says.

    Raises
    ------
    BadSetting
        The folder is none of ours.
    ContentError
        The marker cannot be read; the message names its line.
    """
    if not is_marked(folder):
        raise BadSetting("--kit", str(folder), _("a folder made with “workshop-kit init FOLDER”"))
    return read_toml(folder / MARKER, Marker)


def write_marker(folder: Path) -> None:
    """Say in a folder that this version of the kit filled it."""
    text = _TEXT.format(version=__version__)
    (folder / MARKER).write_text(text, encoding="utf-8", newline="\n")


def is_of_this_version(folder: Path) -> bool:
    """Tell whether this version of the kit filled a folder last."""
    try:
        return read_marker(folder).version == __version__
    except ContentError:
        return False


def version_note(folder: Path) -> str:
    """Return what to know of a folder that another version of the kit filled, else nothing."""
    if is_of_this_version(folder):
        return ""
    return _(
        "Another version of the kit filled this folder. "
        "To add what is new: workshop-kit init {folder}",
        folder=folder,
    )


def use_folder_around(place: Path) -> None:
    """Take content from the kit folder in which one stands, if none is named.

    Notebooks are programs, so a folder that belongs to somebody else has to be named.
    """
    if os.environ.get(KIT_FOLDER):
        return
    for folder in (place, *place.parents):
        if is_marked(folder):
            if _is_ours(folder / MARKER):
                os.environ[KIT_FOLDER] = str(folder)
            return


def _is_ours(file: Path) -> bool:
    return not hasattr(os, "getuid") or file.stat().st_uid == os.getuid()
