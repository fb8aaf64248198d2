"""What facilitators', helpers' and authors' notebooks call."""

from typing import TYPE_CHECKING, Any

from workshop_kit.content.help_lines import help_lines
from workshop_kit.content.questions import questions
from workshop_kit.content.read_aloud import readings
from workshop_kit.errors import KitError
from workshop_kit.model import SessionDetails, now
from workshop_kit.widgets.board import Board
from workshop_kit.widgets.notes_view import NotesView
from workshop_kit.widgets.projector import Projector
from workshop_kit.widgets.scribe import Scribe
from workshop_kit.words import language

LEARNING = 2
"""The number of the question that asks what to learn."""

if TYPE_CHECKING:
    from pandas import DataFrame

    from workshop_kit.own_session import Look


def board() -> Board:
    """Return the facilitator's page, in the reader's language.

    Examples
    --------
    >>> from workshop_kit import kit
    >>> len(kit.board().questions)
    9
    """
    spoken = language()
    return Board(questions(spoken), help_lines(spoken), readings(spoken))


def projector() -> Projector:
    """Return what stands on the wall, in the reader's language."""
    return Projector(questions(language()), help_lines(language()))


def scribe() -> Scribe:
    """Return the form in which a helper enters for others, in the reader's language."""
    return Scribe(questions(language()))


def notes() -> NotesView:
    """Return the notes of this kernel's session: a preview, and files to save."""
    return NotesView(_read_notes, _note_saved)


def answers() -> "DataFrame":
    """Return what was approved, a row for each thing that was written.

    Returns
    -------
    DataFrame
        Columns ``question`` (number), ``topic``, ``part`` and ``answer``; in mixed order, so that
        what one person wrote does not stand together. Empty without a session.

    Raises
    ------
    KitError
        The session cannot be read; the message says why.
    """
    from pandas import DataFrame  # noqa: PLC0415 - slow, and pages other than this do without

    from workshop_kit.notes.csv_table import COLUMNS, rows  # noqa: PLC0415

    found = _look()
    return DataFrame(rows(found.report) if found else [], columns=list(COLUMNS))


def learning_list() -> "DataFrame":
    """Return what the group wants to learn: what was approved of question 2.

    Returns
    -------
    DataFrame
        Column ``learn``, a row for each thing, in mixed order. Empty without a session.

    Raises
    ------
    KitError
        The session cannot be read; the message says why.
    """
    found = answers()
    learn = found.loc[found["question"] == LEARNING, ["answer"]]
    return learn.rename(columns={"answer": "learn"}).reset_index(drop=True)


def session() -> SessionDetails | None:
    """Return the details of this kernel's session, or nothing where there is none."""
    found = _look()
    return found.session.details if found else None


def _look() -> "Look | None":
    from workshop_kit.own_session import look  # noqa: PLC0415 - brings the database with it

    return look()


def _note_saved(format_name: str) -> None:
    from workshop_kit.notes.formats import FORMATS  # noqa: PLC0415
    from workshop_kit.own_session import note_saved  # noqa: PLC0415

    if format_name in FORMATS:
        note_saved(format_name)


def _read_notes() -> dict[str, Any]:
    from workshop_kit.notes.preview import preview  # noqa: PLC0415
    from workshop_kit.notes.waiting import waiting  # noqa: PLC0415

    nothing: dict[str, Any] = {"page": None, "files": [], "waiting": "", "problem": ""}
    nothing["read_at"] = now().isoformat()
    try:
        found = _look()
    except KitError as error:
        return nothing | {"problem": error.message}
    if found is None:
        return nothing
    return nothing | preview(found.report) | {"waiting": waiting(found.report, found.entries)}
