"""Tables and room in the notes: what was approved and kept, without the number of a table."""

import pytest
from pydantic import ValidationError

from tests.notes.evening import Evening
from workshop_kit.notes.csv_table import rows
from workshop_kit.notes.formats import FORMATS
from workshop_kit.notes.json_document import json_document, read
from workshop_kit.notes.noted_question import NotedQuestion
from workshop_kit.notes.outline import outline
from workshop_kit.notes.read_back import entries_of


@pytest.fixture
def together(evening: Evening) -> Evening:
    """Two tables of three are approved or wait, and the room keeps two lines."""
    evening.says("q5", shape="list", items=["Written alone"])
    evening.keeps("question", "q5", {"state": "open", "tables": True})
    for table, decision in ((41, "approved"), (42, None), (43, "kept_back")):
        lines = [{"id": "a", "text": f"Said at {decision}"}, {"id": "b", "text": "=And this"}]
        entry = evening.keeps("table_answer", f"q5-{table}", {"lines": lines})
        if decision:
            evening.decides(entry, decision)
    evening.keeps("room_answer", "q5", {"lines": ["We keep this", "And that"]})
    return evening


def five(evening: Evening) -> NotedQuestion:
    return evening.report().questions[4]


def test_only_what_was_approved_of_tables_is_noted(together: Evening) -> None:
    assert five(together).tables == (("Said at approved", "=And this"),)
    assert five(together).room == ("We keep this", "And that")


def test_the_room_stands_first_and_single_people_last(together: Evening) -> None:
    section = outline(together.report()).sections[4]
    assert [(group.heading, group.items) for group in section.groups] == [
        ("What the room keeps", ("We keep this", "And that")),
        ("From the tables", ("Said at approved", "=And this")),
        ("From single people", ("Written alone",)),
    ]
    assert section.remark == ""


def test_every_format_has_them_and_none_says_which_table(together: Evening) -> None:
    report = together.report()
    for one in FORMATS.values():
        text = one.render(report)
        for words in ("We keep this", "Said at approved"):
            assert words in text, one.suffix
        assert "Said at None" not in text
        assert "41" not in text.replace(str(report.held_on), "")
    assert (5, "Local help", "From a table", "=And this") in rows(report)


def test_they_are_read_back(together: Evening) -> None:
    report = read(json_document(together.report()))
    assert report == together.report()
    kinds = {entry.kind for entry in entries_of(report)}
    assert {"table_answer", "room_answer"} <= kinds


def test_files_of_the_third_version_have_neither(evening: Evening) -> None:
    report = evening.report()
    text = json_document(report).replace('"version": 4', '"version": 3')
    third = text.replace(',\n        "tables": [],\n        "room": []', "")
    assert '"tables"' not in third
    assert read(third) == report


def test_a_question_of_each_person_alone_has_no_tables(evening: Evening) -> None:
    one = evening.report().questions[0]
    with pytest.raises(ValidationError, match="each person alone"):
        NotedQuestion.model_validate(one.model_dump() | {"room": ["x"]})
