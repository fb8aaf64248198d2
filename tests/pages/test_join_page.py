"""The join page: a code, the notice, the choice; and what happens when it does not go well."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator

pytestmark = pytest.mark.browser


def typed(page: Page, server: KitProcess, code: str) -> None:
    """Type a code into the join page and go on."""
    page.goto(f"{server.hall}/")
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Next").click()


def read(page: Page) -> None:
    """Wait for the notice."""
    expect(page.get_by_role("heading", name="What happens to what you write")).to_be_visible()


def press_join(page: Page) -> None:
    page.get_by_role("button", name="Join", exact=True).click()


def test_a_code_is_taken_as_people_type_it(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    code = facilitator.known()["join_code"]
    typed(phone, server, f" {code[:3]} {code[3:]} ".lower())

    read(phone)
    expect(phone.get_by_role("heading", name="Maple Hall")).to_be_focused()
    phone.get_by_label("I have read this").check()
    press_join(phone)
    phone.wait_for_url("**/reflect")
    phone.evaluate("void setTimeout(() => history.back(), 50)")
    phone.wait_for_timeout(800)
    expect(phone.get_by_label("I have read this")).to_have_count(0)


def test_a_wrong_code_is_said_beside_the_field(server: KitProcess, phone: Page) -> None:
    typed(phone, server, "zzz zzz")

    expect(phone.get_by_role("alert")).to_contain_text("ZZZZZZ")
    expect(phone.get_by_label("Code")).to_have_value("zzz zzz")
    expect(phone.get_by_label("Code")).to_be_focused()
    accessible(phone)
    phone.get_by_role("button", name="Next").click()
    expect(phone.get_by_role("alert")).to_contain_text("ZZZZZZ")


def test_an_empty_code_is_not_sent(server: KitProcess, phone: Page) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    typed(phone, server, "  ")

    expect(phone.get_by_role("alert")).to_contain_text("Type the code")
    assert not [url for url in asked if "notice" in url]


def test_nothing_is_lost_when_the_laptop_does_not_answer(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    code = facilitator.known()["join_code"]
    phone.goto(f"{server.hall}/")
    phone.context.set_offline(True)
    phone.get_by_label("Code").fill(code)
    phone.get_by_role("button", name="Next").click()
    expect(phone.get_by_role("alert")).to_contain_text("does not answer")
    expect(phone.get_by_label("Code")).to_have_value(code)

    phone.context.set_offline(False)
    phone.get_by_role("button", name="Next").click()
    read(phone)
    phone.get_by_label("I have read this").check()
    phone.context.set_offline(True)
    press_join(phone)
    expect(phone.get_by_role("alert")).to_contain_text("does not answer")
    expect(phone.get_by_label("I have read this")).to_be_checked()
    phone.context.set_offline(False)
    press_join(phone)
    phone.wait_for_url("**/reflect")


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_says_who_is_there_and_what_happens(
    server: KitProcess, browser: Browser, scheme: str, size: dict[str, int]
) -> None:
    leads = Facilitator.with_new_workshop(
        server.url,
        roles_present=["police", "media"],
        first_names_allowed=True,
        host="Sq'ewá:lxw Friendship Centre",
        held_on="2026-03-14",
    ).opened()
    watched = Watched(browser, size, color_scheme=scheme, locale="en-CA")
    page = watched.page()
    page.goto(f"{server.hall}/j/{leads.known()['join_code']}")

    read(page)
    expect(page.get_by_text("Police are in the room", exact=True)).to_be_visible()
    expect(page.get_by_text("Reporters or other media are in the room")).to_be_visible()
    expect(page.get_by_text("Friendship Centre · March 14, 2026")).to_be_visible()
    expect(page.get_by_label("First name")).to_be_visible()
    accessible(page)
    watched.close()


def test_a_first_name_is_asked_for_only_where_it_is_allowed(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    phone.goto(f"{server.hall}/j/{facilitator.known()['join_code']}")

    read(phone)
    expect(phone.get_by_label("First name")).to_be_hidden()


def test_a_first_name_reaches_the_facilitator(server: KitProcess, phone: Page) -> None:
    leads = Facilitator.with_new_workshop(server.url, first_names_allowed=True).opened()
    phone.goto(f"{server.hall}/j/{leads.known()['join_code']}")
    phone.get_by_label("First name").fill("Ana")
    phone.get_by_label("I have read this").check()
    press_join(phone)
    phone.wait_for_url("**/reflect")

    assert leads.state()["people"]["names"] == ["Ana"]


def test_nobody_joins_without_the_tick(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    phone.goto(f"{server.hall}/j/{facilitator.known()['join_code']}")
    read(phone)
    press_join(phone)

    expect(phone.get_by_role("alert")).to_contain_text("Tick this box")
    expect(phone.get_by_label("I have read this")).to_be_focused()
    accessible(phone)
    assert facilitator.state()["people"]["joined"] == 0


def test_a_workshop_that_has_not_begun_opens_by_itself(server: KitProcess, phone: Page) -> None:
    leads = Facilitator.with_new_workshop(server.url)
    phone.goto(f"{server.hall}/j/{leads.known()['join_code']}")
    state = phone.locator("#session-state")
    expect(state).to_contain_text("has not begun")
    accessible(phone)

    leads.opened()
    expect(state).to_contain_text("You can join now", timeout=15_000)


def test_a_closed_workshop_takes_nobody(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    code = facilitator.known()["join_code"]
    facilitator.change(state="closed")
    phone.goto(f"{server.hall}/j/{code}")

    expect(phone.get_by_text("This workshop is closed")).to_be_visible()
    expect(phone.get_by_role("button", name="Join", exact=True)).to_be_hidden()


def test_the_keyboard_is_enough(server: KitProcess, facilitator: Facilitator, laptop: Page) -> None:
    laptop.goto(f"{server.hall}/")
    laptop.keyboard.press("Tab")
    expect(laptop.get_by_role("link", name="Skip to the page")).to_be_focused()
    laptop.keyboard.press("Enter")
    laptop.keyboard.press("Tab")
    laptop.keyboard.type(facilitator.known()["join_code"])
    laptop.keyboard.press("Enter")
    read(laptop)
    laptop.keyboard.press("Tab")
    expect(laptop.get_by_label("I have read this")).to_be_focused()
    laptop.keyboard.press("Space")
    laptop.keyboard.press("Tab")
    laptop.keyboard.press("Enter")
    laptop.wait_for_url(re.compile("/reflect$"))
