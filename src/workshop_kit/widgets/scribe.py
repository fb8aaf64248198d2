"""The scribe's page: a helper enters what others say."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from workshop_kit.content.questions import Question
from workshop_kit.widgets.asset import module, style
from workshop_kit.widgets.board_words import desk_words
from workshop_kit.widgets.others_words import others_words, scribe_words
from workshop_kit.widgets.review_words import questions_words
from workshop_kit.widgets.table_words import table_entry_words


class Scribe(anywidget.AnyWidget):
    """Enters answers for people without a phone; shows no answers.

    Parameters
    ----------
    questions
        The reflecting questions, in order.
    """

    _esm = module("scribe.js")
    _css = style("panel.css", "for_others.css", "table_lines.css", "scribe.css")

    questions = traitlets.List(traitlets.Dict()).tag(sync=True)
    words = traitlets.Dict().tag(sync=True)

    def __init__(self, questions: Sequence[Question], **traits: Any) -> None:
        super().__init__(
            questions=[one.model_dump(mode="json", exclude={"source"}) for one in questions],
            words={
                "desk": desk_words(),
                "scribe": scribe_words(),
                "others": others_words(),
                "tables": table_entry_words(),
                "questions": questions_words(),
            },
            **traits,
        )
