"""Errors of the files that the kit keeps: not to be written, read, or had."""

from enum import StrEnum
from typing import ClassVar

from workshop_kit.errors import KitError
from workshop_kit.words import N_, _


class Trouble(StrEnum):
    """Why nothing can be saved now."""

    DISK_FULL = "disk_full"
    LOCKED = "locked"
    CANNOT_SAVE = "cannot_save"


class CannotSave(KitError):
    """The store could not write: nothing of it is stored, and it may be sent again.

    ``trouble`` is the reason; ``seconds`` is how long to wait.
    """

    code, status = "cannot_save", 503
    seconds: ClassVar[int] = 2

    def __init__(self, trouble: Trouble = Trouble.CANNOT_SAVE) -> None:
        self.trouble = trouble
        super().__init__(_(_NOT_SAVED[trouble]))


_NOT_SAVED = {
    Trouble.DISK_FULL: N_(
        "The disk of the laptop is full, so this was not saved. "
        "Your words stay here; trying again soon."
    ),
    Trouble.LOCKED: N_(
        "Another program on the laptop holds the file, so this was not saved. "
        "Your words stay here; trying again soon."
    ),
    Trouble.CANNOT_SAVE: N_(
        "The laptop could not save this. Your words stay here; trying again soon."
    ),
}


class NewerFile(KitError):
    """A session's file was written by a newer kit."""

    code, status = "newer_file", 500

    def __init__(self, name: str, found: int, known: int) -> None:
        super().__init__(
            _(
                "The file “{name}” was written by a newer kit (its version is {found}, this kit "
                "knows {known}). It is left as it is. Update the kit, then try again.",
                name=name,
                found=found,
                known=known,
            )
        )


class DamagedFile(KitError):
    """A session's file is not one of ours, or is damaged."""

    code, status = "damaged_file", 500
    text = N_(
        "The file “{value}” could not be read as a workshop. It is left as it is. "
        "Move it out of the data folder to go on."
    )


class FileInUse(KitError):
    """Another program holds a session's file, and does not let go."""

    code, status = "file_in_use", 503
    text = N_("Another program holds the file “{value}”. Close that program, then try again.")


class CannotUseData(KitError):
    """The data folder, or a file in it, may not be read or written."""

    code, status = "cannot_use_data", 500

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            _(
                "“{name}” cannot be used ({reason}). Make room, or make it yours to write, or "
                "choose another data folder: --data FOLDER",
                name=name,
                reason=reason,
            )
        )
