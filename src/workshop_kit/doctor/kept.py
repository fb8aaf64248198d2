"""Workshops that are kept on this laptop: some may be due for destruction, or damaged."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from workshop_kit.doctor.finding import Finding, fine, look
from workshop_kit.errors import KitError
from workshop_kit.model import Session, shown_code
from workshop_kit.words import _, n_


def kept(found: Sequence[tuple[Path, Session | KitError]], today: date) -> list[Finding]:
    """Tell of workshops that should be gone by now, and of files that cannot be read.

    Parameters
    ----------
    found
        Each file of the data folder with its session, or with the reason why it cannot be read.
    """
    thing = _("Workshops")
    sessions = [one for _path, one in found if isinstance(one, Session)]
    damaged = [path.name for path, one in found if isinstance(one, KitError)]
    overdue = [one for one in sessions if one.destroy_on and one.destroy_on < today]
    told = []
    if overdue:
        codes = ", ".join(shown_code(one.join_code) for one in overdue)
        told.append(
            look(
                thing,
                _("Their day to be destroyed has passed: {codes}.", codes=codes),
                _("Save the notes if you still need them, then type: workshop-kit purge CODE"),
            )
        )
    if damaged:
        names = ", ".join(damaged)
        told.append(
            look(
                thing,
                _("These files cannot be read: {names}.", names=names),
                _("To see why: workshop-kit sessions"),
            )
        )
    number = len(sessions)
    count = n_("{number} workshop is kept here.", "{number} workshops are kept here.", number)
    return told or [fine(thing, f"{count} " + _("None is overdue to be destroyed."))]
