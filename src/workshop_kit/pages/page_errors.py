"""What can go wrong when a notebook is made a page."""

from workshop_kit.errors import KitError
from workshop_kit.pages.stored.errors import ExecutionTimedOut, StoredPageError
from workshop_kit.words import _


class PageNotMade(KitError):
    """A notebook's process ended or took too long. Participants read nothing of the reason."""

    code, status = "not_started", 503

    def __init__(self, file: str, reason: StoredPageError, *, leads: bool) -> None:
        super().__init__(_reason(file, reason) if leads else _calm())


def _calm() -> str:
    return _("This page cannot be shown now. Nothing you wrote is lost. Try again in a minute.")


def _reason(file: str, reason: StoredPageError) -> str:
    if isinstance(reason, ExecutionTimedOut):
        return _(
            "The notebook “{file}” was not done after {seconds} seconds. Look in it for a loop or "
            "a wait without an end, correct it in JupyterLab, then reload.",
            file=file,
            seconds=round(reason.seconds),
        )
    return _(
        "The notebook “{file}” cannot be executed: its process ended. Open it in JupyterLab, run "
        "it there and correct it, then reload.",
        file=file,
    )
