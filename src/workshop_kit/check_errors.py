"""Why a check-in or a check-out takes nothing."""

from workshop_kit.errors import KitError
from workshop_kit.words import N_


class CheckClosed(KitError):
    """The check-in or check-out takes nothing now."""

    code, status = "check_closed", 409
    text = N_("This check-in or check-out is closed now. What you chose was not sent.")


class AlreadyCounted(KitError):
    """A check that has told its result cannot be opened again."""

    code, status = "already_counted", 409
    text = N_(
        "This is counted, and cannot be opened again: the next count would tell what one person "
        "said. Ask in the room instead."
    )


class AlreadyShown(KitError):
    """Hands cannot change once the room has seen what came of a check."""

    code, status = "already_shown", 409
    text = N_(
        "The room has seen this count, so the hands stay as they are: the difference would tell "
        "what a late person said."
    )
