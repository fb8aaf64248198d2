"""The learning list on a phone and for who leads: live, and nothing that is not revealed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible
from tests.people import Browser as Person
from tests.people import Facilitator, Participant
from tests.widgets.laptop import carry, people
from workshop_kit import page as pages
from workshop_kit.widgets.asset import FOLDER
from workshop_kit.widgets.learning_list import LearningList
from workshop_kit.widgets.learning_words import learning_words

SECRETS = ("Kept back words", "Unread words")


def learn(*items: str) -> dict[str, object]:
    """Return an answer to question 2."""
    return {"shape": "list", "items": list(items)}


def opened(watched: Watched, person: Person) -> Page:
    """Open the page with the list."""
    carry(watched.context, person)
    page = watched.page()
    page.goto(f"{person.url}/get-informed")
    expect(page.get_by_role("heading", name="What this group wants to learn")).to_be_visible(
        timeout=60_000
    )
    return page


@pytest.fixture
def phone(browser: Browser, facilitator: Facilitator) -> Iterator[Page]:
    watched = Watched(browser, PHONE, locale="en-CA")
    person = Participant.joined(facilitator.url, facilitator.known()["join_code"])
    page = opened(watched, person)
    yield page
    watched.close()


def reviewed(facilitator: Facilitator) -> None:
    """Three people answer; one answer is approved, one kept back, one not read."""
    facilitator.question("q2", "open")
    people(facilitator, "q2", learn("The law", "Signs"), *(learn(words) for words in SECRETS))
    facilitator.question("q2", "closed")
    for answer in facilitator.answers("q2"):
        first = answer["body"]["items"][0]
        if first != "Unread words":
            facilitator.decide(answer, "approved" if first == "The law" else "kept_back")


def test_every_word_is_said_and_every_said_one_is_given() -> None:
    code = (FOLDER / "learning_list.js").read_text(encoding="utf-8")
    assert set(re.findall(r"\bwords\.([a-z_]+)", code)) == set(learning_words(2))


def test_the_widget_knows_its_question_and_no_answer() -> None:
    [made] = [one for one in pages.section("get-informed").pieces if isinstance(one, LearningList)]
    assert made.question == {"key": "q2", "number": 2}
    assert "question 2" in made.words["waiting"]


@pytest.mark.browser
def test_a_phone_sees_the_list_while_it_is_revealed(phone: Page, facilitator: Facilitator) -> None:
    listed = phone.get_by_role("region", name="What this group wants to learn")
    expect(listed.get_by_text("Nothing is shown here yet.")).to_be_visible()
    reviewed(facilitator)
    accessible(phone)
    facilitator.write("question", "q2", {"state": "closed", "revealed": True})
    expect(listed.get_by_role("listitem")).to_have_text(["Signs", "The law"])
    accessible(phone)
    [unread] = [a for a in facilitator.answers("q2") if a["decision"] is None]
    facilitator.decide(unread, "approved")
    expect(listed.get_by_role("listitem")).to_have_text(["Signs", "The law", "Unread words"])
    assert "Kept back" not in phone.content()
    facilitator.write("question", "q2", {"state": "closed"})
    expect(listed.get_by_text("Nothing is shown here yet.")).to_be_visible()
    assert "Signs" not in listed.inner_html()
    facilitator.write("question", "q2", {"state": "closed", "revealed": True})
    expect(listed.get_by_text("Signs")).to_be_visible()
    facilitator.change(state="closed")
    expect(listed.get_by_text("The workshop is closed.")).to_be_visible()
    assert "Signs" not in listed.inner_html()


@pytest.mark.browser
def test_who_leads_sees_what_is_approved_and_whether_phones_do(
    browser: Browser, facilitator: Facilitator
) -> None:
    facilitator.question("q2", "open")
    watched = Watched(browser, LAPTOP, locale="en-CA")
    page = opened(watched, facilitator)
    listed = page.get_by_role("region", name="What this group wants to learn")
    expect(listed.get_by_text("Close question 2 first.")).to_be_visible()
    reviewed(facilitator)
    expect(listed.get_by_role("listitem")).to_have_text(["Signs", "The law"])
    expect(listed.get_by_text("Only you see this list.")).to_be_visible()
    accessible(page)
    facilitator.write("question", "q2", {"state": "closed", "revealed": True})
    expect(listed.get_by_text("Phones can see this list now.")).to_be_visible()
    watched.close()
