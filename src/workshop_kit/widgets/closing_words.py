"""What is said at the end: on the wall, and to those who lead afterwards."""

from workshop_kit.words import _


def closing_on_the_wall() -> dict[str, str]:
    """Return the words of the wall."""
    return {
        "closing_short": _("Closing"),
        "closing_first": _("Our first step:"),
        "closing_after": _(
            "What was written is to be destroyed {number} days after the workshop is closed."
        ),
        "closing_after_one": _(
            "What was written is to be destroyed one day after the workshop is closed."
        ),
        "closing_take_back": _(
            "Until it is closed, you can take yours back on your phone, but not what was counted, "
            "or taken over."
        ),
        "closing_longer": _("What was written is kept longer. Ask the person who leads."),
        "closing_on": _("What was written is to be destroyed on {day}."),
        "closing_help": _("If you need someone"),
    }


def debrief_words() -> dict[str, str]:
    """Return the words of what leaders do after the evening."""
    return {
        "title": _("After the evening"),
        "lead": _("Sit down together for a quarter of an hour, before you tidy up."),
        "questions": _("To talk over"),
        "notes": _("Private notes, which are not kept"),
        "notes_hint": _(
            "To think while you talk. Nothing of this is sent or stored. It is gone when this page "
            "is closed or loaded again. So write nothing here that you need tomorrow."
        ),
        "clear": _("Clear the notes"),
        "cleared": _("The notes are gone."),
        "tasks": _("Within a day"),
        "tasks_hint": _(
            "Ticks are kept in this window only, until you close it. Print the list if you need it "
            "tomorrow."
        ),
        "print": _("Print the list"),
    }
