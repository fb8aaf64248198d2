"""Dot votes in the hall: made on the board, spent on phones, hands counted, talked about."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browsers import Watched, accessible
from tests.people import Facilitator
from tests.widgets.laptop import Laptop, eventually, ideas, laptop_of, people
from tests.widgets.phone import Phone
from tests.widgets.test_projector import WALL, Wall

pytestmark = pytest.mark.browser
CHOICES = ["Meet every month", "Ask the hotel", "A night at the school", "Posters in washrooms"]
VOTE: dict[str, Any] = {
    "title": "What first?",
    "options": [{"id": f"o{n}", "text": text} for n, text in enumerate(CHOICES, start=1)],
    "dots": 3,
    "most": 2,
    "state": "open",
}


@pytest.fixture
def laptop(browser: Browser, facilitator: Facilitator) -> Iterator[Laptop]:
    with laptop_of(facilitator, browser) as made:
        yield made


def panel(laptop: Laptop) -> Locator:
    """Unfold the votes on the board."""
    found = laptop.page.get_by_role("region", name="Dot vote", exact=True)
    if found.locator("> details[open]").count() == 0:
        found.locator("> details > summary").click()
    return found


def votes(facilitator: Facilitator) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = facilitator.state()["all_votes"]
    return found


def make_vote(laptop: Laptop) -> Locator:
    """Make a vote with some slips on the way; return the panel."""
    voting = panel(laptop)
    voting.get_by_text("Make a new vote").click()
    laptop.press("Make it")
    expect(voting.get_by_role("alert")).to_have_text("Say first what the vote is about.")
    voting.get_by_label("What is it about?").fill("What first?")
    voting.get_by_label("What can be chosen?").fill("One")
    laptop.press("Make it")
    expect(voting.get_by_role("alert")).to_contain_text("There are 1.")
    voting.get_by_label("What can be chosen?").fill("\n".join([*CHOICES, " ask  the HOTEL"]))
    expect(voting.get_by_label("Dots for each person")).to_have_value("1")
    voting.get_by_label("Dots for each person").fill("3")
    voting.get_by_label("At most on one choice").fill("2")
    laptop.is_accessible()
    laptop.press("Make it")
    return voting


def test_a_vote_is_made_opened_closed_and_talked_about(
    browser: Browser, laptop: Laptop, facilitator: Facilitator
) -> None:
    watched = Watched(browser, WALL, locale="en-CA")
    wall = Wall(watched, facilitator)
    wall.open()
    voting = make_vote(laptop)
    eventually(lambda: len(votes(facilitator)), 1)
    assert [one["text"] for one in votes(facilitator)[0]["options"]] == [
        "Meet every month", "ask the HOTEL", "A night at the school", "Posters in washrooms",
    ]  # fmt: skip
    laptop.press("Open the vote")
    expect(wall.page.get_by_role("heading", level=1)).to_have_text("What first?")
    expect(wall.page.get_by_role("listitem")).to_have_count(4)
    accessible(wall.page)
    card = voting.get_by_role("region", name="What first?")
    card.get_by_text("Hands and paper").click()
    card.get_by_label("A night at the school").fill("4")
    laptop.press("Save the hands")
    expect(laptop.said).to_have_text("Noted. They count too.")
    laptop.is_accessible()
    laptop.press("Close and count")
    expect(card.get_by_role("listitem").first).to_contain_text("A night at the school")
    expect(card.get_by_role("listitem").first).to_contain_text("Dots: 4")
    expect(card.get_by_role("listitem").nth(1)).to_have_text(re.compile(r"Dots: 0$"))
    expect(card).to_contain_text("Now talk: What do you notice?")
    expect(wall.page.get_by_role("listitem").first).to_contain_text("Dots: 4")
    for page in (laptop.page, wall.page):
        accessible(page)
    watched.close()


def test_choices_come_from_what_was_approved_and_a_vote_can_be_removed(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    facilitator.question("q3", "open")
    people(facilitator, "q3", ideas(CHOICES[0], CHOICES[1]), ideas("not this one"))
    facilitator.question("q3", "closed")
    for answer in facilitator.answers("q3"):
        good = CHOICES[0] in answer["body"]["items"]
        facilitator.decide(answer, "approved" if good else "kept_back")
    voting = panel(laptop)
    voting.get_by_text("Make a new vote").click()
    voting.get_by_label("Take what was approved of").select_option("3. How to start")
    laptop.press("Take what was approved of")
    expect(voting.get_by_label("What can be chosen?")).to_have_value("\n".join(sorted(CHOICES[:2])))
    expect(voting.get_by_role("status")).to_have_text("Taken over: 2. Change them as you like.")
    voting.get_by_label("What is it about?").fill("Which one?")
    laptop.press("Make it")
    eventually(lambda: len(votes(facilitator)), 1)
    laptop.press("Remove this vote")
    eventually(lambda: votes(facilitator), [])
    undo = voting.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    eventually(lambda: [one["title"] for one in votes(facilitator)], ["Which one?"])


def test_dots_are_spent_with_two_buttons_and_survive_a_reload(phone: Phone) -> None:
    led = phone.facilitator
    led.write("vote", "v1", VOTE)
    ballot = phone.page.get_by_role("region", name="Vote: What first?")
    expect(ballot).to_contain_text("Your dots: 3.")
    more = ballot.get_by_role("button", name="One dot more for Ask the hotel")
    more.click()
    more.click()
    expect(more).to_have_attribute("aria-disabled", "true")  # at most two on one
    ballot.get_by_role("button", name="One dot more for Meet every month").focus()
    phone.page.keyboard.press("Enter")
    expect(ballot.get_by_text("Dots left: 0")).to_be_visible()
    accessible(phone.page)
    phone.reload()
    expect(ballot.get_by_text("Dots left: 0")).to_be_visible()
    ballot.get_by_role("button", name="Send my dots").click()
    expect(ballot.get_by_text("Your dots are sent.")).to_be_visible()
    assert phone.person.entries()[0]["body"] == {"dots": {"o1": 1, "o2": 2}}
    ballot.get_by_role("button", name="One dot less for Ask the hotel").click()
    expect(ballot.get_by_text("Not sent yet.")).to_be_visible()
    ballot.get_by_role("button", name="Send my dots").click()
    expect(ballot.get_by_text("Your dots are sent.")).to_be_visible()
    assert phone.person.entries()[0]["body"] == {"dots": {"o1": 1, "o2": 1}}
    led.write("vote", "v1", VOTE | {"state": "closed"})
    expect(ballot).to_be_hidden()
    said = phone.page.locator(".kit-ballots .kit-ballots-told")
    expect(said).to_have_text("The vote is closed: What first? Your dots are counted.")
    led.write("vote", "v1", VOTE)  # opened again
    expect(said).to_have_text("A vote is open: What first?")
    expect(ballot.get_by_text("Dots left: 1")).to_be_visible()
    more.click()
    led.write("vote", "v1", VOTE | {"state": "closed"})
    expect(said).to_contain_text("Dots that you did not send do not count.")
    led.write("vote", "v1", VOTE | {"state": "closed", "shown": True})
    expect(ballot.get_by_role("listitem").first).to_contain_text("Dots: 1, tied")
    accessible(phone.page)
    assert phone.faults() == []


def test_dots_wait_for_the_network_and_arrive_once(phone: Phone) -> None:
    phone.facilitator.write("vote", "v1", VOTE)
    ballot = phone.page.get_by_role("region", name="Vote: What first?")
    ballot.get_by_role("button", name="One dot more for Ask the hotel").click()
    phone.context.set_offline(True)
    ballot.get_by_role("button", name="Send my dots").click()
    expect(ballot.get_by_text("Not sent yet, trying again")).to_be_visible()
    phone.context.set_offline(False)
    expect(ballot.get_by_text("Your dots are sent.")).to_be_visible()
    [entry] = phone.person.entries()
    assert (entry["body"], entry["revision"]) == ({"dots": {"o2": 1}}, 1)
