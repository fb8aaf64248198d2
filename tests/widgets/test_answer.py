"""The bodies that the page makes of its fields are the ones that the room takes."""

import base64
from typing import Any

import pytest
from playwright.sync_api import Page

from workshop_kit.content.questions import Question, questions
from workshop_kit.errors import KitError
from workshop_kit.kinds import KINDS, MAX_ANSWER
from workshop_kit.widgets.asset import FOLDER

pytestmark = pytest.mark.browser

BY_KEY = {one.key: one for one in questions()}
WRITTEN: dict[str, dict[str, Any]] = {
    "q1": {"text": "  q̓ic̓əy \n", "share": True},
    "q3": {"items": "\n A movie night \r\n\n\tInvite the hotel\n"},
    "q6": {"committee": "yes", "names": "Action team\n\nCircle"},
    "q7": {"skills": " minutes ", "abilities": "", "passions": "", "connections": "", "ideas": "ü"},
    "q9": {"action": "Call them \U0001f33f"},
}


@pytest.fixture
def answers(blank: Page) -> Page:
    """A page where the module can be called as ``answers``."""
    code = base64.b64encode((FOLDER / "answer.js").read_bytes()).decode()
    blank.evaluate(f"import('data:text/javascript;base64,{code}').then(m => window.answers = m)")
    return blank


def _call(page: Page, name: str, question: Question, *more: Any) -> Any:
    given = [question.model_dump(mode="json"), *more]
    return page.evaluate("([name, ...given]) => answers[name](...given)", [name, *given])


@pytest.mark.parametrize("key", WRITTEN)
def test_what_was_written_becomes_a_body_in_its_one_normal_form(answers: Page, key: str) -> None:
    body = _call(answers, "bodyOf", BY_KEY[key], WRITTEN[key])
    assert KINDS["answer"].checked(body) == body
    assert _call(answers, "problemOf", BY_KEY[key], WRITTEN[key], MAX_ANSWER) == ""
    fields = _call(answers, "fieldsOf", BY_KEY[key], body)
    assert _call(answers, "bodyOf", BY_KEY[key], fields) == body


def test_words_without_the_tick_are_not_in_the_body(answers: Page) -> None:
    fields = {"text": "only for me", "share": False}
    body = _call(answers, "bodyOf", BY_KEY["q1"], fields)
    assert body == {"shape": "personal", "share": False, "text": ""}
    assert KINDS["answer"].checked(body) == body


def test_names_of_a_committee_are_sent_only_where_there_is_one(answers: Page) -> None:
    fields = {"committee": "no", "names": "left from before"}
    assert _call(answers, "bodyOf", BY_KEY["q6"], fields)["names"] == []


def test_half_a_character_is_replaced_so_that_it_can_be_stored(answers: Page) -> None:
    page_text = "({ action: 'a\\ud83d b' })"
    body = answers.evaluate(f"answers.bodyOf({{ shape: 'action' }}, {page_text})")
    assert KINDS["answer"].checked(body) == {"shape": "action", "action": "a� b"}


@pytest.mark.parametrize(
    ("key", "fields", "problem"),
    [
        ("q1", {"text": " \n", "share": True}, "empty"),
        ("q3", {"items": "\n\n"}, "empty"),
        ("q3", {"items": "x\n" * 101}, "too_many"),
        ("q6", {"committee": "", "names": "x"}, "choose"),
        ("q9", {"action": "\U0001f33f" * (MAX_ANSWER + 1)}, "too_long"),
    ],
)
def test_what_the_room_would_refuse_is_found_before_it_is_sent(
    answers: Page, key: str, fields: dict[str, Any], problem: str
) -> None:
    assert _call(answers, "problemOf", BY_KEY[key], fields, MAX_ANSWER) == problem
    with pytest.raises(KitError):
        KINDS["answer"].checked(_call(answers, "bodyOf", BY_KEY[key], fields))


def test_exactly_as_long_as_may_be_is_not_too_long(answers: Page) -> None:
    fields = {"action": "\U0001f33f" * MAX_ANSWER}
    assert _call(answers, "problemOf", BY_KEY["q9"], fields, MAX_ANSWER) == ""
    KINDS["answer"].checked(_call(answers, "bodyOf", BY_KEY["q9"], fields))
