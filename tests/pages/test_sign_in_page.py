"""The facilitator's way in, and the helpers'."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator

pytestmark = pytest.mark.browser


def test_opens_a_workshop_with_its_passphrase(server: KitProcess, laptop: Page) -> None:
    leads = Facilitator.with_new_workshop(server.url, title="Cedar evening")
    laptop.goto(f"{server.url}/sign-in")
    laptop.get_by_label("Cedar evening").check()
    laptop.get_by_label("Passphrase").fill("not this one")
    laptop.get_by_role("button", name="Open", exact=True).click()
    expect(laptop.get_by_role("alert").first).to_contain_text("does not fit")
    expect(laptop.get_by_label("Passphrase")).to_have_value("not this one")
    accessible(laptop)

    laptop.get_by_label("Passphrase").fill(leads.passphrase)
    laptop.keyboard.press("Enter")
    laptop.wait_for_url("**/facilitate")


def test_a_passphrase_can_be_seen_while_typing(server: KitProcess, laptop: Page) -> None:
    laptop.goto(f"{server.url}/sign-in")
    laptop.get_by_label("Passphrase").fill("cedar")
    button = laptop.get_by_role("button", name="Show")
    button.click()

    expect(laptop.get_by_label("Passphrase")).to_have_attribute("type", "text")
    laptop.get_by_role("button", name="Hide").click()
    expect(laptop.get_by_label("Passphrase")).to_have_attribute("type", "password")


def test_says_how_a_lost_passphrase_is_made_anew(server: KitProcess, laptop: Page) -> None:
    laptop.goto(f"{server.url}/sign-in")

    expect(laptop.get_by_text("python3 start.py passphrase CODE").first).to_be_visible()


def test_plans_a_workshop_and_shows_its_passphrase_once(server: KitProcess, laptop: Page) -> None:
    laptop.goto(f"{server.url}/sign-in")
    laptop.get_by_label("Passphrase").wait_for()
    if not laptop.get_by_label("Title").is_visible():
        laptop.get_by_text("Plan a new workshop").click()
    laptop.get_by_role("button", name="Save and get the passphrase").click()
    expect(laptop.get_by_label("Title")).to_be_focused()
    accessible(laptop)
    laptop.get_by_label("Title").fill("Evening at Haíɫzaqv hall")
    laptop.get_by_label("Community or place").fill("Bella Bella")
    laptop.get_by_label("Police").check()
    laptop.get_by_label("Days until the answers are destroyed").fill("7")
    laptop.get_by_role("button", name="Save and get the passphrase").click()

    made = laptop.locator("#made-passphrase")
    expect(made).to_have_text(re.compile(r"\w+"))
    expect(laptop.get_by_role("heading", name="Write this passphrase down now")).to_be_focused()
    accessible(laptop)
    laptop.get_by_role("button", name="I have written it down").or_(
        laptop.get_by_role("link", name="I have written it down")
    ).click()
    laptop.wait_for_url("**/facilitate")
    known = laptop.evaluate("fetch('/room/facilitator').then((answer) => answer.json())")
    details = known["details"]
    assert details["title"] == "Evening at Haíɫzaqv hall"
    assert details["roles_present"] == ["police"]
    assert details["keep_days"] == 7


def test_what_was_typed_stays_when_the_kit_is_gone(own_server: KitProcess, laptop: Page) -> None:
    laptop.goto(f"{own_server.url}/sign-in")
    expect(laptop.get_by_label("Title")).to_be_visible()  # only the demo is there
    laptop.get_by_label("Title").fill("Cedar evening")
    own_server.kill()
    laptop.get_by_role("button", name="Save and get the passphrase").click()

    expect(laptop.locator("#plan-said")).to_contain_text("does not answer")
    expect(laptop.get_by_label("Title")).to_have_value("Cedar evening")


@pytest.mark.parametrize(
    ("role", "purpose"), [("scribe", "I type what others say"), ("projector", "the big screen")]
)
def test_helpers_come_in_with_their_own_code(
    server: KitProcess, phone: Page, role: str, purpose: str
) -> None:
    known = Facilitator.with_new_workshop(server.url).opened().known()
    phone.goto(f"{server.hall}/helper")
    phone.get_by_label(purpose).check()
    phone.get_by_label("Helper's code").fill(known["join_code"])
    phone.get_by_role("button", name="Begin").click()
    expect(phone.get_by_role("alert")).not_to_be_empty()
    accessible(phone)

    phone.get_by_label("Helper's code").fill(known[f"{role}_code"].lower())
    phone.get_by_role("button", name="Begin").click()
    phone.wait_for_url(f"**/{role}")


def test_a_phone_is_told_that_the_page_is_on_the_laptop(server: KitProcess, phone: Page) -> None:
    phone.goto(f"{server.hall}/sign-in")

    expect(phone.get_by_text("opens only on the laptop")).to_be_visible()
    phone.get_by_role("link", name="Join a workshop").click()
    expect(phone.get_by_label("Code")).to_be_visible()


def test_elsewhere_nothing_is_listed_and_the_code_is_asked_for(tmp_path: Path, phone: Page) -> None:
    with KitProcess(tmp_path / "data", "--facilitate-from-anywhere") as server:
        leads = Facilitator.with_new_workshop(server.url, title="Cedar evening")
        phone.goto(f"{server.hall}/sign-in")
        expect(phone.get_by_label("Code that people join with")).to_be_visible()
        assert "Cedar evening" not in phone.content()
        accessible(phone)
        phone.get_by_role("button", name="Open", exact=True).click()
        expect(phone.get_by_label("Code that people join with")).to_be_focused()
        phone.get_by_label("Code that people join with").fill(leads.known()["join_code"].lower())
        phone.get_by_label("Passphrase").fill(leads.passphrase)
        phone.get_by_role("button", name="Open", exact=True).click()
        phone.wait_for_url("**/facilitate")
        phone.goto("about:blank")  # a page that still loads would miss the server


def test_a_closed_workshop_says_when_it_is_destroyed(server: KitProcess, laptop: Page) -> None:
    leads = Facilitator.with_new_workshop(server.url, title="Closed cedar evening").opened()
    leads.change(state="closed")
    laptop.goto(f"{server.url}/sign-in")
    expect(
        laptop.locator("label", has_text="Closed cedar evening").get_by_text("to be destroyed on")
    ).to_be_visible()
