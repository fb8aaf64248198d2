"""What is said of a partner list that cannot be used at all."""

from workshop_kit.errors import KitError


class UnusableTable(KitError):
    """A file, a sheet or a choice of columns cannot be used; the message says what to do.

    Nothing of it was taken.
    """

    code, status = "unusable_table", 422
