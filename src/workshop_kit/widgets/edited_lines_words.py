"""What is said around a list that the room changes together."""

from workshop_kit.words import _


def edited_lines_words() -> dict[str, str]:
    """Return the words that every such list has in common."""
    return {
        "change_line": _("Change this line"),
        "save": _("Save"),
        "up": _("Move up"),
        "down": _("Move down"),
        "remove": _("Remove"),
        "moved": _("The line is moved."),
        "removed": _("The line is removed. Undo brings it back."),
        "changed": _("The line is changed."),
        "undo": _("Undo"),
        "undone": _("Undone. The list is as it was before."),
        "faster": _("The list was just changed on another page. Read it, then try again."),
    }
