"""The nine questions: their order, their shapes, and what a wrong file is told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from workshop_kit.content.questions import question, questions, read_questions
from workshop_kit.errors import ContentError, UnknownQuestion
from workshop_kit.kinds import Answer

SHAPES = {
    "q1": "personal",
    "q2": "list",
    "q3": "list",
    "q4": "list",
    "q5": "list",
    "q6": "decision",
    "q7": "offers",
    "q8": "list",
    "q9": "action",
}
SUBJECTS = (
    "me and the place",
    "learn",
    "begin",
    "look after each other",
    "help us",
    "committee",
    "bring",
    "not here yet",
    "first",
)
"""A word of each of the toolkit's nine questions' meaning, in the toolkit's order."""


def test_there_are_nine_in_the_toolkits_order() -> None:
    assert [one.number for one in questions()] == list(range(1, 10))
    assert len(SUBJECTS) == len(questions())
    for one, subject in zip(questions(), SUBJECTS, strict=True):
        assert subject in one.text


def test_each_has_its_shape() -> None:
    assert {one.key: one.shape for one in questions()} == SHAPES


def test_an_answer_of_each_shape_is_one_that_the_room_takes() -> None:
    filled: dict[str, dict[str, Any]] = {
        "personal": {"share": True, "text": "a"},
        "list": {"items": ["a"]},
        "decision": {"committee": question("q6").choices[0].value},
        "offers": {part.key: "a" for part in question("q7").parts},
        "action": {"action": "a"},
    }
    for shape in set(SHAPES.values()):
        TypeAdapter(Answer).validate_python({"shape": shape, **filled[shape]})


def test_the_choices_and_parts_stand_where_they_belong() -> None:
    assert [choice.value for choice in question("q6").choices] == ["yes", "no", "unsure"]
    assert [part.key for part in question("q7").parts] == [
        "skills",
        "abilities",
        "passions",
        "connections",
        "ideas",
    ]
    assert all(part.label and part.hint for part in question("q7").parts)
    assert all(not one.choices for one in questions() if one.key != "q6")
    assert all(not one.parts for one in questions() if one.key != "q7")


def test_only_the_first_is_shared_by_a_tick_and_kept_out_of_notes_word_for_word() -> None:
    first = question("q1")
    assert first.share_label == "Share this with the room. Names are not shown."
    assert "stay on this phone" in first.share_hint
    assert [one.key for one in questions() if not one.verbatim_in_notes] == ["q1"]
    assert [one.key for one in questions() if one.share_label] == ["q1"]


def test_every_question_has_a_short_topic_a_hint_and_a_caution() -> None:
    for one in questions():
        assert 2 <= len(one.topic.split()) <= 4
        assert one.hint
        assert one.label
        assert one.caution
    for key in ("q5", "q6", "q8", "q9"):
        assert question(key).caution == "Groups only, no people."


def test_a_language_that_is_missing_falls_back_to_english() -> None:
    assert questions("xx") == questions("en")
    assert question("q3", "xx") == questions()[2]


@pytest.mark.parametrize("key", ["q0", "q10", "", "Q1"])
def test_an_unknown_question_is_named(key: str) -> None:
    with pytest.raises(UnknownQuestion, match=f"“{key}”"):
        question(key)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('shape = "list"', 'shape = "lists"', "question.1.shape"),
        ('topic = "How to start"\n', "", "question.2.topic: Field required"),
        ('value = "unsure"', 'value = "perhaps"', "the choices yes, no, unsure"),
        ('key = "ideas"', 'key = "idea"', "the parts skills, abilities"),
        ('key = "q4"', 'key = "q3"', "question 4 should have key “q4”"),
        ('share_hint = "', '# share_hint = "', "has share_label and share_hint"),
        ("https://www2", "www2", "question.0.source"),
    ],
)
def test_a_mistake_in_the_file_is_found(
    changed_copy: Callable[[str, str, str], Path], old: str, new: str, expected: str
) -> None:
    path = changed_copy("en/questions.toml", old, new)
    with pytest.raises(ContentError) as caught:
        read_questions(path)
    assert "“data/en/questions.toml”" in caught.value.message
    assert expected in caught.value.message


def test_the_line_of_a_mistake_is_named(changed_copy: Callable[[str, str, str], Path]) -> None:
    path = changed_copy("en/questions.toml", 'shape = "action"', 'shape = "act"')
    line = path.read_text("utf-8").split("\n").index('shape = "act"') + 1
    with pytest.raises(ContentError, match=f"line {line}"):
        read_questions(path)
