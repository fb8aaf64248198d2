"""What can go wrong while a table writes its answer."""

from workshop_kit.errors import KitError, StaleRevision
from workshop_kit.words import N_, _


class LineChanged(StaleRevision):
    """Somebody else at the table changed a line in between."""

    code = "line_changed"

    def __init__(self, text: str) -> None:
        super().__init__({"text": text})
        self.message = _("Somebody at the table changed this line. Look at it, then choose.")


class NotAtTables(KitError):
    """The question is not with the tables now."""

    code, status = "not_at_tables", 409
    text = N_("This question is not at the tables now.")


class OtherTable(KitError):
    """The phone is at another table, or at none."""

    code, status = "other_table", 409
    text = N_("This phone is at another table now. Type the number of your table again.")


class TooManyLines(KitError):
    """A table has written all the lines that there is room for."""

    code, status = "too_many_lines", 409

    def __init__(self, most: int) -> None:
        super().__init__(
            _("Your table has {number} lines. There is no room for more. Change one.", number=most)
        )
