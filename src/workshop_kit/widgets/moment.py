"""A moment to reflect inside a section: a question or a few, on the sheets of the form."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from workshop_kit.content.questions import Question
from workshop_kit.kinds import MAX_ANSWER
from workshop_kit.widgets.asset import module, style
from workshop_kit.widgets.moment_words import moment_words
from workshop_kit.widgets.reflect import shown_of

IN_A_SECTION = style("reflect.css", "moment.css", "learning_list.css", "worksheet.css")
"""The style of all that stands inside a section: one text, which a page then holds once."""


class Moment(anywidget.AnyWidget):
    """Asks a reflecting question, or a few, where the text of a section invites it.

    It is the same answer as on the page of all questions: what was sent there stands here, and
    the other way round. Who leads sees the question and how to open it, and no form.

    Parameters
    ----------
    questions
        The questions to ask, in order.
    """

    _esm = module("answer_forms.js")
    _css = IN_A_SECTION

    form = traitlets.Unicode("moment").tag(sync=True)
    questions = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    max_answer = traitlets.Int(MAX_ANSWER).tag(sync=True)

    def __init__(self, questions: Sequence[Question], **traits: Any) -> None:
        super().__init__(questions=shown_of(questions), words=moment_words(), **traits)
