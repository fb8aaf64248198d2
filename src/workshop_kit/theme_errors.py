"""Errors of sorting answers into themes."""

from workshop_kit.errors import KitError
from workshop_kit.words import N_


class UnknownTheme(KitError):
    """The question has no such theme, or no longer."""

    code, status = "unknown_theme", 404
    text = N_("This theme is no longer there. Look at the themes again, then choose.")


class UnknownCard(KitError):
    """No approved answer has this idea, or no longer."""

    code, status = "unknown_card", 404
    text = N_(
        "One of these ideas is no longer approved, or was changed. "
        "Look at the ideas again, then choose."
    )


class TooManyThemes(KitError):
    """There is no room for one more theme."""

    code, status = "too_many_themes", 422
    text = N_("A question has at most {value} themes. Put two together, or drop one, first.")


class TooManyMinority(KitError):
    """There is no room for one more mark."""

    code, status = "too_many_minority", 422
    text = N_("At most {value} ideas can be kept as a minority view. Take a mark back first.")


class SortClosed(KitError):
    """Phones do not sort this question, or no longer."""

    code, status = "sort_closed", 409
    text = N_("The ideas of this question are not sorted on phones now. Nothing was sent.")


class SortStillOpen(KitError):
    """Phones still sort, so there is nothing to take over yet."""

    code, status = "sort_open", 409
    text = N_("Phones still sort these ideas. Close the sort first.")


class TooManyNames(KitError):
    """The themes stand for as many proposed names and other themes as they can."""

    code, status = "too_many_names", 422
    text = N_("There is no room for more names. At most {value} can be taken or left.")


class TooManySorted(KitError):
    """The themes hold as much as they can."""

    code, status = "too_many_sorted", 422
    text = N_("The themes of a question hold at most {value} ideas. Take some out first.")
