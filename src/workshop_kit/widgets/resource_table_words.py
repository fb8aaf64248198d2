"""What the table of resources says around its rows; the page fills the ``{places}``."""

from workshop_kit.words import _


def resource_table_words() -> dict[str, str]:
    """Return every text of the widget that is not a resource's own."""
    return {
        "caption": _("Resources"),
        "filters": _("Find a resource"),
        "search": _("Search"),
        "search_hint": _("Looks in titles, descriptions and publishers."),
        "kind": _("Kind"),
        "all_kinds": _("All kinds"),
        "count": _("{number} of {total}"),
        "none": _("Nothing fits. Try fewer words, or another kind."),
        "show_all": _("Show all"),
        "what": _("What it is"),
        "for_whom": _("For whom"),
        "checked": _("Last checked"),
        "own": _("Added by our group"),
        "languages": _("Languages: {languages}"),
    }
