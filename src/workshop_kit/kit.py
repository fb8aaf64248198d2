"""What facilitators' and helpers' notebooks call."""

from workshop_kit.content.help_lines import help_lines
from workshop_kit.content.questions import questions
from workshop_kit.widgets.board import Board
from workshop_kit.widgets.projector import Projector
from workshop_kit.widgets.scribe import Scribe
from workshop_kit.words import language


def board() -> Board:
    """Return the facilitator's page, in the reader's language.

    Examples
    --------
    >>> from workshop_kit import kit
    >>> len(kit.board().questions)
    9
    """
    return Board(questions(language()), help_lines(language()))


def projector() -> Projector:
    """Return what stands on the wall, in the reader's language."""
    return Projector(questions(language()), help_lines(language()))


def scribe() -> Scribe:
    """Return the form in which a helper enters for others, in the reader's language."""
    return Scribe(questions(language()))
