"""What the group wants to learn: approved answers to question 2, once they are revealed."""

from typing import Any

import anywidget
import traitlets

from workshop_kit.content.questions import Question
from workshop_kit.widgets.asset import module
from workshop_kit.widgets.learning_words import learning_words
from workshop_kit.widgets.moment import IN_A_SECTION


class LearningList(anywidget.AnyWidget):
    """Lists what people wrote, as soon as the facilitator lets phones see it.

    Nothing of it comes to Python: the page reads it from the room over HTTP, and again whenever
    something changes. Who leads sees what is approved, revealed or not.

    Parameters
    ----------
    question
        The question that asks what to learn; its answers have the shape ``list``.
    """

    _esm = module("answer_forms.js")
    _css = IN_A_SECTION

    form = traitlets.Unicode("learning_list").tag(sync=True)
    question = traitlets.Dict().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, question: Question, **traits: Any) -> None:
        known = question.model_dump(mode="json", include={"key", "number"})
        super().__init__(question=known, words=learning_words(question.number), **traits)
