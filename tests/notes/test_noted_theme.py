"""Themes in the notes: titles and words, in every format, and no id that could lead anywhere."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from tests.notes.evening import Evening
from tests.notes.test_read_back import through_a_file
from workshop_kit.card import cards
from workshop_kit.notes.csv_table import theme_rows
from workshop_kit.notes.formats import FORMATS
from workshop_kit.notes.json_document import json_document, read
from workshop_kit.notes.outline import outline
from workshop_kit.notes.report import Report

IDEAS = [["A ride home", "Soup"], ["A ride home"], ["The Elders"]]


@pytest.fixture
def themed(evening: Evening) -> Evening:
    """A room that sorted its third question: one idea in two themes, one marked, one in none."""
    for items in IDEAS:
        evening.says("q3", shape="list", items=items)
    evening.says("q3", "kept_back", shape="list", items=["KEPT BACK"])
    found = cards(evening.store.entries(), "q3")
    rides = [one.id for one in found if one.text == "A ride home"]
    [elders] = [one.id for one in found if one.text == "The Elders"]
    themes = [
        {"id": "t1", "title": "# Rides", "cards": [rides[0], elders, "gone-1-0"]},
        {"id": "t2", "title": "Evenings", "cards": [rides[1]]},
        {"id": "t3", "title": "Empty", "cards": []},
    ]
    evening.keeps("themes", "q3", {"themes": themes, "minority": [elders]})
    return evening


def sorted_in(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    [found] = report.themes
    return [(one.title, one.ideas) for one in found.themes]


def test_a_theme_holds_words_and_no_ids(themed: Evening) -> None:
    report = themed.report()
    assert sorted_in(report) == [
        ("# Rides", ("A ride home", "The Elders")),
        ("Evenings", ("A ride home",)),
    ]
    assert report.themes[0].minority == ("The Elders",)
    text = json_document(report)
    for entry in themed.store.entries():
        assert entry.id[:16] not in text
        assert entry.author == "room" or entry.author not in text


def test_the_question_is_told_by_its_themes_and_then_what_stands_in_none(themed: Evening) -> None:
    three = outline(themed.report()).sections[2]
    assert [(group.heading, group.items) for group in three.groups] == [
        ("Theme: # Rides", ("A ride home (written 2 times)", "The Elders (minority view)")),
        ("Theme: Evenings", ("A ride home (written 2 times)",)),
        ("In no theme", ("Soup",)),
    ]


def test_parts_and_choices_stay_beside_the_themes(evening: Evening) -> None:
    evening.says("q6", shape="decision", committee="yes", names=["Youth table"])
    [one] = cards(evening.store.entries(), "q6")
    theme = {"id": "t1", "title": "Youth", "cards": [one.id]}
    evening.keeps("themes", "q6", {"themes": [theme]})
    headings = [group.heading for group in outline(evening.report()).sections[5].groups]
    assert headings == ["", "Which one?", "Theme: Youth"]


def test_every_format_has_them(themed: Evening) -> None:
    report = themed.report()
    for one in FORMATS.values():
        text = one.render(report)
        for words in ("Rides", "Evenings", "The Elders"):
            assert words in text, one.suffix
        assert "KEPT BACK" not in text
    assert (3, "How to start", "Theme: Evenings", "A ride home") in theme_rows(report)


def test_they_are_read_back_as_they_were(themed: Evening, tmp_path: Path) -> None:
    for number in range(2):
        before = themed.report()
        after = through_a_file(json_document(before), tmp_path / str(number))
        assert after == before
        if not number:
            themed.store.close_session(date(2026, 11, 23)).result()


def test_what_is_kept_back_later_leaves_the_notes(themed: Evening) -> None:
    found = themed.store.entries("answer")
    elders = next(one for one in found if "The Elders" in one.body["items"])
    review = next(one for one in themed.store.entries("review") if one.key == elders.id)
    body = {"decision": "kept_back", "answer_revision": 1}
    themed.keeps("review", elders.id, body, revision=review.revision)
    assert sorted_in(themed.report())[0] == ("# Rides", ("A ride home",))
    assert themed.report().themes[0].minority == ()


def test_files_of_earlier_versions_have_none(evening: Evening) -> None:
    text = json_document(evening.report())
    earlier = text.replace('"version": 4', '"version": 3').replace('    "themes": [],\n', "")
    assert "themes" not in earlier
    assert read(earlier) == evening.report()


@pytest.mark.parametrize(
    "themes",
    [
        [{"question": "q3", "themes": [{"title": "x", "ideas": ["nobody wrote this"]}]}],
        [{"question": "q3", "minority": ["nobody wrote this"]}],
        [{"question": "q3", "themes": [{"title": "x", "ideas": ["Soup", "Soup"]}]}],
        [{"question": "q3"}, {"question": "q3"}],
        [{"question": "q99", "themes": [{"title": "x", "ideas": ["Soup"]}]}],
    ],
    ids=["unknown", "unknown view", "idea twice", "question twice", "no such question"],
)
def test_themes_that_do_not_hold_together_are_refused(
    themed: Evening, themes: list[dict[str, Any]]
) -> None:
    report = themed.report().model_dump(mode="json")
    with pytest.raises(ValidationError):
        Report.model_validate(report | {"themes": themes})
