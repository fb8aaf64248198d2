"""Offers on the board: counts; contacts that are unfolded, saved in two steps, gone at the end."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Route, expect

from tests.browsers import PHONE, Watched, accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant, write_id
from tests.widgets.laptop import Laptop, eventually, laptop_of
from tests.widgets.test_projector import WALL, Wall

pytestmark = pytest.mark.browser
NAMED = "The action team"
EMPTY = dict.fromkeys(("abilities", "passions", "connections", "ideas"), "")


@pytest.fixture
def led(server: KitProcess) -> Facilitator:
    made = Facilitator.with_new_workshop(server.url, recipients=NAMED).opened()
    made.question("q7", "open")
    return made


@pytest.fixture
def laptop(browser: Browser, led: Facilitator) -> Iterator[Laptop]:
    with laptop_of(led, browser) as made:
        yield made


def offer(led: Facilitator, name: str = "", what: str = "I could take the minutes") -> Participant:
    """Somebody offers something, and leaves a contact if there is a name."""
    person = Participant.joined(led.url, led.known()["join_code"])
    assert person.put("q7", {"shape": "offers", "skills": "x"} | EMPTY).ok
    if name:
        leave(person, name, what)
    return person


def leave(person: Participant, name: str, what: str, revision: int = 0) -> None:
    body = {"name": name, "reach": "at the library", "offer": what, "recipients": NAMED}
    request = {"write_id": write_id(), "revision": revision, "body": body}
    person.good("PUT", person.mine("entries/contact/q7"), request)


def take_back(person: Participant, revision: int) -> None:
    request = {"write_id": write_id(), "revision": revision}
    person.good("DELETE", person.mine("entries/contact/q7"), request)


def panel(laptop: Laptop) -> Locator:
    """Unfold the card of the board."""
    found = laptop.page.get_by_role("region", name="Offers", exact=True)
    if found.locator("> details[open]").count() == 0:
        found.locator("> details > summary").click()
    return found


def test_counts_stand_on_the_board_and_on_the_wall(
    browser: Browser, laptop: Laptop, led: Facilitator
) -> None:
    watched = Watched(browser, WALL, locale="en-CA")
    wall = Wall(watched, led)
    wall.open()
    for _ in range(6):
        offer(led)
    offers = panel(laptop)
    expect(offers).to_contain_text("Counts come once question 7 is closed")
    expect(offers.get_by_role("button", name="Show the counts on the wall")).to_be_hidden()
    led.question("q7", "closed")
    expect(offers.get_by_role("listitem").first).to_have_text("Skills: 6")
    expect(offers.get_by_role("listitem").nth(1)).to_have_text("Abilities: fewer than 5")
    laptop.is_accessible()
    laptop.press("Show the counts on the wall")
    expect(wall.page.get_by_role("heading", level=1)).to_have_text("What we can bring")
    expect(wall.page.get_by_role("listitem").first).to_have_text("Skills: 6")
    expect(laptop.page.get_by_text("On the wall now: what people offer")).to_be_visible()
    accessible(wall.page)
    watched.close()


def test_contacts_wait_until_it_is_closed_and_are_on_the_page_only_unfolded(
    laptop: Laptop, led: Facilitator
) -> None:
    offer(led, "Bea Example")
    offer(led, "Ana Example")
    offers = panel(laptop)
    unfold = offers.get_by_text("Contacts that people left: 2")
    unfold.click()
    expect(offers.get_by_text("Close question 7 to see the contacts.")).to_be_visible()
    led.question("q7", "closed")
    names = offers.locator(".kit-contacts strong")
    expect(names).to_have_text(["Ana Example", "Bea Example"])
    expect(offers.get_by_role("heading", name=f"Only for: {NAMED}")).to_be_visible()
    laptop.is_accessible()
    unfold.click()
    expect(names).to_have_count(0)
    unfold.click()
    expect(names).to_have_count(2)
    led.question("q7", "open")
    expect(names).to_have_count(0)


def test_an_offer_becomes_an_action_without_the_name(laptop: Laptop, led: Facilitator) -> None:
    offer(led, "Ana Example")
    led.question("q7", "closed")
    offers = panel(laptop)
    offers.get_by_text("Contacts that people left: 1").click()
    take = offers.get_by_role("button", name="Make it an action I could take the minutes")
    take.press("Enter")
    plan = laptop.page.get_by_role("region", name="Action plan", exact=True)
    expect(plan.locator("summary", has_text="I could take the minutes")).to_be_focused()
    expect(take).to_be_hidden()
    [action] = led.state()["plan"]["actions"]
    assert (action["what"], action["who"]) == ("I could take the minutes", "")
    assert "Ana" not in str(action)


def test_saving_asks_twice_and_the_files_hold_the_contacts_alone(
    laptop: Laptop, led: Facilitator
) -> None:
    offer(led, "=Ana Example", what="<b>minutes</b>")
    led.change(state="closed")
    offers = panel(laptop)
    offers.get_by_text("Contacts that people left: 1").click()
    save = offers.get_by_role("button", name=f"Save for {NAMED}")
    save.click()
    expect(offers).to_contain_text(f"Give it only to: {NAMED}")
    laptop.is_accessible()
    offers.get_by_role("button", name="Not now").click()
    expect(save).to_be_focused()
    save.click()
    with laptop.page.expect_download() as page:
        offers.get_by_role("button", name="Yes, save the page to print").click()
    html = Path(page.value.path()).read_text(encoding="utf-8")
    assert page.value.suggested_filename.endswith(".html")
    assert f"Only for: {NAMED}" in html
    assert "&lt;b&gt;minutes" in html
    expect(laptop.said).to_contain_text("The kit cannot destroy this file for you.")
    save.click()
    with laptop.page.expect_download() as table:
        offers.get_by_role("button", name="Save the table instead").click()
    text = Path(table.value.path()).read_text(encoding="utf-8-sig")
    _head, row = csv.reader(io.StringIO(text))
    assert row[:4] == ["'=Ana Example", "at the library", "<b>minutes</b>", NAMED]


def test_a_changed_contact_is_shown_anew_and_what_was_removed_is_in_no_file(
    laptop: Laptop, led: Facilitator
) -> None:
    ana, bea = offer(led, "Ana Example"), offer(led, "Bea Example")
    led.question("q7", "closed")
    offers = panel(laptop)
    offers.get_by_text("Contacts that people left: 2").click()
    names = offers.locator(".kit-contacts strong")
    expect(names).to_have_text(["Ana Example", "Bea Example"])
    offers.get_by_role("button", name="Make it an action").first.focus()
    leave(ana, "Ana B.", "Minutes", revision=1)  # as many as before
    expect(names).to_have_text(["Ana B.", "Bea Example"])
    expect(offers.get_by_text("Contacts that people left: 2")).to_be_focused()
    offers.get_by_role("button", name=f"Save for {NAMED}").click()

    def late(route: Route) -> None:  # Bea changes her mind after the page heard of everything
        take_back(bea, 1)
        route.continue_()

    laptop.page.route("**/facilitator/contacts", late, times=1)
    with laptop.page.expect_download() as saved:
        offers.get_by_role("button", name="Yes, save the page to print").click()
    html = Path(saved.value.path()).read_text(encoding="utf-8")
    assert "Ana B." in html
    assert "Bea" not in html


def test_it_says_what_to_do_where_nobody_is_named(
    browser: Browser, facilitator: Facilitator
) -> None:
    with laptop_of(facilitator, browser, PHONE) as laptop:
        offers = panel(laptop)
        expect(offers).to_contain_text("write under “Who gets the notes” who will get it.")
        expect(offers.get_by_text("Contacts that people left")).to_be_hidden()
        laptop.is_accessible()
        facilitator.change(recipients=NAMED)
        laptop.page.reload()
        laptop.shown()
        expect(panel(laptop).get_by_text("Only then do phones offer it.")).to_be_hidden()


def test_they_are_gone_with_the_workshop(led: Facilitator) -> None:
    offer(led, "Ana Example")
    known = led.known()
    led.change(state="closed")
    assert led.good("GET", led.mine("contacts"))["lists"][0]["contacts"][0]["name"] == "Ana Example"
    told = led.good("POST", led.mine("destroy"), {"code": known["join_code"]})
    assert told["done"]
    assert "Ana" not in str(told)
    eventually(lambda: led.ask("GET", led.mine("contacts")).status_code, 401)
