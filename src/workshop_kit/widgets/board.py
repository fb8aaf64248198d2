"""The facilitator's page: prepare, open, review, steer the projector, close."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from workshop_kit.content.guidance import set_aside
from workshop_kit.content.help_lines import HelpLine
from workshop_kit.content.questions import Question
from workshop_kit.content.read_aloud import Reading
from workshop_kit.model import SessionDetails
from workshop_kit.widgets.agenda_words import agenda_told
from workshop_kit.widgets.agreement_words import agreement_told
from workshop_kit.widgets.asset import module, style
from workshop_kit.widgets.board_words import board_words
from workshop_kit.widgets.check_words import moods_told
from workshop_kit.widgets.content_words import content_told
from workshop_kit.words import language


class Board(anywidget.AnyWidget):
    """Leads a workshop from the laptop.

    What it shows and does goes through the room over HTTP. No answer, and nothing else of a
    session, comes to Python.

    Parameters
    ----------
    questions
        The reflecting questions, in order.
    help_lines
        Every help line that is to be dialled before opening.
    readings
        Every part of the toolkit that can be read aloud, in order.
    """

    _esm = module("board.js")
    _css = style(
        "panel.css",
        "board.css",
        "agenda_panel.css",
        "agreement_panel.css",
        "themes_panel.css",
        "vote_panel.css",
        "debrief_panel.css",
        "plan_panel.css",
        "offers_panel.css",
        "reading_panel.css",
        "own_panel.css",
        "for_others.css",
        "table_lines.css",
    )

    questions = traitlets.List(traitlets.Dict()).tag(sync=True)
    help = traitlets.List(traitlets.Dict()).tag(sync=True)
    guidance = traitlets.Dict().tag(sync=True)
    readings = traitlets.List(traitlets.Dict()).tag(sync=True)
    agenda = traitlets.Dict().tag(sync=True)
    agreement = traitlets.Dict().tag(sync=True)
    moods = traitlets.List(traitlets.Tuple()).tag(sync=True)
    content = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        questions: Sequence[Question],
        help_lines: Sequence[HelpLine],
        readings: Sequence[Reading],
        **traits: Any,
    ) -> None:
        super().__init__(
            questions=[one.model_dump(mode="json", exclude={"source"}) for one in questions],
            help=[_dialled(one) for one in help_lines],
            guidance={"named": _guidance("{support_person}"), "unnamed": _guidance("")},
            readings=[one.model_dump(mode="json") for one in readings],
            agenda=agenda_told(),
            agreement=agreement_told(),
            moods=moods_told(),
            content=content_told(),
            words=board_words(),
            **traits,
        )


def _dialled(line: HelpLine) -> dict[str, Any]:
    shown = {"key", "name", "number", "tel", "for_whom", "source", "last_checked"}
    return line.model_dump(mode="json", include=shown) | {"checked": line.checked}


def _guidance(support_person: str) -> dict[str, Any]:
    # The page knows the session, Python does not: the place for the name stays open.
    details = SessionDetails(title="-", support_person=support_person)
    return set_aside(details, language()).model_dump(mode="json")
