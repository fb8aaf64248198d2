"""The words of the frame of every page."""

from workshop_kit.words import N_, _, translated


def frame_words() -> dict[str, str]:
    """Return what the frame's templates say, in the reader's language."""
    return {
        "title": _("Notes"),
        "skip": _("Skip to the page"),
        "quick_exit": _("Quick exit"),
        "leave": _("Leave"),
        "help_lines": _("Help lines"),
        "help_lead": _(
            "You can call now, later, or never. Each line stands under its own name. "
            "A date is the day of a page that gives the number. An old date does not make it wrong."
        ),
        "call": _("Call"),
        "close": _("Close"),
        "text_size": _("Text size"),
        "pages": _("Pages of the toolkit"),
        "leading": _("For whoever leads"),
        "on_phones": _("on the phones"),
        "before": _("Before this"),
        "after": _("Next"),
        "onward": _("Before and next"),
        "needs_script": _("This page needs JavaScript. Turn it on in your browser, then reload."),
        **_waiting(),
        **_notebook(),
    }


def _waiting() -> dict[str, str]:
    return {
        "ready_soon": _("Getting your page ready"),
        "ready_lead": _("This can take a few seconds. You do not need to do anything."),
        "part_soon": _("A question comes here in a moment."),
        "late": _("This page is taking too long"),
        "late_lead": _(
            "Many people may be opening it at the same time. Nothing you wrote is lost. "
            "Try again, or ask the person who leads the workshop."
        ),
        "try_again": _("Try again"),
    }


def _notebook() -> dict[str, str]:
    return {
        "python_starting": _("Getting this part ready"),
        "python_busy": _("Many people use this part now. It tries again by itself."),
        "python_off": _("No connection. This part tries again by itself."),
        "python_gone": _("This part has stopped. Nothing you sent is lost."),
        "python_continue": _("Continue"),
        "cell_failed": _("A cell of this notebook did not work"),
        "traceback": _("Where it happened"),
        "unknown_parts": _("This page needs more than a stored page has"),
        "failed": _("A part of this page could not be shown"),
        "failed_lead": _(
            "Nothing you wrote is lost. Try again. If it happens again, "
            "tell the person who leads the workshop."
        ),
    }


def script_words() -> dict[str, str]:
    """Return what the frame's script says."""
    return translated(
        {
            "size_1": N_("Text size: normal"),
            "size_2": N_("Text size: large"),
            "size_3": N_("Text size: largest"),
            "on": N_("Connected"),
            "trying": N_("Connecting"),
            "off": N_("No connection. Trying again."),
        }
    )
