"""What notes leave out, and why, in words."""

from workshop_kit.notes.report import Report
from workshop_kit.words import _, n_


def left_out(report: Report) -> tuple[str, ...]:
    """Return a line for each thing that these notes do not hold."""
    lines = [
        _("Names are not shown. Nor do these notes say who wrote an answer, or when."),
        _("Answers stand in mixed order. What one person wrote does not stand together."),
    ]
    lines += [
        _(
            "Question {number} is personal. Its answers are counted, and never written down here.",
            number=question.number,
        )
        for question in report.questions
        if not question.verbatim
    ]
    number = sum(question.left_out for question in report.questions if question.verbatim)
    if number:
        lines.append(
            n_(
                "{number} answer is left out, because the facilitator did not approve it.",
                "{number} answers are left out, because the facilitator did not approve them.",
                number,
            )
        )
    if any(question.shape == "offers" for question in report.questions):
        lines.append(_("These notes do not say how to reach a person who offered something."))
    if report.stories:
        lines.append(_("Our own stories stand here only if they may be told outside the room."))
    lines.append(
        _("These notes are a copy. To destroy the workshop on the laptop does not destroy them.")
    )
    return tuple(lines)
