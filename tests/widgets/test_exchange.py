"""Sending: honest about what the room has, the same write until it is answered, nothing lost."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Request, Route, expect

from tests.widgets.phone import Phone, written

pytestmark = pytest.mark.browser


def test_without_a_network_it_says_so_and_sends_the_same_write_when_it_is_back(
    phone: Phone,
) -> None:
    phone.go(3)
    phone.box.fill("A movie night\n\nInvite the hotel")
    expect(phone.status).to_have_text("Only on this phone")
    tried = phone.cut_off()
    phone.press("Send to the room")
    expect(phone.status).to_have_text("Not sent yet, trying again")
    assert phone.answer("q3") is None
    expect(phone.page.locator(".kit-connection")).not_to_have_attribute("data-state", "on")
    phone.connect()
    with phone.page.expect_request("**/entries/answer/q3") as last:
        phone.wake()
    phone.sees_sent()
    assert {one["write_id"] for one in tried} == {written(last.value)["write_id"]}
    stored = phone.answer("q3")
    assert stored is not None
    assert stored["body"]["items"] == ["A movie night", "Invite the hotel"]
    assert stored["revision"] == 1
    assert "q3" not in phone.kept()


def test_a_connection_that_swallows_is_given_up_and_never_shown_as_sent(phone: Phone) -> None:
    phone.go(9)
    phone.box.fill("Call them")
    tried = phone.swallow()
    phone.press("Send to the room")
    expect(phone.status).to_have_text("Sending…")
    expect(phone.status).to_have_text("Not sent yet, trying again", timeout=12_000)
    assert len({one["write_id"] for one in tried}) == 1
    phone.connect()
    phone.wake()
    phone.sees_sent()


def test_a_reload_while_sending_repeats_the_same_write(phone: Phone) -> None:
    phone.go(2)
    phone.box.fill("signs")
    tried = phone.swallow()
    phone.press("Send to the room")
    expect(phone.status).to_have_text("Sending…")
    phone.box.fill("signs\nthe law")
    expect(phone.status).to_have_text("Sending… What you changed since then is only on this phone.")
    phone.connect()
    with phone.page.expect_request("**/entries/answer/q2") as again:
        phone.reload()
    assert written(again.value)["write_id"] == tried[0]["write_id"]
    expect(phone.status).to_have_text(
        "Only on this phone. The room still has what you sent before."
    )
    assert phone.box.input_value() == "signs\nthe law"
    stored = phone.answer("q2")
    assert stored is not None
    assert stored["body"]["items"] == ["signs"]
    phone.press("Send to the room")
    phone.sees_sent()


def test_an_answer_whose_receipt_was_lost_is_stored_once(phone: Phone) -> None:
    phone.go(9)
    phone.box.fill("Call them")
    here = phone.address.replace("hall.test", "127.0.0.1").removesuffix("/reflect")

    def lose_the_reply(route: Route, request: Request) -> None:
        headers = request.headers | {"origin": here}
        route.fetch(url=f"{here}{urlsplit(request.url).path}", headers=headers)
        route.abort()

    phone.page.route("**/entries/answer/q9", lose_the_reply)
    phone.press("Send to the room")
    expect(phone.status).to_have_text("Not sent yet, trying again")
    stored = phone.answer("q9")
    assert stored is not None
    phone.page.unroute("**/entries/answer/q9")
    phone.wake()
    phone.sees_sent()
    assert phone.answer("q9") == stored


@pytest.mark.parametrize(
    ("choice", "kept"), [("Keep mine", "from here"), ("Keep the other", "from there")]
)
def test_when_both_changed_both_are_shown_and_one_is_chosen(
    phone: Phone, choice: str, kept: str
) -> None:
    phone.send(3, "first")
    other = phone.open(phone.new_page())
    phone.go(3, other)
    other.get_by_role("button", name="Change", exact=True).click()
    other.locator("form:visible").get_by_role("textbox").fill("from there")
    other.get_by_role("button", name="Send to the room").click()
    expect(other.locator("form:visible .kit-status")).to_have_text(re.compile("^Sent"))

    phone.page.bring_to_front()
    phone.press("Change")
    phone.box.fill("from here")
    phone.press("Send to the room")
    expect(phone.status).to_contain_text("You changed this on another page too")
    expect(phone.sheet.locator(".kit-version")).to_have_text(
        [re.compile("Your words here.*from here"), re.compile("What the room has.*from there")]
    )
    assert phone.faults() == []
    phone.press(choice)
    expect(phone.status).to_have_text(re.compile("^Sent"))
    expect(phone.sheet.locator(".kit-shown")).to_have_text(kept)
    stored = phone.answer("q3")
    assert stored is not None
    assert stored["body"]["items"] == [kept]
    assert "q3" not in phone.kept()


def test_words_that_came_too_late_stay_and_the_reason_is_told(phone: Phone) -> None:
    phone.go(4)
    phone.box.fill("we take breaks")
    phone.page.route("**/feed", lambda route: route.abort())
    phone.page.reload()
    phone.facilitator.question("q4", "closed")
    phone.press("Send to the room")
    expect(phone.status).to_have_text(
        "This question is closed now. Your words are still on this phone, not sent."
    )
    expect(phone.box).to_have_value("we take breaks")
    assert phone.answer("q4") is None


def test_a_lost_xsrf_cookie_is_fetched_again_without_a_word(phone: Phone) -> None:
    phone.context.clear_cookies(name="_xsrf")
    phone.send(3, "still sent")
    assert phone.answer("q3") is not None
