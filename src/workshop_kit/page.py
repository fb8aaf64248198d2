"""What participants' notebooks call: content and widgets, nothing else."""

from workshop_kit.content.questions import questions
from workshop_kit.widgets.reflect import ReflectForm
from workshop_kit.words import language


def reflect() -> ReflectForm:
    """Return the form with the nine reflecting questions, in the reader's language.

    Examples
    --------
    >>> from workshop_kit import page
    >>> len(page.reflect().questions)
    9
    """
    return ReflectForm(questions(language()))
