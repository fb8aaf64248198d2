"""What a moment to reflect says inside a section; its sheets say what the form's say."""

from workshop_kit.widgets.reflect_words import around_the_form, reflect_words
from workshop_kit.words import _


def moment_words() -> dict[str, str]:
    """Return every text of the widget that is not a question's own."""
    of_the_form = around_the_form()
    shared = {name: text for name, text in reflect_words().items() if name not in of_the_form}
    return shared | {
        "moment": _("To think about: {topics}"),
        "place": _("Question {number} · {topic}"),
        "place_with_group": _("Question {number} · {topic} · The group is here"),
        "privacy": _(
            "Names are not shown. Your words stay on this phone until you press Send. "
            "Please leave out names and details that could point to a person."
        ),
        "open_it": _("People with a phone answer this here, once you have opened the question."),
        "board": _("Open it on the board"),
    }
