"""Check-in and check-out in the notes: a distribution from five people on, and never less."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.notes.evening import Evening
from workshop_kit.notes.csv_table import room_rows
from workshop_kit.notes.json_document import json_document, read
from workshop_kit.notes.noted_check import NotedCheck
from workshop_kit.notes.plain_text import plain_text
from workshop_kit.notes.read_back import entries_of
from workshop_kit.notes.report import report_of

HANDS = {"at_ease": 2, "heavy": 3}


def test_notes_tell_what_the_room_was_told(tmp_path: Path) -> None:
    evening = Evening(tmp_path)
    shown = {"state": "closed", "shown": True}
    evening.keeps("check", "check-in", shown | {"hands": HANDS})
    evening.keeps("check", "check-out", shown | {"hands": {"heavy": 4}})
    report = evening.report()
    assert [one.key for one in report.checks] == ["check-in"]
    text = plain_text(report)
    assert "Check-in: how people arrived" in text
    assert "  * At ease: 2\r\n  * Steady: 0\r\n" in text
    assert "Check-out" not in text
    rows = [row for row in room_rows(report) if row[1].startswith("Check")]
    assert [row[2:] for row in rows][-1] == ("3", "Heavy")
    back = report_of(evening.session, entries_of(read(json_document(report))), 0)
    assert back.checks == report.checks


@pytest.mark.parametrize("state", ["open", "closed"])
def test_one_that_the_room_was_not_shown_is_not_told(tmp_path: Path, state: str) -> None:
    evening = Evening(tmp_path)
    evening.keeps("check", "check-in", {"state": state, "hands": HANDS})
    assert evening.report().checks == ()


def test_notes_of_few_people_are_refused() -> None:
    with pytest.raises(ValidationError, match="fewer than 5"):
        NotedCheck.model_validate({"key": "check-in", "said": {"heavy": 4}})
