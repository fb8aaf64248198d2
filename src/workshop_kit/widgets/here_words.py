"""What every page of a participant says of the group: the pause, where it is, whom to talk to."""

from typing import Any

from workshop_kit.content.questions import questions
from workshop_kit.widgets.agenda_words import step_titles
from workshop_kit.words import _, language


def here_told() -> dict[str, Any]:
    """Return what ``here.js`` is told by the page, in the reader's language; fit for JSON."""
    asked = questions(language())
    return {
        "words": here_words(),
        "questions": {one.key: {"number": one.number, "topic": one.topic} for one in asked},
        "steps": step_titles(),
    }


def here_words() -> dict[str, str]:
    """Return its words."""
    return (
        where_the_group_is()
        | a_pause()
        | _talk()
        | {
            "pause_over": _("Go on reading"),
            "vote_waits": _("There is a vote on your phone."),
            "check_waits": _("You can say in one word how you are."),
            "sort_waits": _("You can sort ideas on your phone."),
            "tables_wait": _("Your table can write its answer now."),
        }
    )


def where_the_group_is() -> dict[str, str]:
    """Return the words of an offer to go where the group is."""
    return {
        "the_group": _("Where the group is"),
        "group_at": _("The group is at question {number}: {topic}."),
        "step_now": _("Now: {step}, until about {time}."),
        "go_there": _("Go there"),
        "read_along": _("Read along"),
        "stay_here": _("Stay here"),
        "seen": _("All right"),
    }


def a_pause() -> dict[str, str]:
    """Return the words of a pause for everyone."""
    return {
        "pause": _("A pause"),
        "pause_text": _(
            "Take a breath. What you wrote is safe. You can step out, and come back or not."
        ),
    }


def _talk() -> dict[str, str]:
    return {
        "talk": _("I would like to talk to someone"),
        "talk_person": _("{name} is here for this. You can go to them now, or step out."),
        "talk_nobody": _("Go to the person who leads, or to anybody you trust. You can step out."),
        "talk_how": _(
            "If you press the next button, the person who leads hears that someone would like to "
            "talk. They do not hear who. So they will come around, or say aloud where to go."
        ),
        "talk_ask": _("Tell them that someone would like to talk"),
        "talk_trying": _("Not sent yet, trying again"),
        "talk_told": _("They have been told. Your name was not."),
        "talk_failed": _("This could not be sent. Go to the person who leads, or call a line."),
    }
