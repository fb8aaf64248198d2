"""What is said about sorts on phones: on the facilitator's page, and on the phones."""

from workshop_kit.words import _


def card_sort_words() -> dict[str, str]:
    """Return the words of the facilitator's panel."""
    return _running() | _counted()


def _running() -> dict[str, str]:
    return {
        "everyone": _("Everyone sorts"),
        "everyone_lead": _(
            "Phones then see every approved idea and the names of the themes. "
            "Each person sorts alone. You see no count before you close it."
        ),
        "open_to_all": _("Let everyone sort on phones"),
        "opened_to_all": _("Phones can sort now."),
        "everyone_open": _("Phones sort now. Give the room some quiet minutes."),
        "sent": _("Phones that have sent: {number}"),
        "sent_few": _("Phones that have sent: fewer than five"),
        "close_to_all": _("Close the sort"),
        "closed_to_all": _("The sort is closed. Beside each idea stands where phones put it."),
        "open_again": _("Open the sort again"),
        "proposed": _("Names that people miss"),
        "proposed_lead": _(
            "Other phones see a name once you make a theme of it. Change it first, if you like."
        ),
        "make_this": _("Make this theme"),
        "name_left": _("Left. No theme is made of that name. Undo brings it back."),
    }


def _counted() -> dict[str, str]:
    return {
        "closed_few": _(
            "The sort is closed. Too few phones have sent, so nothing is counted. Sort aloud, "
            "or open it again."
        ),
        "counted_again": _(
            "If you open it again, it is counted anew once five more phones have sent."
        ),
        "rule": _(
            "An idea goes to each theme that at least half of its phones chose. "
            "With none, or more than two, it stays unsorted."
        ),
        "as_phones": _("Sort as most phones did"),
        "as_phones_done": _("Sorted as most phones did. Undo takes it back."),
        "phones": _("Phones: {where}."),
        "in_phones": _("Phones"),
        "nowhere": _("nowhere"),
        "other": _("another theme"),
        "disagree": _("Phones disagree."),
        "maybe_minority": _(
            "At least half of the phones put it nowhere. You may keep it as a minority view."
        ),
    }


def card_sort_on_phones() -> dict[str, str]:
    """Return the words of a phone."""
    return {
        "sort": _("Sort the ideas: {topic}"),
        "sort_how": _(
            "Sort for yourself. Talk comes after. An idea may go to two themes. Skip what you like."
        ),
        "sort_idea": _("Idea {number} of {total}"),
        "sort_nowhere": _("Fits nowhere"),
        "sort_own": _("A name of its own"),
        "sort_name": _("A theme that is missing"),
        "sort_name_hint": _(
            "Three to five words. Who leads sees it once you send. "
            "Others see it once it is a theme."
        ),
        "sort_waits": _("A name is written here. Put the idea there, or empty the field."),
        "sort_add": _("Put the idea there"),
        "sort_no_name": _("Write a name first."),
        "sort_two": _("Two themes at most. Take one away first."),
        "sort_five": _("Five names of your own at most. One that you tick nowhere goes away."),
        "sort_before": _("Idea before"),
        "sort_after": _("Next idea"),
        "sort_placed": _("Placed: {number} of {total}"),
        "sort_send": _("Send my sort"),
        "sort_sent": _("Sent. You can change it until the sort is closed."),
        "sort_changed": _("Only on this phone. Press “Send my sort”."),
        "sort_begins": _("You can sort ideas now: {topic}"),
        "sort_over": _("The sort is closed: {topic}"),
        "sort_over_sent": _("The sort is closed: {topic}. What you sent is counted."),
        "sort_over_unsent": _("The sort is closed: {topic}. What you did not send does not count."),
    }
