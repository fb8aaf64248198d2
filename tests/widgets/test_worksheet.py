"""Questions on paper: all of them, lines to write on, and nothing that was typed or sent."""

import pytest
from playwright.sync_api import expect

from tests.widgets.phone import Phone
from workshop_kit.content.questions import questions

pytestmark = pytest.mark.browser


def test_every_question_is_printed_with_lines_and_without_words_or_controls(phone: Phone) -> None:
    phone.send(3, "sent to the room")
    phone.go(2)
    phone.box.fill("only on this phone")
    phone.page.emulate_media(media="print")
    form = phone.page.locator(".kit-reflect")
    for one in questions():
        expect(form.get_by_role("heading", name=one.text)).to_be_visible()
    printed = form.inner_text()
    assert "sent to the room" not in printed
    assert "only on this phone" not in printed
    expect(form.locator("button:visible, textarea:visible, .kit-status:visible")).to_have_count(0)
    sheets = {one.shape: form.locator("form").nth(at) for at, one in enumerate(questions())}
    lines = {shape: sheet.locator(".kit-line:visible").count() for shape, sheet in sheets.items()}
    assert lines == {"personal": 6, "list": 6, "decision": 2, "offers": 5, "action": 6}
    expect(sheets["decision"].locator(".kit-box:visible")).to_have_count(3)
    assert sheets["list"].locator(".kit-line").first.inner_text() == "1."
    for part in next(one for one in questions() if one.shape == "offers").parts:
        expect(sheets["offers"].locator(".kit-worksheet").get_by_text(part.label)).to_be_visible()


def test_on_a_screen_there_is_no_second_sheet(phone: Phone) -> None:
    expect(phone.page.locator(".kit-worksheet:visible")).to_have_count(0)
