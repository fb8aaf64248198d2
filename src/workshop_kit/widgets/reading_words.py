"""What is said about reading aloud, on the facilitator's page."""

from workshop_kit.words import _


def reading_words() -> dict[str, str]:
    """Return the words of the panel from which somebody reads aloud."""
    return {
        "title": _("Read aloud"),
        "section": _("Section"),
        "part": _("Part"),
        "previous": _("Previous part"),
        "next": _("Next part"),
        "minutes": _("Minutes to read it aloud: about {number}"),
        "place": _("Part {number} of {total}"),
        "show": _("Show on the projector"),
        "take_off": _("Take it off"),
        "done": _("The projector shows this part now. It follows you to the next one."),
        "off": _("The projector shows again what it showed before."),
        "on_wall": _("On the wall now: {heading}"),
        "blank": _("The projector is blank. After that it shows: {heading}"),
    }
