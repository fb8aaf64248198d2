"""What is said about questions and about the review of their answers."""

from workshop_kit.widgets.edited_lines_words import edited_lines_words
from workshop_kit.words import _


def questions_words() -> dict[str, str]:
    """Return the words of the list of questions."""
    return {
        "title": _("Questions"),
        "waiting": _("Not open"),
        "open": _("Open"),
        "closed": _("Closed"),
        "now": _("Now"),
        "answers": _("{number} answered"),
        "open_all": _("Open all"),
        "close_all": _("Close all"),
        "all_open": _("Every question that was not open yet is open now."),
        "all_closed": _("Every question that was open is closed now."),
    }


def chosen_words() -> dict[str, str]:
    """Return the words about the one question that is worked on."""
    return {
        "title": _("The chosen question"),
        "state": _("{question} · {state}"),
        "state_waiting": _("not open"),
        "state_open": _("open"),
        "state_closed": _("closed"),
        "open": _("Open this question"),
        "close": _("Close and review"),
        "open_again": _("Open again"),
        "opened": _("{question} is open. Phones can answer it now."),
        "closed": _("{question} is closed. You can read the answers now."),
        "note_waiting": _("Open it, and phones can answer it. The projector shows it too."),
        "note_open": _("Answers are hidden until you close the question. Leave people time."),
        "note_closed": _("Phones can no longer change what they sent, unless you open it again."),
        "note_over": _("The workshop is closed. Answers can no longer be changed."),
        "answered": _("answered"),
        "skipped": _("skipped"),
        "private": _("kept private"),
        "for_others": _("of them entered for others"),
    }


def review_words() -> dict[str, str]:
    """Return the words of the review."""
    return _deciding() | _of_tables() | _setting_aside()


def _deciding() -> dict[str, str]:
    return {
        "title": _("Review"),
        "tally": _(
            "In mixed order. Not decided: {waiting}. Approved: {approved}. Kept back: {kept_back}."
        ),
        "reading": _("Reading the answers…"),
        "counted_only": _(
            "The notes only count answers to this question. They never hold its words."
        ),
        "nothing": _("There is no answer to read."),
        "private": _("Kept private on phones: {number}. Nobody can read those."),
        "approve": _("Approve"),
        "keep_back": _("Keep back"),
        "set_aside": _("Set aside"),
        "undo": _("Undo"),
        "number": _("answer {number} of {of}"),
        "is_approved": _("Approved"),
        "is_kept_back": _("Kept back"),
        "is_set_aside": _("Set aside"),
        "done_approved": _("Approved. It may be shown and goes into the notes."),
        "done_approved_counted": _("Approved. It may be shown. The notes only count it."),
        "done_kept_back": _("Kept back. It is not shown and not in the notes."),
        "done_set_aside": _("Set aside. It is out of every view and out of the notes."),
        "undone": _("Undone. Nothing is decided about this answer."),
        "changed": _("This answer was changed or taken back. The list is new now; read it again."),
        "approve_rest": _("Approve all that are left ({number})"),
        "approve_rest_text": _(
            "This approves every answer that you have not decided on. "
            "Read them first: they may be shown on the wall."
        ),
        "approve_rest_sure": _("Yes, approve {number}"),
        "not_yet": _("Not yet"),
        "show_approved": _("Show approved on the screen"),
        "on_screen": _("The projector shows the approved answers now."),
    }


def _of_tables() -> dict[str, str]:
    return {
        "from_alone": _("From single people"),
        "from_tables": _("From the tables"),
        "table": _("Table {number}"),
        "show_tables": _("Show approved tables on the screen"),
        "tables_on_screen": _("The projector shows what you approved of the tables now."),
    }


def _setting_aside() -> dict[str, str]:
    return {
        "set_aside_count": _("Set aside: {number}"),
        "set_aside_note": _("These are in no view and in no notes."),
        "set_aside_answer": _("of an answer that was set aside"),
        "show_words": _("Show the words"),
        "what_to_do": _("What to do now"),
        "understood": _("Back to the review"),
    }


def kept_words() -> dict[str, str]:
    """Return the words about what the room keeps of a question."""
    return edited_lines_words() | {
        "title": _("What the room keeps"),
        "lead": _(
            "Choose lines from above, or write what the room agrees on. It goes into the notes."
        ),
        "new_line": _("A line of the room's own"),
        "add": _("Keep it"),
        "added": _("The room keeps: {line}"),
        "offered": _("From what you approved"),
        "take": _("Keep this"),
        "show": _("Show what the room keeps"),
        "shown": _("The projector shows what the room keeps now."),
        "doubtful": _("You no longer approve the answer behind this. Remove it here too: {lines}"),
    }
