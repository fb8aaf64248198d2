"""What is said around the list of what a group wants to learn."""

from workshop_kit.words import _


def learning_words(number: int) -> dict[str, str]:
    """Return the words of the list; ``number`` is the question's."""
    return {
        "title": _("What this group wants to learn"),
        "lead": _(
            "From question {number}, in an order that says nothing. Names are not shown.",
            number=number,
        ),
        "waiting": _(
            "Nothing is shown here yet. The list appears once the person who leads has read the "
            "answers to question {number} and shows them.",
            number=number,
        ),
        "nothing": _("No answer was approved to be shown."),
        "no_room": _("This page is in no workshop now, so there is no list of a group here."),
        "over": _("The workshop is closed. The list is no longer shown."),
        "shown": _("Phones can see this list now."),
        "not_shown": _(
            "Only you see this list. To show it on phones, open the review of question {number} "
            "on the board.",
            number=number,
        ),
        "still_open": _(
            "Close question {number} first. Then its approved answers stand here.", number=number
        ),
        "board": _("Go to the board"),
    }
