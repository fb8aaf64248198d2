"""What is said about tonight's agenda, on the facilitator's page, and what its steps are called."""

from typing import Any

from workshop_kit.content.agendas import agendas, step_words
from workshop_kit.words import _, language

USUAL = "two-hours"
"""The agenda that is chosen as long as nobody chooses another."""


def agenda_told() -> dict[str, Any]:
    """Return the agendas to choose from, and what to say and do in each kind of step."""
    spoken = language()
    return {
        "agendas": [
            {
                "key": one.key,
                "title": one.title,
                "lead": one.lead,
                "minutes": one.minutes,
                "steps": sum(not step.after for step in one.steps),
                "usual": one.key == USUAL,
            }
            for one in agendas(spoken)
        ],
        "steps": {
            kind.value: words.model_dump(mode="json", exclude={"key"})
            for kind, words in step_words(spoken).items()
        },
    }


def step_titles() -> dict[str, str]:
    """Return what each kind of step is called."""
    return {kind.value: words.title for kind, words in step_words(language()).items()}


def agenda_words() -> dict[str, str]:
    """Return the words of the agenda and of the running step."""
    return _running() | _list() | _choosing() | _putting_in()


def _running() -> dict[str, str]:
    return {
        "now": _("Now"),
        "about": _("{title}: {about}"),
        "place": _("Step {number} of {total}"),
        "not_begun": _("The evening has not begun. The first step:"),
        "begin": _("Begin: {step}"),
        "next": _("Next: {step}"),
        "more": _("+{number} minutes"),
        "back": _("One step back"),
        "undo": _("Undo"),
        "undone": _("Undone. All is as it was before."),
        "gone": _("Now: {step}. The wall shows it, and phones are told."),
        "lengthened": _("{number} minutes more for this step."),
        "parts": _("Parts of this step"),
        "part": _("{title}: {number} min"),
        "part_now": _("Now: {part}"),
        "left": _("Time left for this step"),
        "of": _("of {number} minutes, until {time}"),
        "over": _("{time} over"),
        "is_short": _("Nearly over. Bring this step to an end."),
        "is_over": _("The time is up. Nothing is cut off: go on when the room is ready."),
        "say": _("Say"),
        "do": _("Do"),
        "watch_for": _("Watch for"),
        "shown": _("On phones: {phones} On the wall: {wall}"),
    }


def _list() -> dict[str, str]:
    return {
        "title": _("Tonight"),
        "takes": _("{number} minutes in all."),
        "on_time": _("On time. Ends about {time}."),
        "late": _("Ends about {time}: {number} minutes later than planned."),
        "early": _("Ends about {time}: {number} minutes earlier than planned."),
        "minutes": _("{number} min"),
        "done": _(" (done)"),
        "go": _("Go to this step"),
        "fewer": _("{number} minutes less"),
        "earlier": _("Move up"),
        "later": _("Move down"),
        "drop": _("Leave out"),
        "changed": _("The time of “{step}” is changed."),
        "moved": _("“{step}” is moved."),
        "dropped": _("“{step}” is left out. Undo brings it back."),
    }


def _choosing() -> dict[str, str]:
    return {
        "lead": _(
            "An agenda keeps the time, tells what to say, and takes wall and phones along. "
            "You can also lead without one."
        ),
        "choose": _("Which agenda do you begin with?"),
        "length": _("{number} minutes, {steps} steps. You can change all of it."),
        "choose_one": _("Choose an agenda"),
        "another": _("Another agenda, or none"),
        "use": _("Use this agenda"),
        "used": _("“{title}” is the agenda of this evening."),
        "without": _("Do without an agenda"),
        "cleared": _("This evening has no agenda. Undo brings it back."),
    }


def _putting_in() -> dict[str, str]:
    return {
        "put_in": _("Put in a step"),
        "what": _("What people do"),
        "which_question": _("Which question"),
        "which_part": _("Which part is read"),
        "name": _("Name of the step"),
        "name_hint": _("If it should be called something else"),
        "how_long": _("How many minutes"),
        "where": _("After which step"),
        "at_the_start": _("At the very start"),
        "add": _("Put it in"),
        "added": _("“{step}” is put in."),
        "wrong_minutes": _("“{value}” is no length. Give a number of minutes from 1 to 240."),
    }
