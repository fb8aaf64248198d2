"""A sort on two pages of one phone."""

import pytest
from playwright.sync_api import expect

from tests.people import Facilitator
from tests.widgets.phone import Phone
from tests.widgets.test_card_sort import card, led, phones, send

__all__ = ["led", "phones"]
pytestmark = pytest.mark.browser


def test_two_tabs_of_one_person_lose_nothing(led: Facilitator, phones: list[Phone]) -> None:
    phone = phones[0]
    led.sort("q3", "open_to_all")
    other = phone.page.context.new_page()
    other.goto(phone.page.url)
    there = other.get_by_role("region", name="Sort the ideas")
    expect(there.get_by_text("Placed: 0 of 5")).to_be_visible()
    card(phone).get_by_label("Rides", exact=True).check()
    send(phone)
    there.get_by_role("button", name="Next idea").click()
    there.get_by_label("Hotels", exact=True).check()
    there.get_by_text("A name of its own").click()
    there.get_by_label("A theme that is missing").fill("By night")
    for name in ("Send my sort", "Idea before"):
        there.get_by_role("button", name=name).click()
        expect(there.get_by_text("A name is written here.")).to_be_visible()
        expect(there.get_by_label("A theme that is missing")).to_be_focused()
    there.get_by_role("button", name="Put the idea there").click()
    there.get_by_role("button", name="Send my sort").click()
    expect(there.get_by_text("Placed: 2 of 5")).to_be_visible()
    expect(there.get_by_text("Sent.")).to_be_visible()
    [entry] = phone.person.entries()
    assert sorted(len(refs) for refs in entry["body"]["placed"].values()) == [1, 2]
    phone.page.evaluate("window.dispatchEvent(new Event('online'))")  # it looks again
    expect(card(phone).get_by_text("Placed: 2 of 5")).to_be_visible()
    phone.reload()
    expect(card(phone).get_by_text("Sent.")).to_be_visible()
