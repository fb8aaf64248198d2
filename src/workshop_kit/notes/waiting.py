"""A word for the facilitator on answers that nobody has reviewed yet."""

from workshop_kit.model import Entry
from workshop_kit.notes.report import Report
from workshop_kit.review import counted
from workshop_kit.words import n_


def waiting(report: Report, entries: list[Entry]) -> str:
    """Return a sentence on how many answers wait for review; empty if none does."""
    number = sum(counted(entries, one.key).waiting for one in report.questions if one.verbatim)
    if not number:
        return ""
    return n_(
        "{number} answer was not reviewed, so it is left out.",
        "{number} answers were not reviewed, so they are left out.",
        number,
    )
