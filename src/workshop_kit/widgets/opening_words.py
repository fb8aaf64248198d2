"""What is said before a workshop opens and when it closes."""

from workshop_kit.words import _


def opening_words() -> dict[str, str]:
    """Return the words around the four steps before opening."""
    return {
        "title": _("Before you open"),
        "lead": _("Four steps. People can join after the fourth."),
        "details": _("What people will read"),
        "details_lead": _("People read this on their phone before they join. Check each line."),
        "help": _("Help lines"),
        "help_lead": _(
            "Someone may need one of these today. Dial each number, hear that it answers, "
            "say that this is a test, and hang up. Dial 9-1-1 only in an emergency."
        ),
        "agenda": _("The agenda"),
        "agenda_lead": _("It can also be chosen or changed later."),
        "open_title": _("Open the workshop"),
        "open_lead": _(
            "Phones can join from then on. Questions stay shut until you open them one by one."
        ),
        "open": _("Open the workshop"),
        "opened": _("The workshop is open. People can join now."),
        "help_needed": _("Say first whether you dialled the help lines (step 2)."),
    }


def details_words() -> dict[str, str]:
    """Return the names of what is said about a workshop."""
    return _facts() | _people() | _form() | _hints()


def _facts() -> dict[str, str]:
    return {
        "title": _("Title"),
        "community": _("Community or place"),
        "held_on": _("Day"),
        "host": _("Held by"),
        "purpose": _("Why we collect answers"),
        "recipients": _("Who gets the notes"),
        "record_owner": _("Who owns the record"),
        "privacy_contact": _("Who to ask about privacy"),
        "support_person": _("Support person"),
        "keep_days": _("Kept after closing"),
        "days": _("{number} days, then destroyed"),
    }


def _people() -> dict[str, str]:
    return {
        "roles_present": _("Also in the room"),
        "police": _("Police"),
        "media": _("Media"),
        "nobody": _("No police, no media"),
        "first_names": _("People may give a first name when they join"),
        "first_names_short": _("First names"),
        "first_names_yes": _("May be given. Never shown beside an answer."),
        "first_names_no": _("Not asked for"),
    }


def _form() -> dict[str, str]:
    return {
        "change": _("Change the details"),
        "read": _("See the page that people read (opens a new tab)"),
        "save": _("Save the details"),
        "cancel": _("Cancel"),
        "done": _("The details are saved."),
        "not_filled_in": _("Not filled in"),
        "missing": _("Lines not filled in yet: {number}"),
        "read_before": _("What people read before they join"),
        "late": _(
            "People who have joined already read the older text. If you change something now, "
            "tell the room."
        ),
        "title_needed": _("Give the workshop a title."),
        "date_needed": _("Choose the day."),
        "days_needed": _("Write how many days: a whole number from 1 to 365."),
    }


def _hints() -> dict[str, str]:
    return {
        "host_hint": _("Your group or organization."),
        "purpose_hint": _("One or two plain sentences."),
        "recipients_hint": _("For example: the people in this room, and the town council."),
        "record_owner_hint": _(
            "For example: the host. A First Nation may own the record of its own workshop."
        ),
        "privacy_contact_hint": _("A person or role, with a phone number or e-mail."),
        "support_person_hint": _("Someone to talk to on the day, and where to find them."),
        "roles_present_hint": _("People should know this before they write."),
        "keep_days_hint": _("Days, from 1 to 365. Shorter is safer."),
    }


def help_words() -> dict[str, str]:
    """Return the words around the help lines that are to be dialled."""
    return {
        "source": _("Source"),
        "own": _("Added by our group"),
        "question": _("Did you dial them?"),
        "dialled": _("I dialled them today and they answered"),
        "not_dialled": _("I did not, because …"),
        "reason": _("Why not?"),
    }


def closing_words() -> dict[str, object]:
    """Return what is said about closing; ``effects`` are paragraphs."""
    return {
        "title": _("Close the workshop"),
        "lead": _("At the very end. It cannot be undone."),
        "start": _("Close the workshop…"),
        "effects": [
            _("Every phone is told, and what was not sent is wiped from it."),
            _("Who wrote what, and when, is forgotten for good."),
            _("After that nobody can change an answer or take one back."),
            _("You can still review answers and make the notes."),
        ],
        "still_open": _("Questions that are still open: {number}."),
        "not_reviewed": _("Answers that you have not decided on: {number}."),
        "only_counted": _(
            "Of these, to question 1: {number}. The notes only count those, "
            "so they are not missing there."
        ),
        "word": _("close"),
        "type": _("Type the word “{word}” to go on"),
        "type_needed": _("Type “{word}” in the field first."),
        "sure": _("Close it for good"),
        "no": _("Not yet"),
        "done": _("The workshop is closed."),
        "is_closed": _("The workshop is closed"),
        "closed": _(
            "Phones are told to wipe what was not sent. Who wrote what, and when, is forgotten."
        ),
        "forgotten": _(
            "People were told that this would be gone by now. Close it. Then it is destroyed."
        ),
        "notes": _("Go to the notes"),
    }
