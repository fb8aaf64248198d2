"""Notes as a table, a row for each thing that was written, safe to open in a spreadsheet."""

import csv
import io

from workshop_kit.content.check import moods
from workshop_kit.notes.items import items
from workshop_kit.notes.noted_action import told
from workshop_kit.notes.noted_theme import theme_heading
from workshop_kit.notes.outline import check_name
from workshop_kit.notes.report import Report
from workshop_kit.spreadsheet import BYTE_ORDER_MARK, guarded
from workshop_kit.words import _, language

COLUMNS = ("question", "topic", "part", "answer")

Row = tuple[int, str, str, str]
StoryRow = tuple[str, str, str, str]


def rows(report: Report) -> list[Row]:
    """Return the table's rows: a question's number and topic, the part, and what was written."""
    return [
        (question.number, question.topic, part, text)
        for question in report.questions
        for part, text in (
            *((_("What the room keeps"), text) for text in question.room),
            *((_("From a table"), text) for lines in question.tables for text in lines),
            *items(question),
        )
    ]


def theme_rows(report: Report) -> list[Row]:
    """Return a row for each idea of each theme."""
    asked = {question.key: question for question in report.questions}
    return [
        (asked[one.question].number, asked[one.question].topic, theme_heading(theme), idea)
        for one in report.themes
        for theme in one.themes
        for idea in theme.ideas
    ]


def story_rows(report: Report) -> list[StoryRow]:
    """Return a row for each line of the group's own stories; they belong to no question."""
    return [
        ("", _("Our own story {number}", number=number), part, text)
        for number, story in enumerate(report.stories, start=1)
        for part, text in ((_("Title"), story.title), *story.lines)
    ]


def room_rows(report: Report) -> list[StoryRow]:
    """Return a row for each line, word, choice and part of what the room made together."""
    agreement = report.agreement.lines if report.agreement else ()
    return [
        *(("", _("Group agreement"), "", line) for line in agreement),
        *(
            ("", check_name(check), str(check.said[mood]), word)
            for check in report.checks
            for mood, word in moods(language()).items()
        ),
        *(
            ("", _("Vote: {title}", title=vote.title), str(choice.dots), choice.text)
            for vote in report.votes
            for choice in vote.choices
        ),
        *(
            ("", _("Action {number}", number=number), label, text)
            for number, action in enumerate(report.actions, start=1)
            for label, text in ((_("What"), action.what), *told(action))
        ),
    ]


def csv_table(report: Report) -> str:
    """Return a report as CSV that begins with a byte order mark."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    of_questions = (*rows(report), *theme_rows(report))
    for number, *words in (*of_questions, *story_rows(report), *room_rows(report)):
        writer.writerow((number, *map(guarded, words)))
    return BYTE_ORDER_MARK + text.getvalue()
