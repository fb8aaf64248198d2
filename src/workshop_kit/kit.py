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
    from workshop_kit.partners.partner_map import PartnerMap


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


def partners(*, with_ratings: bool = False, with_declined: bool = False) -> "DataFrame":
    """Return the partners of the map.

    Parameters
    ----------
    with_ratings
        Tell influence and interest too. They are for who leads; hand on no table that has them.
    with_declined
        Tell partners who declined too.

    Returns
    -------
    DataFrame
        A row for each partner, by name: ``id``, ``name``, ``kind``, ``sectors`` (list of keys),
        ``status``, ``contact_position``, ``public_line``, ``brings`` (list of keys),
        ``brings_words``, ``ring_now``, ``ring_wanted``, perhaps ``influence`` and ``interest`` (1
        to 3), ``approached_by``, ``approach_by`` (day), ``source`` and ``checked_on`` (day).
        Empty without a session.

    Raises
    ------
    KitError
        The session cannot be read; the message says why.
    """
    from workshop_kit.partner_frames import partners_frame  # noqa: PLC0415 - brings pandas

    return partners_frame(_partner_map(with_declined=with_declined), with_ratings=with_ratings)


def ties() -> "DataFrame":
    """Return who works with whom, without partners who declined.

    Returns
    -------
    DataFrame
        A row for each tie: ``id``, ``first`` and ``second`` (ids of partners), ``first_name``,
        ``second_name``, ``kind``, ``strength`` (1 to 3) and ``directed`` (from the first to the
        second). Empty without a session.

    Raises
    ------
    KitError
        The session cannot be read; the message says why.
    """
    from workshop_kit.partner_frames import ties_frame  # noqa: PLC0415 - brings pandas

    return ties_frame(_partner_map())


def coverage() -> "DataFrame":
    """Return which of the toolkit's sectors are at the table, and why.

    Returns
    -------
    DataFrame
        A row for each sector, in the toolkit's order, then the group's own: ``sector`` (key),
        ``name``, ``group``, ``state``, ``members``, ``contacted`` and ``possible`` (numbers of
        partners), ``reason`` and ``why`` (the toolkit's point, in our words).

    Raises
    ------
    KitError
        The session cannot be read; the message says why.
    """
    from workshop_kit.partner_frames import coverage_frame  # noqa: PLC0415 - brings pandas

    return coverage_frame(_partner_map())


def session() -> SessionDetails | None:
    """Return the details of this kernel's session, or nothing where there is none."""
    found = _look()
    return found.session.details if found else None


def _partner_map(*, with_declined: bool = False) -> "PartnerMap":
    from workshop_kit.partner_frames import map_of  # noqa: PLC0415 - brings pandas

    found = _look()
    return map_of(found.entries if found else [], with_declined=with_declined)


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
