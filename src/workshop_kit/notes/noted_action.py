"""Actions in the notes: what is done next, in one line each, in words."""

from workshop_kit.action import ActionBody, ActionStatus
from workshop_kit.content.dates import long_date
from workshop_kit.words import _


def status_names() -> dict[ActionStatus, str]:
    """Return what each status is called."""
    return {
        ActionStatus.OPEN: _("Not begun"),
        ActionStatus.STARTED: _("Begun"),
        ActionStatus.DONE: _("Done"),
        ActionStatus.DROPPED: _("Dropped"),
    }


def told(action: ActionBody) -> tuple[tuple[str, str], ...]:
    """Return an action's parts as labels and texts; what nobody filled in is left out."""
    day = long_date(action.by_when) if action.by_when else ""
    parts = (
        (_("Who"), action.who),
        (_("By when"), day),
        (_("With what"), action.with_what),
        (_("Who should know"), action.who_should_know),
        (_("Status"), status_names()[action.status]),
    )
    return tuple((label, text) for label, text in parts if text)
