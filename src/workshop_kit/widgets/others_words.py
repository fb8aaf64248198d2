"""What is said about entering answers for people without a phone."""

from workshop_kit.kinds import MAX_ANSWER
from workshop_kit.words import _


def others_words() -> dict[str, str]:
    """Return the words of the form that enters for others."""
    return {
        "title": _("Enter for others"),
        "question": _("Question"),
        "option": _("{number}. {topic}"),
        "their_thoughts": _("Their thoughts"),
        "one_each_line": _("One on each line."),
        "share_label": _("They want to share this with the room"),
        "share_hint": _("Without the tick it cannot be entered. Names are not shown."),
        "enter": _("Enter"),
        "undo": _("Undo the last one"),
        "entered": _("Entered on this device: {number}"),
        "keys": _("Ctrl and Enter together enter it too."),
        "done": _("Entered. The next one can follow."),
        "undone": _("The last one is taken out again."),
        "shut": _("This question is closed now. Nothing was changed."),
        "is_waiting": _("This question is not open yet."),
        "is_closed": _("This question is closed."),
    } | _problems()


def _problems() -> dict[str, str]:
    return {
        "problem_empty": _("Write something first."),
        "problem_choose": _("Choose one of the answers first."),
        "problem_too_long": _(
            "This is too long. Please keep it under {limit} characters.", limit=f"{MAX_ANSWER:,}"
        ),
        "problem_too_many": _("There are more than 100 lines. Put some together."),
        "problem_share": _("Ask first, then tick that they want to share this with the room."),
    }


def scribe_words() -> dict[str, str]:
    """Return the words of the scribe's own page."""
    return {
        "title": _("Enter for others"),
        "lead": _(
            "Write down what people without a phone say, or what a table says aloud. "
            "Leave out names. You see no answers of others here, but the lines of a table "
            "for which you write."
        ),
        "questions": _("Questions"),
        "draft": _("The workshop has not begun. This page waits."),
        "closed": _("The workshop is closed. Thank you for your help."),
        "signed_out": _("This page is no longer in the workshop."),
        "enter_code": _("Type the code again"),
    }
