"""What is said about help lines that nobody checked lately."""

from workshop_kit.words import _


def help_nag_words() -> dict[str, str]:
    """Return the words of the reminder on the facilitator's page."""
    return {
        "title": _("Check the help lines"),
        "lead": _(
            "Nobody checked these within the last {number} days. Dial each one, hear that it "
            "answers, say that this is a test, and hang up."
        ),
        "emergency": _(
            "Do not dial {number} as a test. Find out whether it works here, "
            "and the local police number if it does not."
        ),
        "since": _("was last checked on {date}."),
        "unknown": _("has no known date."),
        "dialled": _("I dialled these today"),
        "done": _("Thank you. The date is kept with this workshop."),
        "checked": _("Help lines were dialled on {date}."),
    }
