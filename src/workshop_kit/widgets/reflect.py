"""The participant's form: nine questions; what is typed stays on the device until it is sent."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from workshop_kit.content.questions import Question
from workshop_kit.kinds import MAX_ANSWER
from workshop_kit.widgets.agenda_words import step_titles
from workshop_kit.widgets.asset import module, style
from workshop_kit.widgets.check_words import moods_told
from workshop_kit.widgets.reflect_words import reflect_words


class ReflectForm(anywidget.AnyWidget):
    """Asks the reflecting questions, one sheet each.

    Nothing of an answer comes to Python: the page reads and writes it at the room over HTTP.
    Without a room, the words stay on the device.

    Parameters
    ----------
    questions
        The questions to ask, in order.
    """

    _esm = module("answer_forms.js")
    _css = style(
        "reflect.css", "contact_card.css", "table_lines.css", "card_sort.css", "worksheet.css"
    )

    form = traitlets.Unicode("reflect").tag(sync=True)
    questions = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    steps = traitlets.Dict().tag(sync=True)
    moods = traitlets.List(traitlets.Tuple()).tag(sync=True)
    max_answer = traitlets.Int(MAX_ANSWER).tag(sync=True)

    def __init__(self, questions: Sequence[Question], **traits: Any) -> None:
        super().__init__(
            questions=shown_of(questions),
            words=reflect_words(),
            steps=step_titles(),
            moods=moods_told(),
            **traits,
        )


def shown_of(questions: Sequence[Question]) -> list[dict[str, Any]]:
    """Return of the questions what a form shows."""
    not_shown = {"source", "verbatim_in_notes"}
    return [one.model_dump(mode="json", exclude=not_shown) for one in questions]
