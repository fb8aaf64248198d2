"""Stories in the notes: those that may be told outside, in an order that is always the same."""

import pytest
from pydantic import ValidationError

from tests.notes.evening import STORY, Evening
from workshop_kit.notes.json_document import json_document, read
from workshop_kit.notes.noted_story import NotedStory


def test_only_what_may_be_told_outside_is_noted(evening: Evening) -> None:
    evening.tells("s1", **STORY)
    evening.tells("s2", **STORY | {"title": "ONLY HERE", "public": False})
    evening.tells("s3", title="A first story", public=True)
    stories = evening.report().stories
    assert [one.title for one in stories] == ["A first story", "A night at the rink"]
    assert stories[0].lines == ()
    assert read(json_document(evening.report())).stories == stories


def test_one_that_may_not_be_told_is_no_noted_story() -> None:
    with pytest.raises(ValidationError, match="public"):
        NotedStory.model_validate(STORY | {"public": False})


def test_files_of_the_first_version_have_no_stories(evening: Evening) -> None:
    text = json_document(evening.report())
    first = text.replace('"version": 4', '"version": 1').replace('    "stories": [],\n', "")
    assert "stories" not in first
    assert read(first) == evening.report()
