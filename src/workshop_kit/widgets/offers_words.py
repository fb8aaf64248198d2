"""What is said about offers: on the facilitator's page, on phones and on the wall."""

from workshop_kit.words import _


def offers_words() -> dict[str, str]:
    """Return the words of the facilitator's panel."""
    return {
        "title": _("Offers"),
        "lead": _(
            "What people could bring, from question 7. The counts hold no names and no words."
        ),
        "part": _("{label}: {number}"),
        "few": _("fewer than 5"),
        "no_counts": _(
            "Counts come once question 7 is closed and at least 5 people have offered something. "
            "They stay hidden where a smaller number could be reckoned."
        ),
        "show": _("Show the counts on the wall"),
        "shown": _("The projector shows the counts now."),
    } | _contacts()


def _contacts() -> dict[str, str]:
    return {
        "contacts": _("Contacts that people left: {number}"),
        "nobody_named": _(
            "To let people leave a contact, write under “Who gets the notes” who will get it. "
            "Only then do phones offer it."
        ),
        "wait": _("Close question 7 to see the contacts."),
        "reading": _("Reading the contacts…"),
        "only_for": _("Only for: {recipients}"),
        "action": _("Make it an action"),
        "save": _("Save for {recipients}"),
        "save_text": _(
            "The file holds names and ways to reach people. Delete your own copy once it is "
            "handed over. They delete theirs by: {until}. Give it only to: {recipients}"
        ),
        "save_page": _("Yes, save the page to print"),
        "save_table": _("Save the table instead"),
        "not_now": _("Not now"),
        "none_left": _("These contacts were taken back. There is nothing to save."),
        "saved": _("Saved: {name}. The kit cannot destroy this file for you."),
    }


def contact_on_phones() -> dict[str, str]:
    """Return the words of a phone."""
    return {
        "contact": _("Leave a contact, if you like"),
        "contact_left": _("You left a contact"),
        "contact_told": _(
            "Only if you would like to be asked. It goes to the person who leads, and only for: "
            "{recipients}"
        ),
        "contact_kept": _(
            "The notes do not name you; what you offer may stand in the plan. You can take it "
            "back until you leave, or the workshop is closed. Days from closing until it is "
            "destroyed: {days}."
        ),
        "contact_name": _("Your name"),
        "contact_reach": _("How to reach you"),
        "contact_reach_hint": _("A phone number, an e-mail, or a place to ask for you."),
        "contact_offer": _("What you can be asked about"),
        "contact_offer_hint": _(
            "Change it as you like. The same words as in your answer show which answer is yours."
        ),
        "contact_send": _("Send my contact"),
        "contact_back": _("Take my contact back"),
        "contact_empty": _("Fill in all three, or leave it."),
    }


def offers_on_the_wall() -> dict[str, str]:
    """Return the words of the wall."""
    return {
        "offers": _("What we can bring"),
        "offers_part": _("{label}: {number}"),
        "offers_few": _("fewer than 5"),
        "offers_note": _("People who filled in each part. One person may have filled in several."),
    }
