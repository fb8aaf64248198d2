"""A word for the facilitator on answers that nobody has reviewed yet."""

from workshop_kit.model import Entry
from workshop_kit.notes.report import Report
from workshop_kit.review import counted
from workshop_kit.words import n_


def waiting(report: Report, entries: list[Entry]) -> str:
    """Return a sentence or two on how many answers wait for review; empty if none does.

    Those to a question that is only counted are told apart: the board counts them too.
    """
    words, numbers = (
        sum(counted(entries, one.key).waiting for one in report.questions if one.verbatim is kept)
        for kept in (True, False)
    )
    said = []
    if words:
        said.append(
            n_(
                "{number} answer was not reviewed, so it is left out.",
                "{number} answers were not reviewed, so they are left out.",
                words,
            )
        )
    if numbers:
        said.append(
            n_(
                "Question 1 has {number} answer that was not reviewed. "
                "Nothing is missing: the notes only count answers to it.",
                "Question 1 has {number} answers that were not reviewed. "
                "Nothing is missing: the notes only count answers to it.",
                numbers,
            )
        )
    return " ".join(said)
