"""What is said about keeping a closed workshop and about destroying it."""

from workshop_kit.words import _


def destroy_words() -> dict[str, object]:
    """Return the words of the panel; ``effects`` are paragraphs."""
    return _until() | _keep() | _destroy()


def _until() -> dict[str, object]:
    return {
        "on": _("The kit destroys what is kept here on {date}, the next time it runs."),
        "held": _("It is kept until you release it: {reason}"),
        "held_until": _("It is kept until {date}: {reason}"),
        "soon": _("Only {number} days are left. Make the notes now."),
        "soon_one": _("Only one day is left. Make the notes now."),
        "due": _("The day has come. The kit destroys it within the hour, unless you keep it."),
        "set_aside": _(
            "An answer is set aside. So nothing is destroyed by date. Act on it, then decide on it."
        ),
    }


def _keep() -> dict[str, object]:
    return {
        "keep": _("Keep it longer…"),
        "keep_sure": _("Keep it"),
        "no": _("Not now"),
        "told": _("People were told that it is kept for {number} days."),
        "tell_them": _("Keep it longer only where the law or somebody's safety asks for it."),
        "reason": _("Why is it kept longer?"),
        "reason_hint": _("Write no names of people in the room."),
        "reason_needed": _("Write the reason first."),
        "by": _("Who decided that?"),
        "day": _("Until which day?"),
        "day_hint": _("Leave it empty to keep it until you release it."),
        "is_kept": _("It is kept."),
        "release": _("Release it"),
        "released": _("It is released."),
    }


def _destroy() -> dict[str, object]:
    return {
        "destroy": _("Destroy this workshop now…"),
        "destroy_sure": _("Destroy it for good"),
        "effects": [
            _("Every answer and decision goes, and everything else of this workshop."),
            _("Nobody can bring it back. Make the notes first if you need them."),
            _("Notes that were saved elsewhere stay there. You get a list of them."),
        ],
        "code": _("Type the code {code} to go on"),
        "code_needed": _("Type the code of this workshop first."),
        "print": _("Print this record"),
        "others": _("Go to other workshops"),
    }
