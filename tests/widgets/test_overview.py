"""Finding one's way: free to move, told where the group is, never moved, all by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.widgets.phone import Phone
from workshop_kit.content.questions import questions

pytestmark = pytest.mark.browser


def test_the_list_says_in_words_what_is_true_of_each_question(phone: Phone) -> None:
    phone.send(2, "signs")
    phone.go(3)
    phone.box.fill("a draft")
    phone.go(4)
    phone.press("Skip")
    phone.facilitator.question("q9", "closed")
    phone.page.get_by_role("button", name="All questions").click()
    rows = phone.page.locator(".kit-list button")
    expect(rows.nth(8)).to_contain_text("closed")
    for at, mark in ((1, "sent"), (2, "only on this phone"), (3, "skipped")):
        expect(rows.nth(at)).to_have_text(f"{at + 1}. {questions()[at].topic}{mark}")
    expect(rows.nth(3)).to_have_attribute("aria-current", "step")
    expect(phone.page.get_by_text("Done: 2 of 9")).to_be_visible()
    assert phone.faults() == []


def test_when_the_group_moves_on_it_is_offered_and_nobody_is_moved(phone: Phone) -> None:
    phone.go(2)
    phone.box.fill("half a tho")
    phone.facilitator.write("screen", "projector", {"show": "question", "question": "q5"})
    offer = phone.page.get_by_role("region", name="Where the group is")
    expect(offer).to_contain_text("The group is at question 5: Local help.")
    expect(phone.box).to_be_focused()
    expect(phone.box).to_have_value("half a tho")
    assert phone.faults() == []
    offer.get_by_role("button", name="Stay here").click()
    expect(offer.get_by_role("button")).to_have_count(0)
    expect(phone.box).to_have_value("half a tho")
    phone.facilitator.write("screen", "projector", {"show": "question", "question": "q7"})
    offer.get_by_role("button", name="Go there").click()
    expect(phone.sheet).to_contain_text("Question 7 of 9 · What I can offer · The group is here")
    assert phone.focused() == questions()[6].text
    phone.go(2)
    expect(phone.box).to_have_value("half a tho")
    expect(offer.get_by_role("button")).to_have_count(0)  # who leaves the group's question means it


def test_a_phone_that_comes_later_begins_where_the_group_is(phone: Phone) -> None:
    phone.facilitator.write("screen", "projector", {"show": "question", "question": "q5"})
    page = phone.open(phone.new_page())
    expect(page.locator(".kit-reflect form:visible")).to_contain_text("Question 5 of 9")


def test_a_question_is_answered_and_left_by_keyboard_alone(phone: Phone) -> None:
    keys = phone.page.keyboard
    phone.page.get_by_role("button", name="All questions").focus()
    keys.press("Enter")
    for _ in range(6):
        keys.press("Tab")
    keys.press("Enter")
    assert phone.focused() == questions()[5].text
    keys.press("Tab")
    keys.press("Space")
    keys.press("Tab")
    keys.type("Action team")
    keys.press("Tab")
    keys.press("Enter")
    phone.sees_sent()
    expect(phone.status).to_be_focused()
    keys.press("Tab")
    assert phone.focused() == "Change"
    keys.press("Enter")
    expect(phone.sheet.get_by_label("Yes, and I can name it")).to_be_focused()
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.press("Enter")
    phone.sees_sent()
    stored = phone.answer("q6")
    assert stored is not None
    assert stored["body"] == {"shape": "decision", "committee": "no", "names": []}
    keys.press("Tab")
    keys.press("Tab")
    assert phone.focused() == "Take back"
    keys.press("Tab")
    keys.press("Tab")
    assert phone.focused() == "Next question"
    keys.press("Enter")
    assert phone.focused() == questions()[6].text
