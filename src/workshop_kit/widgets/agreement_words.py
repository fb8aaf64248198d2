"""What is said about the group's agreement, on the facilitator's page and on phones."""

from typing import Any

from workshop_kit.content.agreement import starter_agreement
from workshop_kit.widgets.edited_lines_words import edited_lines_words
from workshop_kit.words import _, language

QUESTION = "q4"
"""The key of the question that asks how people look after each other."""


def agreement_told() -> dict[str, Any]:
    """Return the lines to begin with, and the question whose answers may be added."""
    return {"starter": list(starter_agreement(language())), "question": QUESTION}


def agreement_words() -> dict[str, str]:
    """Return the words of the facilitator's panel."""
    return edited_lines_words() | {
        "title": _("Group agreement"),
        "lead": _(
            "A list to start from. Read it aloud, change it together, and ask whether everyone "
            "can live with it."
        ),
        "begin": _("Begin with the starter list"),
        "begun": _("The starter list is there. Phones can read it."),
        "new_line": _("A new line"),
        "add": _("Add it"),
        "added": _("Added: {line}"),
        "offered": _("From {question}: what you approved"),
        "take": _("Add to the agreement"),
        "show": _("Show it on the wall"),
        "shown": _("The projector shows the agreement now."),
        "agree": _("The room agrees"),
        "not_agreed": _("Talk about it again"),
        "is_agreed": _("The agreement holds for tonight. Phones say so."),
        "is_open": _("The agreement is open again."),
        "state_agreed": _("Agreed. A change of the list opens it again."),
        "state_open": _("Not agreed yet. Ask for raised hands, or let phones answer."),
        "counts": _("On phones: {yes} can live with it, {no} not yet."),
        "few": _("Some phones have answered. A count is told from five people on."),
        "nobody": _("No phone has answered yet."),
    }


def agreement_on_phones() -> dict[str, str]:
    """Return the words of a phone."""
    return {
        "agreement": _("Group agreement"),
        "agreement_open": _("The group still talks about this list."),
        "agreement_agreed": _("The group has agreed on this list for tonight."),
        "agreement_ask": _(
            "Can you live with it? Only a count is told, and only from five people on."
        ),
        "agreement_yes": _("I can live with it"),
        "agreement_no": _("Not yet"),
        "agreement_said": _("Your word is counted. You can change it."),
        "looking_for_it": _("The workshop does not answer yet. The list comes as soon as it does."),
        "agreement_changed": _("The list was changed. Please read it again."),
        "close": _("Close"),
    }
