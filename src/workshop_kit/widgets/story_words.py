"""What is said around the group's own stories."""

from workshop_kit.own_story import MAX_PARTNERS
from workshop_kit.words import _


def story_words() -> dict[str, str]:
    """Return every text of the stories' form and list."""
    return _around() | _fields() | _saving() | _problems()


def _around() -> dict[str, str]:
    return {
        "heading": _("A story of our own"),
        "invitation": _(
            "Do you know something good that was done here? Tell the person who leads. "
            "Only they can write it down for the group."
        ),
        "lead": _(
            "Write down what worked here, so that others can learn from it. "
            "A story stays in this workshop unless you tick that it may be told outside."
        ),
        "caution": _(
            "Leave out names, and any detail that could point to a person. "
            "That goes for those who were harmed and for those who may have done harm."
        ),
        "stories": _("Stories of this workshop"),
        "none": _("No story is written down yet."),
        "trying": _("The laptop does not answer. Trying again…"),
        "went_wrong": _("This did not work. Try again."),
    }


def _fields() -> dict[str, str]:
    return {
        "title": _("Title"),
        "did": _("What we did"),
        "partners": _("Who worked together"),
        "partners_hint": _("Organizations, not people. One on each line."),
        "changed": _("What changed"),
        "link": _("Link"),
        "link_hint": _("Where others can read more. It begins with {start}", start="https://"),
        "public": _("This may be told outside the room"),
        "public_hint": _("With the tick the story stands in the notes. Without it, it does not."),
        "is_public": _("May be told outside. It stands in the notes."),
        "is_inside": _("Stays in this workshop. It is not in the notes."),
    }


def _saving() -> dict[str, str]:
    return {
        "new": _("Write down a story"),
        "changing": _("Change the story"),
        "save": _("Save the story"),
        "cancel": _("Cancel"),
        "change": _("Change"),
        "remove": _("Remove"),
        "undo": _("Undo: bring it back"),
        "about": _("the story “{title}”"),
        "saved": _("The story is saved."),
        "removed": _("The story “{title}” is removed."),
        "back": _("The story is back."),
        "elsewhere": _(
            "This story was changed in another window. Look at it above. "
            "What you typed is still here; save again to put it in its place."
        ),
        "gone": _("This story was removed in another window. Save again to write it anew."),
    }


def _problems() -> dict[str, str]:
    return {
        "problem_title": _("Give the story a title."),
        "problem_long": _("“{field}” is too long. Keep it under {number} characters."),
        "problem_partners": _("Too many lines. Name at most {number}.", number=MAX_PARTNERS),
        "problem_partner": _(
            "One of these lines is too long. Keep each under {number} characters."
        ),
        "problem_link": _("A link begins with https:// and names a site."),
    }
