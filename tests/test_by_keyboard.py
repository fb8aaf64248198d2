"""A participant's whole evening with the keyboard alone: join, nine answers, exit."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import PHONE, Watched, accessible
from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator

SECONDS = 60_000
MOST_STEPS = 60
NAME_OF_FOCUS = """() => {
  const one = document.activeElement;
  const labels = [...(one.labels || [])].map((label) => label.textContent.trim());
  const name = one.getAttribute("aria-label") || labels.join(" ") || one.textContent;
  return `${one.tagName.toLowerCase()} ${one.type || ""} ${name.trim()}`;
}"""


def tab_to(page: Page, pattern: str) -> None:
    """Press Tab until what has the focus fits; each stop on the way must be visible."""
    passed = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        here = str(page.evaluate(NAME_OF_FOCUS))
        if re.search(pattern, here):
            return
        passed.append(here)
    raise AssertionError(f"{pattern} was not reached: {passed}")


def press(page: Page, pattern: str, key: str = "Enter") -> None:
    """Go to something and press a key on it."""
    tab_to(page, pattern)
    page.keyboard.press(key)


def status(page: Page, pattern: str) -> None:
    """Wait for the status of the question that is shown."""
    shown = page.locator(".kit-card:visible .kit-status")
    expect(shown).to_have_text(re.compile(pattern), timeout=SECONDS)


@pytest.mark.browser
def test_join_answer_and_leave_by_keyboard(
    browser: Browser, server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    phone = Watched(browser, PHONE)
    page = phone.page()
    page.goto(f"{server.hall}/")
    tab_to(page, "^input text .*[Cc]ode")
    page.keyboard.type(facilitator.known()["join_code"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox")).to_be_visible(timeout=SECONDS)
    press(page, "^input checkbox", "Space")
    press(page, "^button .*Join")
    expect(page.get_by_role("heading", name="Nine questions")).to_be_visible(timeout=SECONDS)
    for number, key in enumerate(WORDS, 1):
        if key == "q6":
            press(page, "^input radio", "Space")
        tab_to(page, "^textarea")
        page.keyboard.type(f"Answer {number}")
        if key == "q1":
            press(page, "^input checkbox", "Space")
        press(page, "Send to the room")
        status(page, r"^Sent \d")
        accessible(page)
        if number < len(WORDS):
            press(page, "Next question")
    counts = facilitator.state()["counts"]
    assert [counts[key]["answered"] for key in WORDS] == [1] * 9
    press(page, r"^a .*(Leave|Quick exit)$")
    expect(page).to_have_url(f"{server.hall}/bread", timeout=SECONDS)
    expect(page.get_by_text("Nine questions")).to_have_count(0)
    phone.close()
