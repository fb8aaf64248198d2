"""What is said about showing approved answers on phones."""

from workshop_kit.words import _


def reveal_words() -> dict[str, str]:
    """Return the words of the switch below a review."""
    return {
        "reveal": _("Let phones see the approved answers"),
        "take_back": _("Take them back from phones"),
        "unseen": _("Phones do not see these answers. Only approved ones can be shown."),
        "seen": _("Phones can see the approved answers now, in an order that says nothing."),
        "done": _("Phones can see the approved answers now."),
        "alone": _("(single people)"),
        "table": _("(tables)"),
        "room": _("(the room)"),
        "undone": _("Phones no longer see these answers."),
    }
