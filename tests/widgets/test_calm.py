"""A pause for everyone, on the wall and on phones that write."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import Watched, accessible
from tests.widgets.laptop import laptop_of
from tests.widgets.phone import Phone
from tests.widgets.test_projector import WALL, Wall

pytestmark = pytest.mark.browser


def test_a_pause_makes_wall_and_phones_calm_and_keeps_what_was_written(
    browser: Browser, phone: Phone
) -> None:
    phone.go(3)
    phone.box.fill("half a tho")
    watched = Watched(browser, WALL, locale="en-CA")
    wall = Wall(watched, phone.facilitator)
    wall.open()
    with laptop_of(phone.facilitator, browser) as laptop:
        laptop.press("Pause for everyone")
        calm = phone.page.get_by_role("region", name="A pause")
        expect(calm).to_contain_text("What you wrote is safe.")
        said = phone.page.get_by_role("status").filter(has_text="A pause. Take a breath.")
        expect(said).to_have_count(1)
        expect(calm.get_by_role("heading")).to_be_focused()  # it stood in a field that is hidden
        expect(phone.page.locator(".kit-reflect form:visible")).to_have_count(0)
        expect(wall.page.get_by_role("heading", level=1)).to_have_text("A pause")
        for page in (phone.page, wall.page, laptop.page):
            accessible(page)
        calm.get_by_role("button", name="Go on writing").click()
        expect(phone.sheet.get_by_role("heading").first).to_be_focused()
        expect(phone.box).to_have_value("half a tho")
        laptop.press("Go on after the pause")
        expect(wall.page.get_by_role("heading", level=1)).to_have_text("Maple Hall")
        laptop.press("Pause for everyone")
        expect(calm).to_be_visible()
        laptop.press("Go on after the pause")
        expect(phone.box).to_have_value("half a tho")
    watched.close()
    assert phone.faults() == []
