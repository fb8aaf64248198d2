"""Content: can all of it be read, does it differ from the kit's own, are help lines fresh."""

from datetime import date, timedelta

from workshop_kit.content.changes import changes
from workshop_kit.content.files import own_kit_folder
from workshop_kit.content.help_lines import help_lines
from workshop_kit.doctor.finding import Finding, fails, fine, look
from workshop_kit.errors import ContentError
from workshop_kit.whole_content import check_content
from workshop_kit.words import _, language

FRESH_DAYS = 30


def content() -> Finding:
    """Tell whether every page, question and table can be read, and what was changed in them."""
    thing = _("Content")
    try:
        check_content()
    except ContentError as error:
        return fails(thing, error.message, _("The kit does not start before this is put right."))
    folder = own_kit_folder()
    if folder is None:
        return fine(thing, _("It is all as it comes with the kit."))
    differs = changes(folder).in_words or [_("It is all as it comes with the kit.")]
    return fine(
        thing, _("It comes from {folder}. {differs}", folder=folder, differs=" ".join(differs))
    )


def help_lines_checked(today: date) -> Finding:
    """Tell which numbers nobody has checked within 30 days."""
    thing = _("Help lines")
    try:
        lines = help_lines(language())
    except ContentError as error:
        return fails(thing, error.message, _("The kit does not start before this is put right."))
    latest = today - timedelta(days=FRESH_DAYS)
    old = [one.name for one in lines if one.last_checked is None or one.last_checked < latest]
    if not old:
        return fine(thing, _("Each number was checked within {days} days.", days=FRESH_DAYS))
    return look(
        thing,
        _("Not checked within {days} days: {names}.", days=FRESH_DAYS, names=", ".join(old)),
        _(
            "Dial each one before the workshop, but not 9-1-1. Write the day into "
            "data/help_lines.toml; workshop-kit init copies it out."
        ),
    )
