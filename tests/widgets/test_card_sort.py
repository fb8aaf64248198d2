"""Everyone sorts: opened on the board, done alone on phones, closed, taken over and undone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browsers import PHONE, accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant, write_id
from tests.widgets.laptop import Laptop, eventually
from tests.widgets.phone import Phone
from tests.widgets.test_themes import (
    ALONE,
    BUS,
    HOTEL,
    RIDE,
    STAFF,
    laptop,
    led,
    panel,
    sorted_in,
    theme,
)

__all__ = ["laptop", "led"]
pytestmark = pytest.mark.browser
NAME = "Sort the ideas: How to start"


@pytest.fixture
def phones(browser: Browser, server: KitProcess, led: Facilitator) -> Iterator[list[Phone]]:
    """Three people on the page of the nine questions; two themes are there."""
    for title in ("Rides", "Hotels"):
        led.sort("q3", "new", title=title)
    contexts = [browser.new_context(viewport=PHONE) for _ in range(3)]  # type: ignore[arg-type]  # a plain dict fits
    made = [Phone(context, server, led) for context in contexts]
    for phone in made:
        phone.open()
    yield made
    for phone in made:
        assert phone.problems == []
        phone.context.close()


def card(phone: Phone) -> Locator:
    return phone.page.get_by_role("region", name=NAME)


def press(phone: Phone, name: str) -> None:
    card(phone).get_by_role("button", name=name, exact=True).click()


def idea(phone: Phone) -> str:
    """Return the idea in front."""
    return card(phone).locator(".kit-sort-idea").inner_text()


def place(phone: Phone, where: dict[str, tuple[str, ...]]) -> None:
    """Go from the first idea to the last and put each where it belongs, if anywhere."""
    for number in range(1, 6):
        expect(card(phone).get_by_text(f"Idea {number} of 5")).to_be_visible()
        for title in where.get(idea(phone), ()):
            card(phone).get_by_label(title, exact=True).check()
        if number < 5:
            press(phone, "Next idea")


def send(phone: Phone) -> None:
    press(phone, "Send my sort")
    expect(card(phone).get_by_text("Sent. You can change it")).to_be_visible()


def propose(phone: Phone, text: str, title: str) -> None:
    """Go to an idea and put it under a name of one's own."""
    expect(card(phone).get_by_text("of 5").first).to_be_visible()
    while not card(phone).get_by_text("Idea 1 of").is_visible():
        press(phone, "Idea before")
    while idea(phone) != text:
        press(phone, "Next idea")
    card(phone).get_by_text("A name of its own").click()
    card(phone).get_by_label("A theme that is missing").fill(title)
    press(phone, "Put the idea there")
    expect(card(phone).get_by_label(title, exact=True)).to_be_checked()


def test_everyone_sorts_and_who_leads_takes_it_over(
    laptop: Laptop, led: Facilitator, phones: list[Phone]
) -> None:
    first, second, third = phones
    themes = panel(laptop)
    laptop.press("Let everyone sort on phones")
    expect(laptop.said).to_have_text("Phones can sort now.")
    expect(themes.get_by_role("heading", name="Everyone sorts")).to_be_focused()
    expect(themes.get_by_text("fewer than five")).to_be_visible()
    laptop.is_accessible()
    expect(first.page.get_by_text("You can sort ideas now: How to start")).to_be_visible()
    accessible(first.page)

    place(first, {RIDE: ("Rides",), BUS: ("Rides",), HOTEL: ("Hotels",), ALONE: ("Fits nowhere",)})
    first.context.set_offline(True)
    press(first, "Send my sort")
    expect(card(first).get_by_text("Not sent yet, trying again")).to_be_visible()

    place(second, {RIDE: ("Rides",), BUS: ("Rides", "Hotels"), ALONE: ("Fits nowhere",)})
    propose(second, STAFF, "People who work there")
    accessible(second.page)
    send(second)

    take_the_name(laptop, themes, third)
    place(third, {STAFF: ("Staff",), HOTEL: ("Rides",), RIDE: ("Hotels",)})
    send(third)
    first.context.set_offline(False)
    expect(card(first).get_by_text("Sent. You can change it")).to_be_visible()
    two_more_send(led)
    expect(themes.get_by_text("Phones that have sent: 5")).to_be_visible()
    closes_it(laptop, phones)
    sees_where_phones_put_it(laptop, themes)
    laptop.press("Sort as most phones did")
    after = {"Rides": {RIDE, BUS, HOTEL}, "Hotels": {BUS, HOTEL}, "Staff": {STAFF}}
    eventually(lambda: {t: set(i) for t, i in sorted_in(led).items()}, after)
    expect(themes.get_by_role("heading", name="Not in a theme yet: 1")).to_be_visible()
    laptop.is_accessible()
    themes.get_by_role("button", name="Undo").click()
    eventually(lambda: sorted_in(led), {"Rides": [], "Hotels": [], "Staff": []})


def two_more_send(led: Facilitator) -> None:
    for _ in range(2):
        person = Participant.joined(led.url, led.known()["join_code"])
        request = {"write_id": write_id(), "revision": 0, "body": {"placed": {}}}
        person.good("PUT", person.mine("entries/card_sort/q3"), request)


def closes_it(laptop: Laptop, phones: list[Phone]) -> None:
    laptop.press("Close the sort")
    for phone in phones:
        hears_that_it_is_over(phone)


def hears_that_it_is_over(phone: Phone) -> None:
    expect(card(phone)).to_have_count(0)
    expect(phone.page.get_by_text("What you sent is counted.")).to_be_visible()
    accessible(phone.page)


def take_the_name(laptop: Laptop, themes: Locator, phone: Phone) -> None:
    """Make a theme of the proposed name under another title; only then another phone sees it."""
    proposed = themes.get_by_role("textbox", name="Name of the theme")
    expect(proposed).to_have_value("People who work there")
    laptop.is_accessible()
    assert "Phones: " not in themes.inner_text()
    expect(card(phone).get_by_label("People who work there")).to_have_count(0)
    proposed.fill("Staff")
    themes.get_by_role("button", name="Make this theme People who work there").click()
    expect(laptop.said).to_have_text("New theme: Staff")
    expect(themes.get_by_role("heading", name="Everyone sorts")).to_be_focused()
    expect(card(phone).get_by_label("Staff", exact=True)).to_be_visible()


def sees_where_phones_put_it(laptop: Laptop, themes: Locator) -> None:
    """See in words where three phones put what: without numbers, most first."""
    for text, told in (
        (RIDE, "Phones: Rides, Hotels."),
        (STAFF, "Phones: Staff."),
        (ALONE, "Phones: nowhere. At least half of the phones put it nowhere."),
    ):
        row = themes.get_by_role("listitem").filter(has_text=text)
        expect(row).to_contain_text(told)
    expect(themes.get_by_text("An idea goes to each theme")).to_be_visible()
    laptop.is_accessible()
    laptop.press("Show as a table")
    expect(themes.get_by_role("row", name=STAFF).get_by_role("cell").last).to_have_text(
        "Phones: Staff."
    )
    laptop.is_accessible()
    laptop.press("Show as a table")


def test_what_is_sorted_stays_over_a_reload_and_other_themes(
    led: Facilitator, phones: list[Phone]
) -> None:
    phone = phones[0]
    led.sort("q3", "open_to_all")
    press(phone, "Next idea")
    text = idea(phone)
    card(phone).get_by_label("Rides", exact=True).check()
    card(phone).get_by_label("Hotels", exact=True).check()
    card(phone).get_by_label("Fits nowhere").check()
    expect(card(phone).get_by_label("Rides", exact=True)).not_to_be_checked()
    card(phone).get_by_label("Rides", exact=True).check()
    expect(card(phone).get_by_label("Fits nowhere")).not_to_be_checked()
    phone.reload()
    expect(card(phone).get_by_text("Idea 2 of 5")).to_be_visible()
    expect(card(phone).get_by_text("Only on this phone.")).to_be_visible()
    assert idea(phone) == text
    rides, hotels = (one["id"] for one in led.themes("q3")["themes"])
    led.sort("q3", "rename", theme=hotels, title="Hotels and motels")
    led.sort("q3", "merge", theme=rides, into=hotels)
    expect(card(phone).get_by_label("Hotels and motels")).to_be_checked()
    expect(card(phone).get_by_label("Rides", exact=True)).to_have_count(0)
    other = next(one for one in led.answers("q3") if text not in one["body"]["items"])
    led.decide(other, "kept_back")
    expect(card(phone).get_by_text(f"of {5 - len(other['body']['items'])}").first).to_be_visible()
    assert idea(phone) == text
    send(phone)
    phone.reload()
    expect(card(phone).get_by_text("Placed: 1 of")).to_be_visible()
    phone.press("Take back everything I wrote")
    phone.press("Yes, take it back")
    expect(card(phone).get_by_text("Placed: 0 of")).to_be_visible()
    assert phone.person.entries() == []


def test_the_keyboard_alone_sorts_on_a_narrow_phone(led: Facilitator, phones: list[Phone]) -> None:
    phone = phones[0]
    page = phone.page
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    led.sort("q3", "open_to_all")
    card(phone).get_by_label("Rides", exact=True).focus()
    page.keyboard.press("Space")
    expect(card(phone).get_by_label("Rides", exact=True)).to_be_focused()
    card(phone).get_by_text("A name of its own").focus()
    page.keyboard.press("Enter")
    own = card(phone).get_by_label("A theme that is missing")
    for title, told in (
        ("", "Write a name first."),
        ("Elders", "Placed: 1 of 5"),
        ("Youth", "Two themes at most. Take one away first."),
    ):
        own.focus()
        page.keyboard.type(title)
        page.keyboard.press("Enter")
        expect(card(phone).get_by_text(told)).to_be_visible()
        expect(own).to_be_focused()
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    card(phone).get_by_role("button", name="Next idea").focus()
    page.keyboard.press("Enter")
    expect(card(phone).get_by_text("Idea 2 of 5")).to_be_visible()
    assert phone.focused().startswith("Idea 2 of 5")
    card(phone).get_by_role("button", name="Send my sort").focus()
    page.keyboard.press("Enter")
    expect(card(phone).get_by_text("Sent. You can change it")).to_be_visible()
    [entry] = phone.person.entries()
    assert [one["title"] for one in entry["body"]["names"]] == ["Elders"]
    led.question("q3", "open")
    expect(card(phone)).to_have_count(0)


def test_a_name_is_left_and_an_opened_sort_leaves_the_way_back(
    laptop: Laptop, led: Facilitator, phones: list[Phone]
) -> None:
    themes = panel(laptop)
    themes.get_by_role("button", name=f"Minority view {ALONE}").click()
    expect(themes.get_by_text("(minority view)")).to_be_visible()
    laptop.press("Let everyone sort on phones")
    undo = themes.get_by_role("button", name="Undo")
    expect(undo).to_have_attribute("aria-disabled", "false")
    propose(phones[0], RIDE, "Safety")
    send(phones[0])
    leave = themes.get_by_role("button", name="Leave it Safety")
    leave.click()
    expect(leave).to_have_count(0)
    undo.click()
    expect(leave).to_be_visible()
    undo.click()
    expect(themes.get_by_text("(minority view)")).to_have_count(0)
    assert led.themes("q3")["state"] == "open"
    expect(theme(themes, "Rides")).to_be_visible()
