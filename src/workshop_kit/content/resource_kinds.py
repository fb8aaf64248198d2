"""Kinds of resources and their shown names."""

from typing import Literal

from workshop_kit.words import N_, translated

Kind = Literal["toolkit", "course", "handout", "report", "directory", "help", "website"]
KINDS: dict[str, str] = {
    "toolkit": N_("Toolkit or manual"),
    "course": N_("Course"),
    "handout": N_("Handout or card"),
    "report": N_("Report or plan"),
    "directory": N_("List of groups"),
    "help": N_("Help and advice"),
    "website": N_("Website"),
}
"""Shown names of the kinds, in showing order; English until somebody reads them."""


def kind_names() -> dict[str, str]:
    """Return the shown names of the kinds, in the language in use."""
    return translated(KINDS)
