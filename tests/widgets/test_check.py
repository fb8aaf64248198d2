"""Check-in and check-out in the hall: asked with a press, answered or not, told as bars."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import APIResponse, Browser, Locator, Route, expect

from tests.browsers import Watched, accessible
from tests.people import Facilitator, Participant, write_id
from tests.widgets.laptop import Laptop, eventually, laptop_of
from tests.widgets.phone import Phone
from tests.widgets.test_projector import WALL, Wall

pytestmark = pytest.mark.browser
KEY = "check-in"


@pytest.fixture
def laptop(browser: Browser, facilitator: Facilitator) -> Iterator[Laptop]:
    with laptop_of(facilitator, browser) as made:
        yield made


def say(facilitator: Facilitator, *moods: str | None) -> None:
    """Let people join and say how they are."""
    code = facilitator.known()["join_code"]
    for mood in moods:
        person = Participant.joined(facilitator.url, code)
        request = {"write_id": write_id(), "revision": 0, "body": {"mood": mood}}
        person.good("PUT", person.mine(f"entries/mood/{KEY}"), request)


def card(laptop: Laptop, name: str = "Check-in: as people arrive") -> Locator:
    """Unfold how people are; return one of the two checks."""
    panel = laptop.page.get_by_role("region", name="How people are")
    if panel.locator("> details[open]").count() == 0:
        panel.locator("> details > summary").click()
    return panel.get_by_role("region", name=name)


def press(part: Locator, name: str) -> None:
    part.get_by_role("button", name=name).click()


def count(asked: Locator, told: str = "") -> None:
    """Close it, with both presses; ``told`` is said before the second."""
    press(asked, "Close and count")
    expect(asked).to_contain_text("Counting is final")
    expect(asked.locator(".kit-two-steps-text")).to_contain_text(told)
    press(asked, "Yes, close and count")


def raise_hands(asked: Locator, mood: str, number: int) -> None:
    """Save hands that were raised for a mood."""
    asked.get_by_text("Hands and paper").click()
    asked.get_by_label(mood).fill(str(number))
    press(asked, "Save the hands")


def test_a_check_is_asked_counted_and_shown(
    browser: Browser, laptop: Laptop, facilitator: Facilitator
) -> None:
    watched = Watched(browser, WALL, locale="en-CA")
    wall = Wall(watched, facilitator)
    wall.open()
    asked = card(laptop)
    press(asked, "Ask it now")
    expect(wall.page.get_by_role("heading", level=1)).to_have_text("How are we as we arrive?")
    words = ["At ease", "Steady", "A bit of both", "Uneasy", "Heavy"]
    assert [one.strip() for one in wall.page.get_by_role("listitem").all_inner_texts()] == words
    accessible(wall.page)
    expect(asked).to_contain_text("Fewer than five phones have answered so far.")
    say(facilitator, "steady", "steady", "heavy", "mixed")
    count(asked, "Fewer than five phones")
    expect(asked).to_contain_text("Too few answered, so nothing is shown.")
    press(asked, "Show it on the wall")
    expect(wall.page.locator(".kit-slide")).to_contain_text("Too few answered to show it.")
    press(asked, "Ask it again")
    say(facilitator, "steady", None)
    expect(asked).to_contain_text("Phones that have answered: 6.")
    raise_hands(asked, "At ease", 2)
    expect(laptop.said).to_have_text("Noted. They count too.")
    laptop.is_accessible()
    count(asked, "Phones that have answered: 6.")
    expect(asked).to_contain_text("The room does not see it yet.")
    expect(wall.page.get_by_text("It is closed and counted.")).to_be_visible()
    expect(wall.page.get_by_role("listitem")).to_have_text(words)
    accessible(wall.page)
    press(asked, "Show it on the wall")
    for page in (wall.page, asked):
        for number, told in ((0, r"At ease\s*2$"), (1, r"Steady\s*3$"), (4, r"Heavy\s*1$")):
            expect(page.get_by_role("listitem").nth(number)).to_have_text(re.compile(told))
    expect(asked.get_by_role("button", name="Ask it")).to_have_count(0)
    expect(asked.get_by_text("Hands and paper")).to_be_hidden()
    expect(asked).to_contain_text("Passed on phones: 1.")
    laptop.is_accessible()
    accessible(wall.page)
    watched.close()


def test_one_that_told_nothing_is_asked_again_also_after_a_reload(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    press(card(laptop), "Ask it now")
    press(card(laptop), "Close and count")  # a slip
    press(card(laptop), "Wait a little")
    expect(card(laptop).get_by_role("button", name="Close and count")).to_be_focused()
    assert facilitator.state()["checks"][KEY]["state"] == "open"
    count(card(laptop))
    expect(card(laptop)).to_contain_text("Too few answered, so nothing is shown.")
    laptop.page.reload()
    laptop.shown()
    press(card(laptop), "Ask it again")
    eventually(lambda: facilitator.state()["checks"][KEY]["state"], "open")
    laptop.is_accessible()


def test_a_slow_reply_does_not_hide_what_the_feed_told(laptop: Laptop) -> None:
    asked = card(laptop)
    press(asked, "Ask it now")
    expect(asked).to_contain_text("Open: phones ask.")
    held: list[tuple[Route, APIResponse]] = []
    laptop.page.route("**/entries/check/*", lambda route: held.append((route, route.fetch())))
    count(asked)
    expect(asked).to_contain_text("Too few answered, so nothing is shown.")
    [(route, reply)] = held
    route.fulfill(response=reply)
    expect(laptop.said).to_have_text("It is closed.")
    expect(asked).to_contain_text("Too few answered, so nothing is shown.")


def test_it_is_at_hand_when_people_come_and_go(laptop: Laptop, facilitator: Facilitator) -> None:
    facilitator.move("plan", agenda="two-hours")
    folded = laptop.page.get_by_role("region", name="How people are").locator("> details")
    for step, unfolded in (("s1", True), ("s2", True), ("s1", True), ("s3", False), ("s13", True)):
        facilitator.move("go", step=step)
        eventually(lambda: folded.get_attribute("open") is not None, unfolded)
    names = folded.get_by_role("heading", level=3).all_inner_texts()
    assert names == ["Check-out: as people leave", "Check-in: as people arrive"]
    assert facilitator.state()["checks"]["check-out"]["state"] == "waiting"


def test_one_that_was_forgotten_is_told(laptop: Laptop, facilitator: Facilitator) -> None:
    facilitator.move("plan", agenda="two-hours")
    for begins, name, later in (("s1", "Check-in", "s3"), ("s13", "Check-out", "s14")):
        facilitator.move("go", step=begins)
        asked = laptop.page.locator(".kit-checks > div > section", has_text=f"{name}:")
        press(asked, "Ask it now")  # the step unfolds it, and folds it
        expect(asked).to_contain_text("Open: phones ask.")
        facilitator.move("go", step=later)
        expect(asked).to_contain_text("Still open, although its time is over.")


def test_one_word_is_sent_changed_and_taken_back(phone: Phone) -> None:
    led = phone.facilitator
    led.write("check", KEY, {"state": "open"})
    asked = phone.page.get_by_role("region", name="How are you as you arrive?")
    press(asked, "Send my word")
    expect(asked.get_by_text("Choose one first.")).to_be_visible()
    asked.get_by_label("Uneasy").check()
    press(asked, "Send my word")
    expect(asked.get_by_text("Sent. You can change it")).to_be_visible()
    accessible(phone.page)
    assert phone.person.entries()[0]["body"] == {"mood": "uneasy"}
    phone.reload()
    expect(asked.get_by_label("Uneasy")).to_be_checked()
    asked.get_by_label("I pass").check()
    expect(asked.get_by_text("Not sent yet.")).to_be_visible()
    press(asked, "Send my word")
    expect(asked.get_by_text("Sent. You can change it")).to_be_visible()
    assert phone.person.entries()[0]["body"] == {"mood": None}
    press(asked, "Take back")
    expect(asked.get_by_text("Taken back")).to_be_visible()
    expect(asked.get_by_role("button", name="Send my word")).to_be_focused()
    assert phone.person.entries() == []
    asked.get_by_label("Heavy").check()
    press(asked, "Send my word")
    expect(asked.get_by_text("Sent. You can change it")).to_be_visible()
    phone.press("Take back everything I wrote")
    phone.press("Yes, take it back")
    expect(phone.page.get_by_text("Removed from the room: 1.")).to_be_visible()
    expect(asked.get_by_label("Heavy")).not_to_be_checked()
    asked.get_by_label("Heavy").focus()
    led.write("check", KEY, {"state": "closed"})
    expect(asked).to_be_hidden()
    over = phone.page.get_by_text("This is closed now: How are you as you arrive?")
    expect(over).to_be_focused()
    assert phone.faults() == []


def test_it_waits_for_the_network_and_what_comes_late_is_told(phone: Phone) -> None:
    led = phone.facilitator
    led.write("check", KEY, {"state": "open"})
    asked = phone.page.get_by_role("region", name="How are you as you arrive?")
    asked.get_by_label("Heavy").check()
    phone.context.set_offline(True)
    press(asked, "Send my word")
    expect(asked.get_by_text("Not sent yet, trying again")).to_be_visible()
    led.write("check", KEY, {"state": "closed"})
    phone.context.set_offline(False)
    expect(phone.page.get_by_text("What you chose was not sent.")).to_be_visible()
    expect(asked).to_be_hidden()
    assert phone.person.entries() == []


def test_what_ended_before_the_next_try_was_not_sent(phone: Phone) -> None:
    led, person = phone.facilitator, phone.person
    led.write("check", KEY, {"state": "open"})
    asked = phone.page.get_by_role("region", name="How are you as you arrive?")
    asked.get_by_label("Heavy").check()
    request = {"write_id": write_id(), "revision": 0, "body": {"mood": "steady"}}
    person.good("PUT", person.mine(f"entries/mood/{KEY}"), request)  # in another tab
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    phone.page.route("**/entries/mood/*", hold)
    press(asked, "Send my word")
    expect(asked.get_by_text("Sending")).to_be_visible()
    [route] = held
    reply = person.ask("PUT", person.mine(f"entries/mood/{KEY}"), route.request.post_data_json)
    led.write("check", KEY, {"state": "closed"})
    expect(asked).to_be_hidden()
    assert (reply.status_code, reply.json()["error"]) == (409, "stale_revision")
    route.fulfill(status=409, json=reply.json())
    expect(phone.page.get_by_text("Your last change was not sent.")).to_be_visible()
    assert person.entries()[0]["body"] == {"mood": "steady"}
