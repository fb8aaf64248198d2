"""The projector's page: how to join, the question, approved answers."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from workshop_kit.content.help_lines import HelpLine
from workshop_kit.content.questions import Question
from workshop_kit.widgets.agenda_words import step_titles
from workshop_kit.widgets.asset import module, style
from workshop_kit.widgets.check_words import check_on_the_wall, moods_told
from workshop_kit.widgets.closing_words import closing_on_the_wall
from workshop_kit.widgets.offers_words import offers_on_the_wall
from workshop_kit.widgets.plan_words import plan_on_the_wall
from workshop_kit.widgets.themes_words import themes_on_the_wall
from workshop_kit.widgets.vote_words import vote_on_the_wall
from workshop_kit.words import _

LINES_ON_THE_WALL = 3
"""More would be too small to read from the back; every phone has them all."""


class Projector(anywidget.AnyWidget):
    """Shows on the wall what the facilitator chose; it can do nothing else.

    Parameters
    ----------
    questions
        The reflecting questions, in order.
    help_lines
        The help lines; the first ones stand at its foot.
    """

    _esm = module("projector.js")
    _css = style("projector.css")

    questions = traitlets.List(traitlets.Dict()).tag(sync=True)
    help = traitlets.List(traitlets.Dict()).tag(sync=True)
    steps = traitlets.Dict().tag(sync=True)
    moods = traitlets.List(traitlets.Tuple()).tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(
        self, questions: Sequence[Question], help_lines: Sequence[HelpLine], **traits: Any
    ) -> None:
        ours = (one for one in help_lines if one.group == "everyone" and not one.own)
        on_the_wall = [*ours][:LINES_ON_THE_WALL]
        super().__init__(
            questions=[one.model_dump(mode="json", exclude={"source"}) for one in questions],
            help=[one.model_dump(mode="json", include={"name", "number"}) for one in on_the_wall],
            steps=step_titles(),
            moods=moods_told(),
            words=projector_words(),
            **traits,
        )


def projector_words() -> dict[str, str]:
    """Return every text of the projector that is not a question's own."""
    return (
        {
            "looking": _("Looking for the workshop…"),
            "no_room": _("There is no workshop here."),
            "signed_out": _("This screen is no longer in the workshop. Open it again."),
            "qr": _("QR code that opens {address}"),
            "scan": _("Point your phone's camera at the square,"),
            "or_open": _("or open this address:"),
            "type_code": _("and type this code:"),
            "join_draft": _("The workshop opens soon."),
            "join_open": _("No account. Names are not shown. You may skip anything."),
            "closed": _("The workshop is closed. Thank you for coming."),
            "no_address": _("Phones can join soon."),
            "number": _("Question {number} of {total}"),
            "answer_now": _("Write on your phone. You may skip it."),
            "no_answers": _("Nothing to show yet."),
            "from_tables": _("From the tables"),
            "room_keeps": _("What the room keeps"),
            "agreement": _("Group agreement"),
            "thanks": _("Thank you for coming."),
            "paused": _("A pause"),
            "paused_text": _("Take a breath. Nothing is lost. You can step out."),
            "until": _("Until about {time}"),
            "page": _("Page {number} of {total}"),
            "previous": _("Back"),
            "next": _("Next"),
            "join": _("Join: {address} · {code}"),
            "lost": _("No connection. This may be old."),
            "help": _("Help: {lines}"),
            "line": _("{number} {name}"),
        }
        | themes_on_the_wall()
        | vote_on_the_wall()
        | plan_on_the_wall()
        | check_on_the_wall()
        | closing_on_the_wall()
        | offers_on_the_wall()
    )
