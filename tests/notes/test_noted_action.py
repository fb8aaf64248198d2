"""The action plan in the notes: every part in every format, and back again."""

from datetime import date

import pytest

from tests.notes.evening import Evening
from workshop_kit.notes.formats import FORMATS
from workshop_kit.notes.json_document import json_document, read
from workshop_kit.notes.outline import outline

ACTION = {
    "what": "=Ask the action team to come",
    "who": "q̓ic̓əy̓ centre",
    "by_when": "2027-01-05",
    "with_what": "A letter",
    "who_should_know": "The school",
    "status": "started",
}


@pytest.fixture
def planned(evening: Evening) -> Evening:
    """A room with a plan."""
    evening.keeps("action", "a2", {"what": "Posters"})
    evening.keeps("action", "a1", ACTION)
    evening.keeps("plan", "plan", {"review_on": "2027-02-01"})
    return evening


def test_it_stands_last_with_all_that_was_said(planned: Evening) -> None:
    plan = outline(planned.report()).sections[-1]
    assert (plan.heading, plan.counts) == ("Action plan", "2 actions")
    assert plan.remark == "The group looks at it again on February 1, 2027."
    first, second = plan.groups[0].items
    assert first.splitlines() == [
        "=Ask the action team to come",
        "Who: q̓ic̓əy̓ centre",
        "By when: January 5, 2027",
        "With what: A letter",
        "Who should know: The school",
        "Status: Begun",
    ]
    assert second == "Posters\nStatus: Not begun"


def test_every_format_has_it_and_json_reads_it_back(planned: Evening) -> None:
    report = planned.report()
    for one in FORMATS.values():
        text = one.render(report)
        assert "Ask the action team to come" in text, one.suffix
        assert "q̓ic̓əy̓ centre" in text, one.suffix
    again = read(json_document(report))
    assert (again.actions, again.review_on) == (report.actions, date(2027, 2, 1))


def test_a_day_alone_is_a_plan_too(evening: Evening) -> None:
    evening.keeps("plan", "plan", {"review_on": "2027-02-01"})
    assert outline(evening.report()).sections[-1].heading == "Action plan"
