"""What can go wrong with a group's own lines, resources and copies."""

from workshop_kit.errors import KitError
from workshop_kit.words import N_, _


class BadCell(KitError):
    """A value does not fit its column. ``column`` is the heading it belongs to."""

    code, status = "bad_cell", 422

    def __init__(self, column: str, expected: str) -> None:
        super().__init__(expected)
        self.column = column


class OwnTableUnusable(KitError):
    """A table of the group's cannot be read, so nothing can be added to it."""

    code, status = "own_table", 409


class OwnNotSaved(KitError):
    """The laptop could not write in the group's own folder. What was there is still there."""

    code, status = "own_not_saved", 409
    text = N_(
        "The laptop could not save “{value}”. What was there is still there. Make room on the "
        "disk, or close the file in other programs. Then try again."
    )


class UnknownRow(KitError):
    """The row is not there, or was changed since it was shown."""

    code, status = "unknown_row", 404
    text = N_("This row is no longer there. Reload the page to see what is there now.")


class UnknownSection(KitError):
    """The toolkit has no such section, or there is no copy of it."""

    code, status = "unknown_section", 404
    text = N_("There is no copy of a section “{value}” here.")


class NotACopy(KitError):
    """A file is none of the kinds that are taken."""

    code, status = "not_a_copy", 422
    text = N_(
        "This file cannot be used: {value}. Save it as PDF, plain text (TXT), Word (DOCX) or "
        "OpenDocument (ODT). Then choose it again."
    )


class CopyTooLarge(KitError):
    """A file is larger than is taken."""

    code, status = "copy_too_large", 413

    def __init__(self, megabytes: int) -> None:
        super().__init__(
            _(
                "This file is too large. It may have {limit} MB at most. "
                "Save it with smaller pictures, then choose it again.",
                limit=megabytes,
            )
        )
