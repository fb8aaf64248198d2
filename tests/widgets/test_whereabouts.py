"""What waits for somebody and where the group is: one after the other, each with its own way."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.people import Facilitator
from tests.widgets.reader import Reader, asks

pytestmark = pytest.mark.browser

AT_Q5 = "The group is at question 5: Local help."
SORT = "You can sort ideas on your phone."
VOTE = "There is a vote on your phone."


def everyone_sorts(facilitator: Facilitator) -> None:
    """Let everyone sort the ideas of question 3."""
    facilitator.open_all()
    facilitator.question("q3", "closed")
    facilitator.sort("q3", "open_to_all")


def everyone_votes(facilitator: Facilitator, key: str) -> None:
    """Open a vote."""
    options = [{"id": f"o{number}", "text": f"Choice {number}"} for number in range(3)]
    vote = {"title": f"Vote {key}", "options": options, "dots": 2, "most": 2, "state": "open"}
    facilitator.write("vote", key, vote)


def takes_part(reader: Reader, kind: str, key: str, body: dict[str, Any]) -> None:
    """Send something as another tab of the same phone does."""
    written = {"write_id": f"{kind}-{key}", "revision": 0, "body": body}
    reader.person.good("PUT", reader.person.mine(f"entries/{kind}/{key}"), written)


def told(reader: Reader) -> Locator:
    """Return the sentence of the offer."""
    return reader.offer.get_by_role("status")


def asked_who(reader: Reader) -> int:
    """Return how often the page asked who one is."""
    return len([url for url in reader.asked if url.endswith("/participant")])


def test_the_question_keeps_its_own_way_behind_a_sort(
    reader: Reader, facilitator: Facilitator
) -> None:
    everyone_sorts(facilitator)
    asks(facilitator, "q5")
    page = reader.open("welcome")
    there = reader.offer.get_by_role("link", name="Go there")
    expect(told(reader)).to_have_text(SORT)
    expect(there).to_have_attribute("href", re.compile("/reflect$"))
    stay = reader.offer.get_by_role("button", name="Stay here")
    stay.press("Enter")
    expect(told(reader)).to_have_text(AT_Q5)
    expect(stay).to_be_focused()
    there.click()
    expect(page.locator(".kit-reflect form.kit-card:visible")).to_contain_text("Question 5 of 9")


def test_who_goes_to_a_sort_is_told_there_where_the_group_is(
    reader: Reader, facilitator: Facilitator
) -> None:
    everyone_sorts(facilitator)
    facilitator.move("plan", agenda="two-hours")
    facilitator.move("go", step="s6")
    page = reader.open("welcome")
    expect(told(reader)).to_have_text(SORT)
    reader.offer.get_by_role("link", name="Go there").click()
    expect(page.get_by_role("button", name="Talk to someone", exact=True)).to_be_visible()
    expect(reader.offer.get_by_role("link", name="Read along")).to_be_visible()


def test_a_reading_keeps_read_along_and_a_break_its_own_button(
    reader: Reader, facilitator: Facilitator
) -> None:
    facilitator.move("plan", agenda="two-hours")
    facilitator.move("go", step="s6")
    reader.open("welcome")
    along = reader.offer.get_by_role("link", name="Read along")
    expect(along).to_be_visible()
    for key in ("v1", "v2"):  # the same sentence, which is pressed away once
        everyone_votes(facilitator, key)
    expect(told(reader)).to_have_text(VOTE)
    reader.offer.get_by_role("button", name="Stay here").press("Enter")
    expect(along).to_have_attribute("href", re.compile("#kit-get-organized-in_place$"))
    facilitator.write("check", "check-in", {"state": "open", "hands": {}})
    facilitator.move("go", step="s8")
    expect(told(reader)).to_have_text("You can say in one word how you are.")
    reader.offer.get_by_role("button", name="Stay here").press("Enter")
    expect(told(reader)).to_have_text(re.compile("Now: Break"))
    seen = reader.offer.get_by_role("button", name="All right")
    expect(seen).to_be_focused()
    seen.press("Enter")
    expect(reader.page.get_by_role("main")).to_be_focused()


def test_a_sort_that_was_sent_from_another_tab_waits_no_longer_when_the_group_moves(
    reader: Reader, facilitator: Facilitator
) -> None:
    everyone_sorts(facilitator)
    reader.open("welcome")
    expect(told(reader)).to_have_text(SORT)
    takes_part(reader, "card_sort", "q3", {"placed": {}, "names": []})
    before = asked_who(reader)
    asks(facilitator, "q5")
    expect(told(reader)).to_have_text(AT_Q5)
    asks(facilitator, "q6")
    expect(told(reader)).to_contain_text("question 6")
    assert asked_who(reader) == before + 1


def test_a_vote_that_was_sent_from_another_tab_waits_no_longer_when_the_page_wakes(
    reader: Reader, facilitator: Facilitator
) -> None:
    page = reader.open("welcome")
    everyone_votes(facilitator, "v1")
    expect(told(reader)).to_have_text(VOTE)
    takes_part(reader, "ballot", "v1", {"dots": {"o1": 2}})
    before = asked_who(reader)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(told(reader)).to_have_text("")
    assert asked_who(reader) == before + 1
