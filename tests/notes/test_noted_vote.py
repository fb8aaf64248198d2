"""Votes in the notes: what came of them, and nothing of who gave what."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from tests.notes.evening import Evening
from workshop_kit.notes.csv_table import room_rows
from workshop_kit.notes.formats import FORMATS
from workshop_kit.notes.json_document import json_document, read
from workshop_kit.notes.noted_vote import NotedVote
from workshop_kit.notes.outline import outline
from workshop_kit.notes.read_back import entries_of
from workshop_kit.vote import BallotBody

OPTIONS = [
    {"id": one, "text": text} for one, text in (("o1", "Tea"), ("o2", "Soup"), ("o3", "Cake"))
]
VOTE: dict[str, Any] = {"title": "What to eat?", "options": OPTIONS, "dots": 2, "most": 2}
LINES = ["Anyone may pass.", "# Listen to the end."]


@pytest.fixture
def voted(evening: Evening) -> Evening:
    """A room that agreed, and voted twice; one vote is still open."""
    evening.keeps("agreement", "group", {"lines": LINES, "agreed": True})
    for key, state in (("v1", "closed"), ("v2", "open")):
        evening.keeps("vote", key, VOTE | {"state": "open", "hands": {"o3": 2}})
        for dots in ({"o1": 1, "o2": 1}, {"o2": 2}, {}):
            evening.votes(key, BallotBody(dots=dots))
        evening.keeps("vote", key, VOTE | {"state": state, "hands": {"o3": 2}}, revision=1)
    return evening


def test_only_closed_votes_are_noted_with_the_dots_of_phones_and_hands(voted: Evening) -> None:
    [vote] = voted.report().votes
    assert [(one.text, one.dots) for one in vote.choices] == [("Soup", 3), ("Cake", 2), ("Tea", 1)]
    assert len(entries_of(voted.report())) > 0


def test_a_vote_that_was_left_open_counts_once_the_workshop_is_over(voted: Evening) -> None:
    voted.store.close_session(date(2026, 11, 23)).result()
    first, second = voted.report().votes
    assert first == second
    assert read(json_document(voted.report())).votes == (first, second)


def test_agreement_and_votes_stand_after_the_questions(voted: Evening) -> None:
    agreed, vote = outline(voted.report()).sections[-2:]
    assert (agreed.heading, agreed.counts) == ("Group agreement", "The room agreed on it.")
    assert agreed.groups[0].items == tuple(LINES)
    assert vote.heading == "Vote: What to eat?"
    assert vote.groups[0].items == ("Soup (Dots: 3)", "Cake (Dots: 2)", "Tea (Dots: 1)")


def test_every_format_has_them(voted: Evening) -> None:
    report = voted.report()
    for one in FORMATS.values():
        text = one.render(report)
        for words in ("Soup", "What to eat?", "Anyone may pass."):
            assert words in text, one.suffix
    assert ("", "Vote: What to eat?", "3", "Soup") in room_rows(report)


def test_files_of_the_second_version_have_neither(evening: Evening) -> None:
    text = json_document(evening.report())
    second = text.replace('"version": 4', '"version": 2').replace('    "agreement": null,\n', "")
    second = second.replace('    "votes": [],\n', "")
    assert "votes" not in second
    assert read(second) == evening.report()


def test_nothing_is_noted_where_nobody_voted_or_agreed(evening: Evening) -> None:
    report = evening.report()
    assert (report.agreement, report.votes) == (None, ())
    assert len(outline(report).sections) == 9


@pytest.mark.parametrize(
    "choices",
    [
        [("Tea", 1), ("Soup", 2)],
        [("Tea", 2), ("tea", 1)],
        [("Tea", 2)],
    ],
    ids=["not in order", "twice", "one only"],
)
def test_a_vote_that_does_not_hold_together_is_refused(choices: list[tuple[str, int]]) -> None:
    with pytest.raises(ValidationError):
        NotedVote.model_validate(
            {"title": "x", "dots": 1, "most": 1}
            | {"choices": [{"text": text, "dots": dots} for text, dots in choices]}
        )
