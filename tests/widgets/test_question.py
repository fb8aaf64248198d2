"""One question: skip, keep, share, change, take back; open, closed, too long."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.widgets.phone import Phone
from workshop_kit.kinds import MAX_ANSWER

pytestmark = pytest.mark.browser


def _said(page: Page) -> list[str]:
    said: list[str] = []
    page.on("request", lambda request: said.append(f"{request.url} {request.post_data}"))
    return said


def test_words_without_the_tick_never_leave_the_phone(phone: Phone) -> None:
    said = _said(phone.page)
    phone.go(1)
    phone.box.fill("only for me")
    phone.press("Keep on this phone")
    expect(phone.status).to_have_text(re.compile("^Kept on this phone since"))
    expect(phone.sheet).to_contain_text("only for me")
    stored = phone.answer("q1")
    assert stored is not None
    assert stored["body"] == {"shape": "personal", "share": False, "text": ""}
    phone.reload()
    expect(phone.sheet).to_contain_text("only for me")
    assert not [line for line in said if "only for me" in line]

    phone.press("Change")
    phone.sheet.get_by_role("checkbox").check()
    phone.press("Send to the room")
    phone.sees_sent()
    stored = phone.answer("q1")
    assert stored is not None
    assert stored["body"]["text"] == "only for me"
    assert "q1" not in phone.kept()


def test_skipping_costs_nothing_and_can_be_undone(phone: Phone) -> None:
    phone.go(5)
    phone.press("Skip")
    expect(phone.status).to_have_text(re.compile("^Skipped"))
    stored = phone.answer("q5")
    assert stored is not None
    assert stored["body"] == {"shape": "skipped"}
    assert phone.faults() == []
    phone.press("Answer after all")
    phone.box.fill("the library")
    phone.press("Send to the room")
    phone.sees_sent()
    stored = phone.answer("q5")
    assert stored is not None
    assert stored["body"]["items"] == ["the library"]


def test_changing_keeps_what_was_sent_until_the_new_words_are_acknowledged(phone: Phone) -> None:
    phone.send(9, "before")
    phone.press("Change")
    phone.box.fill("after")
    phone.cut_off()
    phone.press("Send to the room")
    expect(phone.status).to_have_text("Not sent yet, trying again")
    stored = phone.answer("q9")
    assert stored is not None
    assert stored["body"]["action"] == "before"
    phone.connect()
    phone.wake()
    phone.sees_sent()
    expect(phone.sheet.locator(".kit-shown")).to_have_text("after")
    phone.press("Change")
    phone.box.fill("a third time")
    phone.press("Leave it as it was")
    expect(phone.sheet.locator(".kit-shown")).to_have_text("after")
    assert "q9" not in phone.kept()


def test_taking_back_asks_first_and_leaves_nothing(phone: Phone) -> None:
    phone.send(7, "woodwork")
    phone.press("Take back")
    assert "Take this answer back?" in phone.focused()
    assert phone.faults() == []
    phone.press("No, leave it")
    assert phone.focused() == "Take back"
    assert phone.answer("q7") is not None
    phone.press("Take back")
    phone.press("Yes, take it back")
    expect(phone.status).to_have_text("Taken back")
    assert phone.answer("q7") is None
    assert "woodwork" not in phone.page.locator("body").inner_text() + str(phone.kept())
    phone.send(7, "notes")


def test_everything_can_be_taken_back_at_once(phone: Phone) -> None:
    phone.send(2, "signs")
    phone.send(3, "a talk")
    phone.go(4)
    phone.box.fill("a draft")
    phone.press("Take back everything I wrote")
    phone.press("Yes, take it back")
    expect(phone.page.locator(".kit-end")).to_contain_text("Removed from the room: 2.")
    assert phone.person.entries() == []
    expect(phone.box).to_have_value("")
    assert set(phone.kept()) <= {"session", "place"}


def test_closing_keeps_words_for_reading_and_opening_again_lets_them_out(phone: Phone) -> None:
    phone.go(8)
    phone.box.fill("the hotel")
    phone.facilitator.question("q8", "closed")
    expect(phone.status).to_have_text(
        "This question is closed now. Your words are still on this phone, not sent."
    )
    expect(phone.box).to_have_value("the hotel")
    expect(phone.box).not_to_be_editable()
    assert phone.faults() == []
    phone.facilitator.question("q8", "open")
    expect(phone.box).to_be_editable()
    phone.press("Send to the room")
    phone.sees_sent()
    phone.facilitator.question("q8", "closed")
    expect(phone.sheet).to_contain_text("This is what you sent")
    expect(phone.sheet.get_by_role("button")).to_have_count(0)
    assert phone.faults() == []


def test_a_waiting_question_says_that_it_opens_later(phone: Phone) -> None:
    phone.facilitator.question("q9", "waiting")
    phone.go(9)
    expect(phone.sheet).to_contain_text("It opens later.")
    expect(phone.sheet.get_by_role("textbox")).to_have_count(0)
    assert phone.faults() == []


def test_too_long_says_by_how_much_and_cuts_nothing(phone: Phone) -> None:
    phone.go(9)
    phone.box.fill("x" * 7000)
    phone.box.press("End")
    expect(phone.sheet.locator(".kit-count")).to_be_empty()
    phone.box.fill("x" * (MAX_ANSWER - 20))
    expect(phone.sheet.locator(".kit-count")).to_have_text("Room for more letters: 20.")
    phone.box.fill("x" * (MAX_ANSWER + 7))
    phone.press("Send to the room")
    expect(phone.sheet.get_by_role("alert")).to_contain_text("Too many letters: 7.")
    expect(phone.box).to_be_focused()
    assert phone.faults() == []
    assert len(phone.box.input_value()) == MAX_ANSWER + 7
    assert phone.answer("q9") is None


@pytest.mark.parametrize(
    ("number", "told"), [(3, "Nothing is written yet"), (6, "Choose one of the answers")]
)
def test_nothing_is_not_sent(phone: Phone, number: int, told: str) -> None:
    phone.go(number)
    phone.press("Send to the room")
    expect(phone.sheet.get_by_role("alert")).to_contain_text(told)
    assert phone.faults() == []
    assert phone.person.entries() == []
