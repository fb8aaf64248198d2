"""What the facilitator's page says, by panel, in the reader's language."""

from workshop_kit.widgets.agenda_words import agenda_words
from workshop_kit.widgets.agreement_words import agreement_words
from workshop_kit.widgets.check_words import check_words
from workshop_kit.widgets.closing_words import debrief_words
from workshop_kit.widgets.content_words import content_words
from workshop_kit.widgets.destroy_words import destroy_words
from workshop_kit.widgets.help_nag_words import help_nag_words
from workshop_kit.widgets.join_words import join_words, screen_words
from workshop_kit.widgets.offers_words import offers_words
from workshop_kit.widgets.opening_words import (
    closing_words,
    details_words,
    help_words,
    opening_words,
)
from workshop_kit.widgets.others_words import others_words
from workshop_kit.widgets.own_words import own_copies_words, own_table_words, own_words
from workshop_kit.widgets.plan_words import plan_words
from workshop_kit.widgets.reading_words import reading_words
from workshop_kit.widgets.reveal_words import reveal_words
from workshop_kit.widgets.review_words import (
    chosen_words,
    kept_words,
    questions_words,
    review_words,
)
from workshop_kit.widgets.table_words import at_tables_words, table_entry_words
from workshop_kit.widgets.themes_words import themes_words
from workshop_kit.widgets.vote_words import vote_words
from workshop_kit.words import _

Words = dict[str, str]


def board_words() -> dict[str, dict[str, object]]:
    """Return the texts of each panel under the panel's name."""
    return {
        "desk": {**desk_words()},
        "header": {**_header()},
        "trouble": {**_trouble()},
        "call": {**_call()},
        "cover": {**_cover()},
        "opening": {**opening_words()},
        "details": {**details_words()},
        "help": {**help_words()},
        "nag": {**help_nag_words()},
        "join": {**join_words()},
        "screen": {**screen_words()},
        "agenda": {**agenda_words()},
        "agreement": {**agreement_words()},
        "check": {**check_words()},
        "themes": {**themes_words()},
        "vote": {**vote_words()},
        "plan": {**plan_words()},
        "offers": {**offers_words()},
        "questions": {**questions_words()},
        "chosen": {**chosen_words()},
        "review": {**review_words()},
        "reveal": {**reveal_words()},
        "kept": {**kept_words()},
        "reading": {**reading_words()},
        "others": {**others_words()},
        "tables": {**table_entry_words()},
        "at_tables": {**at_tables_words()},
        "closing": closing_words(),
        "debrief": {**debrief_words()},
        "destroy": destroy_words(),
        "content": {**content_words()},
        "own": {**own_words()},
        "own_tables": {**own_table_words()},
        "own_copies": {**own_copies_words()},
    }


def desk_words() -> Words:
    """Return what a page of the facilitator or a helper says about itself."""
    return {
        "looking": _("Looking for the workshop…"),
        "no_room": _(
            "There is no workshop here. Start the kit, then open this page from its address."
        ),
        "signed_out": _("You are signed out of this workshop."),
        "sign_in": _("Sign in again"),
        "trying": _("The laptop does not answer. Trying again…"),
        "went_wrong": _("This did not work. Try again."),
        "question": _("Question {number}"),
    }


def _header() -> Words:
    return {
        "draft": _("Not open yet"),
        "open": _("Open"),
        "closed": _("Closed"),
        "people": _("Joined: {joined}. Connected now: {connected}."),
        "names": _("First names"),
        "links": _("Other pages"),
        "parts": _("Parts of this page"),
        "notes": _("Notes"),
        "others": _("Plan or open another workshop"),
    }


def _trouble() -> Words:
    return {
        "title": _("Nothing can be saved at this moment"),
        "problem_disk_full": _(
            "The disk of this laptop is full. Empty the trash, or remove large files. "
            "Then saving goes on by itself."
        ),
        "problem_locked": _(
            "Another program holds the file of this workshop. Close programs that copy or "
            "check files. Then saving goes on by itself."
        ),
        "problem_cannot_save": _(
            "The file of this workshop cannot be written. If it is on another disk or a memory "
            "stick, connect that again. Then saving goes on by itself."
        ),
        "phones": _(
            "Phones keep what was not sent, and try again by themselves. "
            "Ask people to keep their page open."
        ),
        "over": _("Saving works again."),
    }


def _call() -> Words:
    return {
        "one": _("Someone would like to talk"),
        "several": _("People would like to talk, or one person asked more than once"),
        "what_to_do": _(
            "Nobody is told who. Walk around, or say aloud where the support person and the quiet "
            "room are. Do not ask who it was."
        ),
        "seen_to": _("It is seen to"),
        "done": _("Noted. If someone asks again, you hear of it."),
    }


def _cover() -> Words:
    return {
        "blank": _("Blank the screens (B)"),
        "pause": _("Pause for everyone"),
        "go_on": _("Go on after the pause"),
        "paused": _(
            "The wall and every phone are calm. People can still read or write if they like."
        ),
        "gone_on": _("The pause is over. All is where it was."),
        "shortcut": _("The key B blanks the screens"),
        "title": _("This screen is blank"),
        "how_key": _("Press the key B or this button to come back."),
        "how_button": _("Press this button to come back."),
        "back": _("Show the screens again"),
        "done": _("The projector is blank."),
        "undone": _("The projector shows again what it showed before."),
    }
