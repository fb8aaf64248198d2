"""Stored pages in a browser: Python is woken when it is needed, and its widgets go on."""

import pytest
from playwright.sync_api import Browser, expect

from tests.pages.stored.front_process import FrontProcess, StoredPage

THIRTY = " ".join(str(number) for number in range(30))


def test_messages_keep_their_order_while_python_wakes_slowly(
    front: FrontProcess, stored: StoredPage
) -> None:
    front.answer({"seconds": 1})
    asked = front.kernels()["asked"]
    stored.write("Name", "Ann")
    stored.press("Count")
    expect(stored.page.locator("output").first).to_have_text(THIRTY)
    expect(stored.page.get_by_text("heard Ann")).to_be_visible()
    stored.press("Count")
    expect(stored.page.locator("output").first).to_have_text(f"{THIRTY} {THIRTY}")
    assert stored.states() == ["starting", "ready"]
    assert front.kernels()["asked"] == asked + 1


def test_what_widgets_did_of_themselves_is_known_to_python(stored: StoredPage) -> None:
    """`jslink` moved a slider while the page was set up; nothing may move it back."""
    stored.write("Name", "Ann")
    expect(stored.page.get_by_text("heard Ann")).to_be_visible()
    expect(stored.page.get_by_role("slider").nth(1)).to_have_attribute("aria-valuenow", "3.0")


def test_a_full_server_is_asked_again(front: FrontProcess, stored: StoredPage) -> None:
    full = {"status": 503, "after": 1}
    front.answer(full, full)
    stored.write("Name", "Ann")
    expect(stored.page.get_by_text("heard Ann")).to_be_visible()
    assert stored.states() == ["starting", "busy", "ready"]


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_page_that_may_have_no_python_is_told(
    front: FrontProcess, stored: StoredPage, status: int
) -> None:
    front.answer({"status": status})
    stored.write("Name", "Ann")
    stored.reaches("starting", "gone")
    stored.write("Name", "Beth")
    stored.reaches("starting", "gone", "gone")
    stored.tell("stored:continue")
    expect(stored.page.get_by_text("heard Beth")).to_be_visible()


def test_python_may_speak_first_once_it_is_awake(stored: StoredPage) -> None:
    stored.press("Later")
    expect(stored.page.get_by_text("told 2")).to_be_visible()


def test_python_may_correct_what_was_typed(stored: StoredPage) -> None:
    stored.write("Upper", "quiet")
    expect(stored.page.get_by_label("Upper")).to_have_value("QUIET")
    stored.write("Upper", "again")
    expect(stored.page.get_by_label("Upper")).to_have_value("AGAIN")


def test_bytes_go_both_ways(stored: StoredPage) -> None:
    stored.press("Reverse")
    output = stored.page.locator("output").nth(1)
    expect(output).to_have_text("255-6-5")
    expect(output).to_have_attribute("data-custom", "266:7")


def test_a_phone_of_some_years_ago_is_enough(front: FrontProcess, browser: Browser) -> None:
    """`randomUUID` is not there on plain HTTP anyway."""
    old = StoredPage(
        browser,
        front.port,
        "delete AbortSignal.any; delete AbortSignal.timeout; delete window.structuredClone;"
        "delete AbortSignal.prototype.throwIfAborted;",
    )
    assert old.page.evaluate("[window.isSecureContext, typeof crypto.randomUUID]") == [
        False,
        "undefined",
    ]
    old.press("Reverse")
    expect(old.page.locator("output").nth(1)).to_have_text("255-6-5")
    old.watched.close()


def test_output_of_a_callback_is_shown_in_its_widget(stored: StoredPage) -> None:
    stored.press("Show")
    out = stored.page.locator(".widget-output")
    expect(out.get_by_text("one\ntwo")).to_be_visible()
    expect(out.locator("td")).to_have_text(["Hope", "3"])
    expect(out.get_by_role("button", name="Inside")).to_be_visible()
    expect(out.locator("i")).to_have_text("after")
    expect(out.get_by_text("ZeroDivisionError").first).to_be_visible()
    expect(out.get_by_text("stored text")).to_have_count(0)


def test_widgets_that_python_makes_and_closes_while_the_page_is_open(stored: StoredPage) -> None:
    stored.press("More")
    stored.press("New 0")
    stored.press("More")
    stored.press("New 1")
    expect(stored.page.get_by_role("button", name="New 0 clicked")).to_be_visible()
    expect(stored.page.get_by_role("button", name="New 1 clicked")).to_be_visible()
    stored.press("Fewer")
    expect(stored.page.get_by_role("button", name="New 1 clicked")).to_have_count(0)
    expect(stored.page.get_by_role("button", name="New 0 clicked")).to_be_visible()


def test_when_python_dies_what_was_typed_stays_and_is_told_to_the_next(
    front: FrontProcess, stored: StoredPage
) -> None:
    stored.write("Name", "Ann")
    expect(stored.page.get_by_text("heard Ann")).to_be_visible()
    stored.press("More")
    expect(stored.page.get_by_role("button", name="New 0")).to_be_visible()
    front.kill_kernels()
    stored.reaches("starting", "ready", "gone")
    stored.write("Name", "Beth")
    stored.tell("stored:continue")
    stored.reaches("gone", "starting", "ready")
    expect(stored.page.get_by_text("heard Beth")).to_be_visible()
    expect(stored.page.get_by_label("Name")).to_have_value("Beth")
    expect(stored.page.get_by_role("button", name="New 0")).to_have_count(0)
    stored.press("More")
    expect(stored.page.get_by_role("button", name="New 0")).to_be_visible()
    stored.write("Name", "Carol")
    expect(stored.page.get_by_text("heard Carol")).to_be_visible()
    assert len(front.kernels()["running"]) == 1
