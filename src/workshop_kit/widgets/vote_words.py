"""What is said about dot votes, on the facilitator's page, on phones and on the wall."""

from workshop_kit.words import _


def vote_words() -> dict[str, str]:
    """Return the words of the facilitator's panel."""
    return _making() | _leading()


def _making() -> dict[str, str]:
    return {
        "title": _("Dot vote"),
        "lead": _(
            "A vote shows where the warmth is. It does not decide alone. Nobody sees a count "
            "before it is closed."
        ),
        "new": _("Make a new vote"),
        "what": _("What is it about?"),
        "options": _("What can be chosen? One on each line."),
        "take": _("Take what was approved of"),
        "take_themes": _("Take its themes"),
        "taken": _("Taken over: {number}. Change them as you like."),
        "nothing": _("Nothing was approved there yet."),
        "no_themes": _("Nobody has sorted that question into themes yet."),
        "dots": _("Dots for each person"),
        "dots_hint": _("About a quarter of the choices works well."),
        "most": _("At most on one choice"),
        "make": _("Make it"),
        "made": _("The vote is there. Open it when the room is ready."),
        "no_title": _("Say first what the vote is about."),
        "few": _("A vote needs from 2 to 30 different choices. There are {number}."),
        "wrong_dots": _(
            "Give from 1 to 30 dots, and no more on one choice than a person has. "
            "You wrote {dots} and {most}."
        ),
    }


def _leading() -> dict[str, str]:
    return {
        "state_waiting": _("Not open yet."),
        "state_open": _("Open: people spend their dots."),
        "state_closed": _("Closed."),
        "rules": _("Dots for each: {dots}. At most {most} on one choice."),
        "open": _("Open the vote"),
        "opened": _("The vote is open. Phones and the wall show it."),
        "close": _("Close and count"),
        "closed": _("The vote is closed. The count comes at once."),
        "again": _("Open it again"),
        "remove": _("Remove this vote"),
        "removed": _("The vote is removed. Undo brings it back."),
        "undo": _("Undo"),
        "undone": _("The vote is back."),
        "ballots": _("People who have sent their dots: {number}."),
        "show": _("Show it on the wall"),
        "shown": _("The projector shows the vote now."),
        "let_phones": _("Let phones see the result"),
        "no_phones": _("Take the result off the phones"),
        "phones_see": _("Phones can see the result."),
        "phones_not": _("Phones no longer see the result."),
        "hands": _("Hands and paper"),
        "hands_lead": _("Dots of people without a phone. They are added to the count."),
        "save_hands": _("Save the hands"),
        "hands_saved": _("Noted. They count too."),
        "vote_result": _("Dots: {dots}"),
        "vote_tied": _("Dots: {dots}, tied"),
        "talk": _("Now talk: What do you notice? Who would need what, to be able to go along?"),
    }


def vote_on_phones() -> dict[str, str]:
    """Return the words of a phone."""
    return {
        "vote": _("Vote: {title}"),
        "vote_rules": _("Your dots: {dots}. At most {most} on one choice. You may pass."),
        "vote_left": _("Dots left: {number}"),
        "vote_less": _("One dot less for"),
        "vote_more": _("One dot more for"),
        "vote_dots": _("{number} of your dots"),
        "vote_send": _("Send my dots"),
        "vote_sent": _("Your dots are sent. You can change them until the vote is closed."),
        "vote_changed": _("Not sent yet. Press “Send my dots”."),
        "vote_result": _("Dots: {dots}"),
        "vote_tied": _("Dots: {dots}, tied"),
        "vote_begins": _("A vote is open: {title}"),
        "vote_over": _("The vote is closed: {title}"),
        "vote_over_sent": _("The vote is closed: {title} Your dots are counted."),
        "vote_over_unsent": _(
            "The vote is closed: {title} Dots that you did not send do not count."
        ),
    }


def vote_on_the_wall() -> dict[str, str]:
    """Return the words of the wall."""
    return {
        "vote_how": _("Dots for each: {dots}. Vote on your phone, or raise your hand."),
        "vote_result": _("Dots: {dots}"),
        "vote_tied": _("Dots: {dots}, tied"),
    }
