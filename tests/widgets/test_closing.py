"""The end: phones say goodbye and what happens now; leaders talk it over and have a list."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import Watched, accessible
from tests.people import Facilitator
from tests.widgets.laptop import laptop_of
from tests.widgets.phone import Phone
from tests.widgets.test_projector import WALL, Wall

pytestmark = pytest.mark.browser


def test_a_phone_says_goodbye_and_leads_to_what_one_can_still_do(phone: Phone) -> None:
    led = phone.facilitator
    led.change(recipients="The council", keep_days=7)
    led.question("q3", "open")
    phone.send(3, "Ask the hotel")
    thanks = phone.page.get_by_role("region", name="Thank you for coming")
    expect(thanks).to_be_hidden()
    led.move("plan", agenda="two-hours")
    led.move("go", step="s13")
    expect(thanks).to_contain_text("The notes go to: The council")
    expect(thanks).to_contain_text("7 days after the workshop is closed")
    expect(phone.page.get_by_role("region", name="Where the group is")).to_be_hidden()
    assert phone.faults() == []
    thanks.get_by_role("button", name="Take back what is yours").click()
    assert phone.focused() == "Take back everything I wrote"
    thanks.get_by_role("button", name="Show the help lines").click()
    expect(phone.page.get_by_role("dialog")).to_contain_text("VictimLink BC")
    phone.page.keyboard.press("Escape")
    led.write("screen", "projector", {"show": "closing", "paused": True})
    expect(thanks).to_be_hidden()
    led.write("screen", "projector", {"show": "closing"})
    expect(thanks).to_be_visible()
    led.change(state="closed")
    expect(phone.page.get_by_text("The workshop has ended.")).to_be_visible()
    expect(thanks).to_be_visible()
    expect(thanks.get_by_role("button", name="Take back what is yours")).to_be_hidden()
    phone.reload()
    expect(thanks).to_contain_text("The notes go to: The council")
    assert phone.faults() == []


def test_private_notes_are_nowhere_and_ticks_stay_in_the_tab(
    browser: Browser, facilitator: Facilitator
) -> None:
    facilitator.change(recipients="The council", state="closed")
    with laptop_of(facilitator, browser) as laptop:
        page = laptop.page
        after = page.get_by_role("region", name="After the evening")
        expect(after.get_by_role("listitem").first).to_have_text(
            "What went well? What do we want to keep?"
        )
        notes = after.get_by_label("Private notes, which are not kept")
        hint = page.locator(f"#{notes.get_attribute('aria-describedby')}")
        expect(hint).to_contain_text("Nothing of this is sent or stored.")
        sent: list[str] = []
        page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
        notes.press_sequentially("the man at table four")
        after.get_by_label("Send the notes to: The council").check()
        laptop.is_accessible()
        kept = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
        assert "table four" not in kept + "".join(sent)
        assert "send" in kept
        page.reload()
        laptop.shown()
        expect(after.get_by_label("Send the notes to: The council")).to_be_checked()
        expect(after.get_by_label("Call whoever asked you")).not_to_be_checked()
        expect(notes).to_have_value("")
        notes.fill("the man at table four")
        after.get_by_role("button", name="Clear the notes").click()
        expect(notes).to_have_value("")
        expect(notes).to_be_focused()
        notes.fill("the man at table four")
        page.evaluate("window.dispatchEvent(new Event('pagehide'))")
        expect(notes).to_have_value("")


def test_the_list_prints_alone(browser: Browser, facilitator: Facilitator) -> None:
    facilitator.change(state="closed")
    with laptop_of(facilitator, browser) as laptop:
        after = laptop.page.get_by_role("region", name="After the evening")
        expect(after.get_by_label("Thank the helpers, and Rosa.")).to_be_visible()
        after.get_by_label("Private notes").fill("the man at table four")
        laptop.page.emulate_media(media="print")
        expect(after.get_by_text("Thank the helpers, and Rosa.")).to_be_visible()
        expect(after.get_by_label("Private notes")).to_be_hidden()
        expect(laptop.chosen).to_be_hidden()
        laptop.page.emulate_media(media="screen")
        accessible(laptop.page)


def test_where_it_is_kept_longer_wall_and_phone_say_so(browser: Browser, phone: Phone) -> None:
    led = phone.facilitator
    watched = Watched(browser, WALL, locale="en-CA")
    wall = Wall(watched, led)
    led.write("screen", "projector", {"show": "closing"})
    led.move("plan", agenda="two-hours")
    led.move("go", step="s13")
    wall.open()
    note = wall.page.locator(".kit-slide-closing .kit-projector-note")
    expect(note).to_contain_text(
        "14 days after the workshop is closed. Until it is closed, you can"
    )
    accessible(wall.page)
    thanks = phone.page.get_by_role("region", name="Thank you for coming")
    expect(thanks).to_contain_text("14 days after the workshop is closed")
    led.good("PUT", led.mine("hold"), {"reason": "A court asked"})
    expect(note).to_contain_text("kept longer. Ask the person who leads. Until it is closed")
    led.change(state="closed")
    expect(note).to_have_text("What was written is kept longer. Ask the person who leads.")
    expect(thanks).to_contain_text("kept longer than planned")
    expect(thanks).not_to_contain_text("14 days")
    led.good("DELETE", led.mine("hold"))
    expect(note).to_contain_text(re.compile(r"is to be destroyed on [^.]+\.$"))
    watched.close()
