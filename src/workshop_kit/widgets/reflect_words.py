"""What the participant's form says, in the reader's language; pages fill the ``{places}``."""

from workshop_kit.widgets.agreement_words import agreement_on_phones
from workshop_kit.widgets.card_sort_words import card_sort_on_phones
from workshop_kit.widgets.check_words import check_on_phones
from workshop_kit.widgets.here_words import a_pause, where_the_group_is
from workshop_kit.widgets.offers_words import contact_on_phones
from workshop_kit.widgets.table_words import table_on_phones
from workshop_kit.widgets.vote_words import vote_on_phones
from workshop_kit.words import _


def reflect_words() -> dict[str, str]:
    """Return every text of the form that is not a question's own."""
    return around_the_form() | _notices() | _status() | _buttons() | _problems() | _taking_back()


def around_the_form() -> dict[str, str]:
    """Return the texts around the sheets, which a single question inside a section has not."""
    return (
        {
            "title": _("Nine questions"),
            "lead": _("Answer what you like, in any order. You may skip any question."),
            "privacy": _(
                "Names are not shown. Your words stay on this phone until you press Send. "
                "Please leave out names and details that could point to a person."
            ),
            "questions": _("List of questions"),
            "all_questions": _("All questions"),
            "done": _("Done: {number} of {total}"),
            "place": _("Question {number} of {total} · {topic}"),
            "place_with_group": _("Question {number} of {total} · {topic} · The group is here"),
            "before": _("Question before"),
            "after": _("Next question"),
            "pause_over": _("Go on writing"),
            "talk_short": _("Talk to someone"),
        }
        | where_the_group_is()
        | a_pause()
        | _marks()
        | _taking_everything_back()
        | agreement_on_phones()
        | vote_on_phones()
        | card_sort_on_phones()
        | check_on_phones()
        | table_on_phones()
        | contact_on_phones()
    )


def _taking_everything_back() -> dict[str, str]:
    return {
        "take_back_all": _("Take back everything I wrote"),
        "closing_back": _("Take back what is yours"),
        "closing_lines": _("Show the help lines"),
        "take_back_all_ask": _(
            "Take back everything? All that you sent is removed from the room, "
            "and all that you wrote is removed from this phone. "
            "A line that the table or the room has taken over stays with them."
        ),
        "all_taken_back": _("Everything is taken back. Removed from the room: {number}."),
    }


def _notices() -> dict[str, str]:
    return {
        "one_each_line": _("One on each line."),
        "joining": _("Looking for the workshop…"),
        "looking": _(
            "The workshop does not answer yet. You can write; your words stay on this phone."
        ),
        "no_room": _(
            "This page is not in a workshop. You can write, and your words stay on this device. "
            "They are gone when you close the page."
        ),
        "not_joined": _(
            "This page is no longer in the workshop. "
            "What you did not send is still on this phone. Join again with the code."
        ),
        "join_again": _("Join again"),
        "not_begun": _("The workshop has not begun. The questions open later."),
        "session_closed": _(
            "The workshop has ended. Nothing more can be sent or changed. "
            "Words that were not sent are removed from this phone. "
            "Press Leave: then what you sent no longer stands here either."
        ),
    }


def _status() -> dict[str, str]:
    return {
        "only_here": _("Only on this phone"),
        "only_device": _("Only on this device"),
        "only_here_newer": _("Only on this phone. The room still has what you sent before."),
        "sending": _("Sending…"),
        "trying": _("Not sent yet, trying again"),
        "sending_more": _("Sending… What you changed since then is only on this phone."),
        "trying_more": _(
            "Not sent yet, trying again. What you changed since then is only on this phone."
        ),
        "sent": _("Sent"),
        "sent_at": _("Sent {time}"),
        "skipped": _("Skipped"),
        "skipped_at": _("Skipped {time}"),
        "kept": _("Kept on this phone"),
        "kept_at": _("Kept on this phone since {time}"),
        "taking_back": _("Taking back…"),
        "trying_back": _("Not taken back yet, trying again"),
        "taken_back": _("Taken back"),
        "refused": _("This could not be sent. Your words are still on this phone."),
        "conflict": _("You changed this on another page too. Choose which words to keep."),
        "changed_elsewhere": _("You changed this on another page. Look at it, then choose again."),
        "opens_later": _("This question is not open yet. It opens later."),
        "closed_unsent": _(
            "This question is closed now. Your words are still on this phone, not sent."
        ),
        "closed_sent": _("This question is closed. This is what you sent."),
        "closed_older": _("This question is closed. What you sent before stands."),
        "closed_nothing": _("This question is closed. You sent nothing, and that is fine."),
        "skipped_told": _("You skipped this question. That is fine."),
        "kept_told": _(
            "Your words stay on this phone. The room knows only that somebody kept an answer."
        ),
        "kept_elsewhere": _(
            "You kept this answer to yourself. The room knows only that somebody did."
        ),
    }


def _buttons() -> dict[str, str]:
    return {
        "send": _("Send to the room"),
        "keep": _("Keep on this phone"),
        "skip": _("Skip"),
        "change": _("Change"),
        "leave_as_it_was": _("Leave it as it was"),
        "answer_after_all": _("Answer after all"),
        "mine": _("Your words here"),
        "keep_mine": _("Keep mine"),
        "other": _("What the room has"),
        "other_gone": _("Nothing: it was taken back on another page."),
        "keep_other": _("Keep the other"),
    }


def _problems() -> dict[str, str]:
    return {
        "empty": _("Nothing is written yet. Write something, or skip this question."),
        "choose": _("Choose one of the answers first, or skip this question."),
        "letters_left": _("Room for more letters: {number}."),
        "too_long": _("Too many letters: {number}. Nothing is cut off. Shorten it, then send."),
        "too_many": _("There are more than 100 lines. Put some together, then send."),
    }


def _taking_back() -> dict[str, str]:
    return {
        "take_back": _("Take back"),
        "take_back_ask": _(
            "Take this answer back? It is removed from the room and from this phone."
        ),
        "take_back_yes": _("Yes, take it back"),
        "take_back_no": _("No, leave it"),
    }


def _marks() -> dict[str, str]:
    return {
        "mark_sent": _("sent"),
        "mark_kept": _("kept on this phone"),
        "mark_skipped": _("skipped"),
        "mark_here": _("only on this phone"),
        "mark_going": _("not sent yet"),
        "mark_waiting": _("opens later"),
        "mark_closed": _("closed"),
        "mark_group": _("the group is here"),
    }
