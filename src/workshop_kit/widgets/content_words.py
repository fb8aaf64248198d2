"""What the facilitator's page says of content that a group has changed."""

from typing import Any

from workshop_kit.content.changes import changes
from workshop_kit.content.files import own_kit_folder
from workshop_kit.words import _


def content_told() -> dict[str, Any]:
    """Return whether a folder of one's own is in use, and in what it differs, in words."""
    return {"own": own_kit_folder() is not None, "differs": changes().in_words}


def content_words() -> dict[str, str]:
    """Return the words around the list of files."""
    return {
        "title": _("Your own content"),
        "differs": _("These files differ from the kit's own:"),
        "same": _("It is all as it comes with the kit."),
        "restart": _(
            "Pages show your folder as it was when the kit was started. "
            "To show a later change, stop the kit and start it again."
        ),
    }
