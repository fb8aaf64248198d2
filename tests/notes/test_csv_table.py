"""The table: every thing that was written, once, and nothing that a spreadsheet would run."""

import csv
import io
from itertools import pairwise

from hypothesis import given, settings

from tests.notes.evening import Evening
from tests.notes.reports import reports
from workshop_kit.notes.csv_table import COLUMNS, csv_table, room_rows, rows, story_rows, theme_rows
from workshop_kit.notes.report import Report
from workshop_kit.spreadsheet import unguarded


def parsed(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_is_utf_8_that_excel_knows_with_a_row_for_each_thing(full: Evening) -> None:
    text = csv_table(full.report())
    assert text.encode("utf-8").startswith(b'\xef\xbb\xbf"question"')
    head, *body = parsed(text)
    assert head == list(COLUMNS)
    assert sorted(row[3] for row in body if row[0] == "2") == ["the law", "what signs look like"]
    assert ["7", "What I can offer", "Ideas", "q̓ic̓əy̓ on the poster"] in body
    assert ["6", "A committee", "", "Yes, and I can name it"] in body
    assert ["6", "A committee", "Which one?", "Youth table"] in body
    assert "1" not in {row[0] for row in body}


def test_a_story_has_a_row_for_each_thing_and_no_number(full: Evening) -> None:
    _head, *body = parsed(csv_table(full.report()))
    assert [row[1:] for row in body if not row[0]] == [
        ["Our own story 1", "Title", "A night at the rink"],
        ["Our own story 1", "What we did", "'=Help lines on the boards\nand in the dressing rooms"],
        ["Our own story 1", "Who worked together", "q̓ic̓əy̓ centre"],
        ["Our own story 1", "Who worked together", "Minor hockey"],
        ["Our own story 1", "What changed", "Two teams asked for a talk."],
        ["Our own story 1", "Link", "https://example.org/rink"],
    ]


def test_what_one_person_wrote_does_not_stand_together(evening: Evening) -> None:
    for person in range(8):
        evening.says("q3", shape="list", items=[f"{person} a", f"{person} b", f"{person} c"])
    people = [row[3][0] for row in rows(evening.report())]
    assert len(people) == 24
    assert sum(a == b for a, b in pairwise(people)) < 8


@settings(max_examples=50, deadline=None)
@given(reports())
def test_every_row_reads_back(report: Report) -> None:
    _head, *body = parsed(csv_table(report))
    read = [(row[0], *map(unguarded, row[1:])) for row in body]
    expected = [(str(number), *words) for number, *words in (*rows(report), *theme_rows(report))]
    assert read == [*expected, *story_rows(report), *room_rows(report)]
