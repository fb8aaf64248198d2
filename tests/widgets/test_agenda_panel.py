"""Leading by an agenda: chosen and changed before, followed during, every move undone."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browsers import PHONE
from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.laptop import Laptop, eventually, laptop_of

pytestmark = pytest.mark.browser


@pytest.fixture
def led(facilitator: Facilitator) -> Facilitator:
    """A workshop that is open, with the agenda of two hours."""
    facilitator.move("plan", agenda="two-hours")
    return facilitator


@pytest.fixture
def laptop(browser: Browser, led: Facilitator) -> Iterator[Laptop]:
    with laptop_of(led, browser) as made:
        yield made


def now(laptop: Laptop) -> Locator:
    """Return the running step."""
    return laptop.page.get_by_role("region", name="Now", exact=True)


def tonight(laptop: Laptop) -> Locator:
    """Return the agenda."""
    return laptop.page.get_by_role("navigation", name="Tonight")


def row(laptop: Laptop, name: str) -> Locator:
    """Return one step of the agenda."""
    return tonight(laptop).get_by_role("listitem").filter(has_text=name).first


def act(laptop: Laptop, name: str, action: str) -> None:
    """Do something with one step of the agenda."""
    found = row(laptop, name)
    if found.locator("details[open]").count() == 0:
        found.locator("summary").click()
    found.get_by_role("button", name=action).click()


def rested(laptop: Laptop) -> None:
    """Wait until the button that leads on takes the next press: a double click is one."""
    expect(now(laptop).locator('.kit-button[aria-busy="true"]')).to_have_count(0)


def agenda(facilitator: Facilitator) -> dict[str, Any]:
    found: dict[str, Any] = facilitator.state()["agenda"]
    return found


def at(facilitator: Facilitator, step: str) -> None:
    eventually(lambda: agenda(facilitator)["at"], step)


def test_it_is_chosen_and_changed_before_the_workshop_opens(
    browser: Browser, server: KitProcess
) -> None:
    planned = Facilitator.with_new_workshop(server.url)
    with laptop_of(planned, browser) as laptop:
        panel = tonight(laptop)
        expect(panel.get_by_role("radio", name="Two hours in a hall")).to_be_checked()
        laptop.is_accessible()
        panel.get_by_role("radio", name="One hour on a call").check()
        laptop.press("Use this agenda")
        expect(laptop.said).to_have_text("“One hour on a call” is the agenda of this evening.")
        expect(panel).to_contain_text("60 minutes in all.")
        act(laptop, "Arrival", "+5 minutes")
        expect(panel).to_contain_text("65 minutes in all.")
        expect(now(laptop)).to_be_hidden()
        laptop.is_accessible()
        panel.get_by_text("Another agenda, or none").click()
        laptop.press("Do without an agenda")
        eventually(lambda: agenda(planned)["steps"], [])
        expect(panel.get_by_text("Choose an agenda", exact=True)).to_be_focused()
        for minutes in (65, 60):
            laptop.press("Undo")
            expect(panel).to_contain_text(f"{minutes} minutes in all.")


def test_one_button_leads_through_the_evening(laptop: Laptop, led: Facilitator) -> None:
    step = now(laptop)
    expect(step).to_contain_text("The evening has not begun. The first step:")
    laptop.press("Begin: Arrival")
    expect(step.get_by_role("heading", name="Arrival")).to_be_visible()
    expect(step.get_by_role("timer")).to_contain_text("9:")
    expect(step).to_contain_text("Greet each person.")
    expect(tonight(laptop)).to_contain_text("On time.")
    expect(row(laptop, "Arrival").locator("summary")).to_have_attribute("aria-current", "step")
    laptop.is_accessible()
    laptop.press("Next: Opening and notice")
    at(led, "s2")
    for name in ("Group agreement", "Read aloud: What it is for"):
        rested(laptop)
        step.get_by_role("button", name=f"Next: {name}").click()
        expect(step.get_by_role("heading", name=name)).to_be_visible()
    expect(step.locator(".kit-lectern-text")).not_to_be_empty()
    expect(laptop.page.get_by_text("On the wall now, to read along")).to_be_visible()
    rested(laptop)
    step.get_by_role("button", name="Next: Question").click()
    expect(laptop.chosen).to_contain_text("Question 2 · open")
    laptop.is_accessible()
    rested(laptop)
    laptop.press("One step back")
    at(led, "s4")


def test_a_double_click_goes_one_step_on(laptop: Laptop, led: Facilitator) -> None:
    now(laptop).get_by_role("button", name="Begin: Arrival").dblclick()
    at(led, "s1")
    rested(laptop)
    now(laptop).get_by_role("button", name="Next: Opening").dblclick()
    at(led, "s2")
    expect(now(laptop).get_by_role("heading", name="Opening and notice")).to_be_visible()


def test_the_clock_warns_calmly_and_cuts_nobody_off(laptop: Laptop, led: Facilitator) -> None:
    page = laptop.page
    led.move("go", step="s1")
    page.clock.install()
    page.reload()
    laptop.shown()
    step = now(laptop)
    warning = step.get_by_role("status")
    expect(step.get_by_role("timer")).to_contain_text("9:")
    expect(warning).to_be_hidden()
    page.clock.fast_forward("08:40")
    expect(warning).to_have_text("Nearly over. Bring this step to an end.")
    page.clock.fast_forward("03:00")
    expect(warning).to_contain_text("Nothing is cut off")
    expect(step.get_by_role("timer")).to_contain_text("over")
    expect(tonight(laptop)).to_contain_text("later than planned")
    laptop.is_accessible()
    assert agenda(led)["at"] == "s1"


def test_each_step_comes_whole_onto_the_screen_of_a_small_laptop(
    laptop: Laptop, led: Facilitator
) -> None:
    laptop.page.set_viewport_size({"width": 1366, "height": 650})
    led.move("go", step="s1")
    for name, step in (("Next: Opening and notice", "s2"), ("Next: Group agreement", "s3")):
        now(laptop).get_by_role("button", name=name).click()
        at(led, step)
        rested(laptop)
        box = now(laptop).bounding_box()
        bar = laptop.page.locator(".frame-bar").bounding_box()
        assert box is not None
        assert bar is not None
        assert box["y"] >= bar["height"]
        assert box["y"] + box["height"] <= 650


def test_alone_in_twos_at_the_table_and_together_have_their_minutes(
    laptop: Laptop, led: Facilitator
) -> None:
    page = laptop.page
    led.move("go", step="s5")
    page.clock.install()
    page.reload()
    laptop.shown()
    parts = now(laptop).get_by_role("list", name="Parts of this step")
    told = ["Alone: 1 min", "In twos: 2 min", "At the table: 4 min", "All together: 3 min"]
    assert parts.get_by_role("listitem").all_inner_texts() == told
    running = parts.locator("[aria-current=step]")
    for minutes, title in (("00:00", "Alone"), ("01:10", "In twos"), ("05:00", "At the table")):
        page.clock.fast_forward(minutes)
        expect(running).to_contain_text(title)
        expect(now(laptop).get_by_role("status").filter(has_text=f"Now: {title}")).to_be_attached()
    laptop.is_accessible()
    page.clock.fast_forward("30:00")
    expect(running).to_contain_text("All together")
    led.move("go", step="s8")
    expect(parts).to_be_hidden()


def test_five_more_minutes_for_one_tap(laptop: Laptop, led: Facilitator) -> None:
    laptop.press("Begin: Arrival")
    now(laptop).get_by_role("button", name="+5 minutes").click()
    expect(now(laptop)).to_contain_text("of 15 minutes, until")
    expect(tonight(laptop)).to_contain_text("5 minutes later than planned")
    laptop.press("Undo")
    expect(now(laptop)).to_contain_text("of 10 minutes, until")
    expect(tonight(laptop)).to_contain_text("On time.")


def test_steps_are_moved_left_out_put_in_and_all_of_it_undone(
    laptop: Laptop, led: Facilitator
) -> None:
    before = agenda(led)["steps"]
    act(laptop, "Group agreement", "Move down")
    eventually(lambda: [one["id"] for one in agenda(led)["steps"]][:4], ["s1", "s2", "s4", "s3"])
    expect(row(laptop, "Group agreement").get_by_role("button", name="Move down")).to_be_focused()
    act(laptop, "Choose together", "Leave out")
    eventually(lambda: "s12" in {one["id"] for one in agenda(led)["steps"]}, wanted=False)
    panel = tonight(laptop)
    panel.get_by_text("Put in a step").click()
    panel.get_by_label("What people do").select_option("Break")
    panel.get_by_label("Name of the step").fill("Soup")
    panel.get_by_label("How many minutes").fill("0")
    laptop.press("Put it in")
    expect(panel.get_by_role("alert")).to_contain_text("“0” is no length.")
    panel.get_by_label("How many minutes").fill("20")
    panel.get_by_label("After which step").select_option("Opening and notice")
    laptop.is_accessible()
    laptop.press("Put it in")
    expect(laptop.said).to_have_text("“Soup” is put in.")
    eventually(lambda: agenda(led)["steps"][2]["title"], "Soup")
    for _ in range(3):
        panel.get_by_role("button", name="Undo").click()
        expect(laptop.said).to_have_text("Undone. All is as it was before.")
        laptop.page.wait_for_timeout(300)
    eventually(lambda: agenda(led)["steps"], before)


def test_another_window_is_followed_and_its_moves_are_not_undone(
    laptop: Laptop, led: Facilitator
) -> None:
    laptop.press("Begin: Arrival")
    expect(now(laptop).get_by_role("button", name="Undo")).to_be_visible()
    led.move("go", step="s8")
    expect(now(laptop).get_by_role("heading", name="Break")).to_be_visible()
    expect(now(laptop).get_by_role("button", name="Undo")).to_be_hidden()


def test_an_evening_is_led_by_keyboard_alone(laptop: Laptop, led: Facilitator) -> None:
    keys = laptop.page.keyboard
    laptop.tab_to("Begin: Arrival")
    keys.press("Enter")
    at(led, "s1")
    laptop.page.wait_for_timeout(900)
    keys.press("Enter")  # the button stays where it is and leads on
    at(led, "s2")
    laptop.page.wait_for_timeout(900)
    laptop.tab_to(r"\+5 minutes")
    keys.press("Space")
    eventually(lambda: agenda(led)["steps"][1]["minutes"], 15)
    laptop.tab_to("Break")
    keys.press("Enter")
    laptop.tab_to("Go to this step")
    keys.press("Enter")
    at(led, "s8")


def test_the_running_step_fits_one_screen_and_a_phone(browser: Browser, led: Facilitator) -> None:
    led.move("go", step="s5")
    with laptop_of(led, browser, {"width": 1280, "height": 800}) as laptop:
        now(laptop).scroll_into_view_if_needed()
        box = now(laptop).bounding_box()
        assert box is not None
        assert box["height"] <= 800
    with laptop_of(led, browser, PHONE) as laptop:
        wide = laptop.page.evaluate("() => document.documentElement.scrollWidth")
        assert wide <= PHONE["width"]
        laptop.is_accessible()
