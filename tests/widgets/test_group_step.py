"""What phones and the wall show of the running step: nobody is moved, nobody has to look it up."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import PHONE, Watched, accessible
from tests.people import Facilitator
from tests.widgets.phone import Phone
from tests.widgets.test_projector import WALL, Wall

pytestmark = pytest.mark.browser


def test_a_phone_hears_of_each_step_and_stays_where_it_is(phone: Phone) -> None:
    led = phone.facilitator
    led.move("plan", agenda="two-hours")
    phone.go(3)
    phone.box.fill("half a tho")
    line = phone.page.locator(".kit-group-line")
    expect(line).to_be_hidden()
    led.move("go", step="s8")
    expect(line).to_have_text(re.compile(r"Now: Break, until about \d"))
    offer = phone.page.get_by_role("region", name="Where the group is")
    expect(offer).to_contain_text("Now: Break, until about")
    expect(phone.box).to_be_focused()
    accessible(phone.page)
    offer.get_by_role("button", name="All right").click()
    expect(offer.get_by_role("button")).to_have_count(0)
    expect(phone.box).to_have_value("half a tho")
    led.move("go", step="s9")
    expect(offer).to_contain_text("The group is at question 6")
    offer.get_by_role("button", name="Go there").click()
    expect(phone.sheet).to_contain_text("Question 6 of 9")
    assert phone.faults() == []


def test_a_phone_is_offered_to_read_along(phone: Phone) -> None:
    led = phone.facilitator
    led.move("plan", agenda="two-hours")
    led.move("go", step="s6")
    offer = phone.page.get_by_role("region", name="Where the group is")
    along = offer.get_by_role("link", name="Read along")
    assert phone.faults() == []
    along.click()
    expect(phone.page).to_have_url(re.compile(r"/get-organized#kit-get-organized-in_place$"))
    expect(phone.page.locator("#kit-get-organized-in_place")).to_be_in_viewport()


def test_the_wall_says_what_it_is_and_until_when(
    browser: Browser, facilitator: Facilitator
) -> None:
    facilitator.move("plan", agenda="two-hours")
    for size in (WALL, PHONE):
        watched = Watched(browser, size, locale="en-CA")
        wall = Wall(watched, facilitator)
        wall.open()
        facilitator.move("go", step="s8")
        expect(wall.page.get_by_role("heading", level=1)).to_have_text("Break")
        expect(wall.page.locator(".kit-slide")).to_contain_text("Until about")
        accessible(wall.page)
        facilitator.move("go", step="s9")
        expect(wall.page.locator(".kit-projector-meta").first).to_contain_text("Until about")
        facilitator.move("go", step="s14")
        expect(wall.page.locator(".kit-slide")).to_have_text("Thank you for coming.")
        facilitator.move("go", step="s1")
        watched.close()
