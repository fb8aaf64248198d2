"""A closed workshop on the board: kept longer, destroyed by hand, and the record of that."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import PHONE
from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.laptop import Laptop, eventually, ideas, laptop_of, people
from workshop_kit.model import today

pytestmark = pytest.mark.browser

SAID = "A poster at the bus stop, near the school"


@pytest.fixture
def closed(facilitator: Facilitator) -> Facilitator:
    facilitator.question("q3", "open")
    people(facilitator, "q3", ideas(SAID))
    facilitator.change(state="closed")
    return facilitator


@pytest.fixture
def laptop(browser: Browser, closed: Facilitator) -> Iterator[Laptop]:
    with laptop_of(closed, browser) as made:
        yield made


def test_it_is_destroyed_in_two_steps_and_the_record_holds_nothing_of_it(
    laptop: Laptop, closed: Facilitator, server: KitProcess
) -> None:
    page = laptop.page
    code = closed.known()["join_code"]
    laptop.press("Destroy this workshop now…")
    expect(page.get_by_text("Nobody can bring it back.")).to_be_visible()
    laptop.is_accessible()
    laptop.press("Destroy it for good")
    expect(page.get_by_text("Type the code of this workshop first.")).to_be_visible()
    assert closed.known()["state"] == "closed"
    page.get_by_label(re.compile("^Type the code")).fill(f"{code[:3].lower()} {code[3:]}")
    laptop.press("Destroy it for good")
    heading = page.get_by_role("heading", level=1, name="destroyed")
    expect(heading).to_be_visible()
    expect(heading).to_be_focused()
    expect(page.get_by_role("heading", name="What the kit cannot reach")).to_be_visible()
    told = page.content()
    assert SAID not in told
    assert "Maple Hall" not in page.locator("main").inner_text()
    assert closed.ask("GET", "/room/facilitator").status_code == 401
    assert not list((server.data / "sessions").glob(f"*{closed.session[:8]}*"))
    laptop.is_accessible()
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="Go to other workshops").click()
    page.wait_for_url("**/sign-in")


def test_it_is_kept_longer_for_a_reason_and_released(laptop: Laptop, closed: Facilitator) -> None:
    page = laptop.page
    until = today() + timedelta(days=100)
    laptop.press("Keep it longer…")
    expect(page.get_by_text("People were told that it is kept for 14 days.")).to_be_visible()
    laptop.is_accessible()
    laptop.press("Keep it")
    expect(page.get_by_label("Why is it kept longer?")).to_be_focused()
    page.get_by_label("Why is it kept longer?").fill("A court asked for it")
    page.get_by_label("Until which day?").fill(str(until))
    laptop.press("Keep it")
    expect(
        page.get_by_text(re.compile("^It is kept until .*: A court asked for it"))
    ).to_be_visible()
    expect(page.get_by_role("button", name="Destroy this workshop now")).to_be_hidden()
    assert closed.known()["hold"]["until"] == str(until)
    laptop.is_accessible()
    laptop.press("Release it")
    expect(page.get_by_role("button", name="Destroy this workshop now")).to_be_visible()
    assert closed.known()["hold"] is None


def test_it_warns_where_answers_are_set_aside_and_where_it_was_never_closed(
    browser: Browser, server: KitProcess, closed: Facilitator
) -> None:
    [answer] = closed.answers("q3")
    closed.decide(answer, "set_aside")
    with laptop_of(closed, browser, PHONE) as laptop:
        expect(laptop.page.get_by_text("So nothing is destroyed by date.")).to_be_visible()
        laptop.is_accessible()
    forgotten = Facilitator.with_new_workshop(server.url, held_on="2026-01-02").opened()
    with laptop_of(forgotten, browser) as laptop:
        expect(laptop.page.get_by_text("this would be gone by now")).to_be_visible()
        laptop.is_accessible()


def test_a_new_code_is_made_in_two_steps(browser: Browser, facilitator: Facilitator) -> None:
    old = facilitator.known()["join_code"]
    with laptop_of(facilitator, browser) as laptop:
        laptop.press("New join code…")
        expect(laptop.page.get_by_text("Whoever has joined stays")).to_be_visible()
        laptop.is_accessible()
        laptop.press("Make a new code")
        expect(laptop.said).to_have_text("There is a new code. Show it to people who want to join.")
        eventually(lambda: facilitator.known()["join_code"] != old, True)  # noqa: FBT003 - wanted
        new = facilitator.known()["join_code"]
        expect(laptop.page.locator(".kit-code")).to_have_text(f"{new[:3]} {new[3:]}")
        assert new in (laptop.page.locator(".kit-qr").get_attribute("src") or "")
