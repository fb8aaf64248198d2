"""What is said about check-in and check-out, on the facilitator's page, phones and the wall."""

from workshop_kit.content.check import moods
from workshop_kit.words import _, language


def moods_told() -> list[tuple[str, str]]:
    """Return each mood with its word, in order."""
    return [(mood.value, word) for mood, word in moods(language()).items()]


def check_words() -> dict[str, str]:
    """Return the words of the facilitator's panel."""
    return {
        "title": _("How people are"),
        "lead": _(
            "Ask as people arrive, and as they leave. Only numbers are shown, at the end. "
            "Nobody has to answer."
        ),
        "check_in": _("Check-in: as people arrive"),
        "check_out": _("Check-out: as people leave"),
        "state_waiting": _("Not asked yet."),
        "state_open": _("Open: phones ask."),
        "state_closed": _("Closed."),
        "still": _("Still open, although its time is over."),
        "open": _("Ask it now"),
        "opened": _("Phones ask it now. The wall shows the words."),
        "close": _("Close and count"),
        "close_sure": _("Yes, close and count"),
        "close_no": _("Wait a little"),
        "closed": _("It is closed."),
        "again": _("Ask it again"),
        "once": _(
            "Counting is final: afterwards nobody can answer, or change a word. So give people "
            "time first."
        ),
        "unshown": _(
            "The room does not see it yet. Save the hands first: they cannot change once it is "
            "shown."
        ),
        "answered": _("Phones that have answered: {number}."),
        "answered_few": _("Fewer than five phones have answered so far."),
        "passed": _("Passed on phones: {number}."),
        "few": _("Too few answered, so nothing is shown. It takes five."),
        "few_hands": _("Hands do not make up for phones that are missing: the room has seen them."),
        "show": _("Show it on the wall"),
        "shown": _("The projector shows it now."),
        "hands": _("Hands and paper"),
        "hands_lead": _("How many people without a phone say what. Read the words to them."),
        "save_hands": _("Save the hands"),
        "hands_saved": _("Noted. They count too."),
    }


def check_on_phones() -> dict[str, str]:
    """Return the words of a phone."""
    return {
        "check_in": _("How are you as you arrive?"),
        "check_out": _("How are you as you leave?"),
        "check_how": _(
            "One word, if you like. Only numbers are shown, from five people on. Nobody sees who."
        ),
        "check_pass": _("I pass"),
        "check_send": _("Send my word"),
        "check_choose": _("Choose one first. Or leave it: that is fine."),
        "check_sent": _("Sent. You can change it until it is closed. Then it is only a number."),
        "check_changed": _("Not sent yet. Press “Send my word”."),
        "check_late": _("This is closed now. Your last change was not sent."),
        "check_over": _("This is closed now: {check}"),
    }


def check_on_the_wall() -> dict[str, str]:
    """Return the words of the wall."""
    return {
        "check_in": _("How are we as we arrive?"),
        "check_out": _("How are we as we leave?"),
        "check_how": _("Answer on your phone, or with your hand. Nobody has to."),
        "check_passed": _("Passed: {number}"),
        "check_counted": _("Thank you. It is closed and counted."),
        "check_few": _("Too few answered to show it. That is fine."),
    }
