"""What is said about the action plan, on the facilitator's page and on the wall."""

from workshop_kit.words import _


def plan_words() -> dict[str, str]:
    """Return the words of the facilitator's panel."""
    return {
        "title": _("Action plan"),
        "lead": _(
            "What is done next, by whom, and by when. Name a group or a role, not a person who "
            "has not said yes. It goes into the notes."
        ),
        "what": _("What is done"),
        "who": _("Who does it (a group or a role)"),
        "by_when": _("By when"),
        "with_what": _("With what"),
        "who_should_know": _("Who should know"),
        "status": _("Status"),
        "state_open": _("Not begun"),
        "state_started": _("Begun"),
        "state_done": _("Done"),
        "state_dropped": _("Dropped"),
    } | _doing()


def _doing() -> dict[str, str]:
    return {
        "new": _("Add an action"),
        "add": _("Add it"),
        "added": _("Added: {what}"),
        "save": _("Save"),
        "saved": _("The action is changed."),
        "remove": _("Remove"),
        "removed": _("The action is removed. Undo brings it back."),
        "undo": _("Undo"),
        "undone": _("The action is back."),
        "no_what": _("Say first what is done."),
        "no_day": _("“{value}” is no day. Write it as 2026-12-31."),
        "lacks": _("Still open: {lacks}"),
        "lack_words": _("say it so that others could do it"),
        "lack_who": _("who does it"),
        "lack_by_when": _("by when"),
        "lack_overdue": _("the day is past"),
        "complete": _("Complete and clear."),
        "offered": _("From {question}: what you approved"),
        "take": _("Make it an action"),
        "review_on": _("When does the group look at it again?"),
        "save_day": _("Save the day"),
        "day_saved": _("The day is noted."),
        "show": _("Show it on the wall"),
        "shown": _("The projector shows the plan now."),
        "told": _("{who}, by {day}"),
        "told_who": _("{who}, no day yet"),
        "told_day": _("by {day}, nobody yet"),
        "told_nobody": _("nobody yet, no day yet"),
    }


def plan_on_the_wall() -> dict[str, str]:
    """Return the words of the wall."""
    return {
        "plan": _("What we do next"),
        "plan_who": _("{who}, by {day}"),
        "plan_no_day": _("{who}"),
        "plan_no_who": _("by {day}"),
        "plan_done": _("done"),
        "plan_none": _("Nothing stands here yet."),
        "plan_review": _("We look at it again on {day}."),
    }
