"""The shapes of answers: what each must hold."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from workshop_kit.answers import MAX_ANSWER, Answer, DecisionAnswer, OffersAnswer

ANSWER: TypeAdapter[Any] = TypeAdapter(Answer)


@pytest.mark.parametrize(
    "body",
    [
        {"shape": "personal", "share": True, "text": "why I am here"},
        {"shape": "personal", "share": False, "text": ""},
        {"shape": "personal"},
        {"shape": "list", "items": ["one", "two"]},
        {"shape": "decision", "committee": "no"},
        {"shape": "decision", "committee": "yes", "names": ["the committee"]},
        {"shape": "offers", "ideas": "a list at the band office"},
        {"shape": "action", "action": "call them"},
        {"shape": "skipped"},
    ],
)
def test_answers_of_each_shape(body: dict[str, Any]) -> None:
    assert ANSWER.validate_python(body).shape == body["shape"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"shape": "essay", "text": "x"},
        {"shape": "personal", "share": False, "text": "not to be sent"},
        {"shape": "personal", "share": True, "text": "  "},
        {"shape": "list", "items": []},
        {"shape": "list", "items": ["one", " "]},
        {"shape": "list", "items": ["\x00"]},
        {"shape": "list", "items": "one"},
        {"shape": "list", "items": ["x"] * 101},
        {"shape": "decision"},
        {"shape": "decision", "committee": "perhaps"},
        {"shape": "offers"},
        {"shape": "offers", "skills": "\t"},
        {"shape": "action", "action": ""},
        {"shape": "action", "action": "x", "author": "me"},
        {"shape": "skipped", "text": "x"},
    ],
)
def test_answers_that_are_none(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ANSWER.validate_python(body)


def test_space_around_is_not_kept() -> None:
    found = ANSWER.validate_python({"shape": "list", "items": ["  one\n", "\x00 two"]})
    assert found.items == ("one", "two")


def test_words_are_what_a_person_wrote() -> None:
    decision = DecisionAnswer.model_validate({"committee": "yes", "names": ["A", "B"]})
    assert decision.texts() == ["A", "B"]
    assert OffersAnswer(skills="s", ideas="i").texts() == ["s", "i"]


def test_all_parts_together_are_measured() -> None:
    half = "x" * (MAX_ANSWER // 2)
    OffersAnswer(skills=half, ideas=half)
    with pytest.raises(ValidationError, match="too long"):
        OffersAnswer(skills=half, ideas=half, passions="x")
