"""What is said about themes, on the facilitator's page and on the wall."""

from workshop_kit.widgets.card_sort_words import card_sort_words
from workshop_kit.words import _


def themes_words() -> dict[str, str]:
    """Return the words of the facilitator's panel."""
    return _sorting() | _one_theme() | _suggesting() | _table() | card_sort_words()


def _sorting() -> dict[str, str]:
    return {
        "title": _("Themes"),
        "lead": _(
            "Sort in silence first, then talk. Tick ideas, then press the theme they go to. "
            "An idea may stand in two themes."
        ),
        "show": _("Show the themes on the wall"),
        "on_wall": _("The projector shows the themes now."),
        "undo": _("Undo"),
        "undone": _("Undone. The themes are as they were before."),
        "ticked": _("Ticked: {number}"),
        "unsorted": _("Not in a theme yet: {number}"),
        "all_sorted": _("Every approved idea stands in a theme."),
        "nothing": _("Nothing was approved yet. What you approve comes here."),
        "new_title": _("Name of a new theme"),
        "new_hint": _("Three to five words that the room would use."),
        "make": _("Make the theme"),
        "make_with": _("Make the theme with {number} in it"),
        "made": _("New theme: {theme}"),
        "no_title": _("Give the theme a name first."),
        "long_title": _("A shorter name is easier to read on the wall. You may keep this one."),
        "minority": _("Minority view"),
        "is_minority": _("(minority view)"),
        "marked": _("Marked as a minority view. It is kept."),
        "unmarked": _("The mark is taken back."),
    }


def _one_theme() -> dict[str, str]:
    return {
        "theme": _("{title} ({number})"),
        "put": _("Put {number} here"),
        "put_none": _("Put ticked ideas here"),
        "put_done": _("Put into “{theme}”: {number}"),
        "take_out": _("Take out"),
        "out_done": _("Taken out of the theme."),
        "empty": _("Nothing stands here yet."),
        "change": _("Change this theme"),
        "title_field": _("Name of the theme"),
        "save_title": _("Save the name"),
        "renamed": _("The theme is called “{theme}” now."),
        "earlier": _("Move up"),
        "later": _("Move down"),
        "moved": _("The theme is moved."),
        "merge": _("Put all of it into"),
        "merged": _("All of it stands in “{theme}” now."),
        "drop": _("Drop this theme"),
        "dropped": _("“{theme}” is dropped. Its ideas are still here. Undo brings it back."),
    }


def _suggesting() -> dict[str, str]:
    return {
        "suggest": _("Suggest groups"),
        "suggested": _("Suggested groups"),
        "found": _("Groups found: {number}. Ideas that fit nowhere: {left}."),
        "found_none": _("No two ideas share a word that says something. Sort them by hand."),
        "how": _(
            "This laptop looks for words that ideas have in common, no more. It does not know "
            "what they mean. Nothing is sorted until you take a group."
        ),
        "because": _("Because of: {words}"),
        "take_this": _("Take this"),
        "leave_it": _("Leave it"),
        "left": _("Left. Its ideas stay where they are."),
    }


def _table() -> dict[str, str]:
    return {
        "as_table": _("Show as a table"),
        "table_title": _("Ideas and their themes"),
        "idea": _("Idea"),
        "in_themes": _("Themes"),
        "in_none": _("In none yet"),
        "yes": _("Yes"),
        "no": _("No"),
    }


def themes_on_the_wall() -> dict[str, str]:
    """Return the words of the wall."""
    return {
        "themes": _("Themes"),
        "themes_others": _("In no theme"),
        "themes_none": _("There are no themes yet."),
        "minority_view": _("minority view"),
    }
