"""Enter for others: question, words, next; no answers of anybody, one step back."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browsers import PHONE, Watched, accessible
from tests.people import Facilitator, Helper
from tests.widgets.laptop import carry, eventually, ideas, laptop_of, people
from workshop_kit import kit

STATES = ".kit-scribe-states"


class Scribe:
    """A helper's phone, and everything that the server told it."""

    def __init__(self, watched: Watched, facilitator: Facilitator) -> None:
        self.facilitator = facilitator
        code = facilitator.known()["scribe_code"]
        carry(watched.context, Helper.entered(facilitator.url, "scribe", code))
        self.page: Page = watched.page()

    def open(self) -> None:
        """Open the page and wait until it knows the room."""
        self.page.goto(f"{self.facilitator.url}/scribe")
        expect(self.page.get_by_role("heading", name="Enter for others")).to_be_visible(
            timeout=40_000
        )

    def said(self, text: str) -> None:
        """Wait for what the page says."""
        expect(self.page.locator(".kit-voice")).to_have_text(text, timeout=20_000)


@pytest.fixture
def scribe(browser: Browser, facilitator: Facilitator) -> Iterator[Scribe]:
    watched = Watched(browser, PHONE, locale="en-CA")
    made = Scribe(watched, facilitator)
    made.open()
    yield made
    watched.close()


def written(facilitator: Facilitator, key: str) -> list[dict[str, object]]:
    """Close a question, return its answers, open it again."""
    facilitator.question(key, "closed")
    bodies = [answer["body"] for answer in facilitator.answers(key)]
    facilitator.question(key, "open")
    return bodies


def count(facilitator: Facilitator, key: str) -> int:
    """Return how many answers to a question were entered for others."""
    found: int = facilitator.state()["counts"][key]["for_others"]
    return found


def test_the_widget_carries_questions_and_words_only() -> None:
    made = kit.scribe()
    assert len(made.questions) == 9
    assert set(made.words) == {"desk", "scribe", "others", "questions", "tables"}


@pytest.mark.browser
def test_entering_one_after_the_other_and_one_step_back(
    scribe: Scribe, facilitator: Facilitator
) -> None:
    page = scribe.page
    people_box = page.get_by_label("Ideas")
    facilitator.question("q3", "open")
    expect(people_box).to_be_visible()
    expect(page.get_by_label("Question", exact=True)).to_have_value("q3")
    accessible(page)
    people_box.fill("A poster\nA talk")
    people_box.press("Control+Enter")
    scribe.said("Entered. The next one can follow.")
    expect(people_box).to_be_focused()
    expect(people_box).to_have_value("")
    people_box.fill("A film")
    page.get_by_role("button", name="Enter", exact=True).click()
    expect(page.get_by_text("Entered on this device: 2")).to_be_visible()
    eventually(lambda: count(facilitator, "q3"), 2)

    page.get_by_role("button", name="Undo the last one").click()
    scribe.said("The last one is taken out again.")
    expect(page.get_by_text("Entered on this device: 1")).to_be_visible()
    assert written(facilitator, "q3") == [{"shape": "list", "items": ["A poster", "A talk"]}]
    page.get_by_role("button", name="Undo the last one").press("Enter")
    expect(page.get_by_role("button", name="Undo the last one")).to_be_hidden()
    expect(page.get_by_role("button", name="Enter", exact=True)).to_be_focused()
    assert written(facilitator, "q3") == []


@pytest.mark.browser
def test_every_question_can_be_entered(scribe: Scribe, facilitator: Facilitator) -> None:
    facilitator.open_all()
    page = scribe.page
    press = page.get_by_role("button", name="Enter", exact=True)
    expect(page.locator(STATES).get_by_text("Open")).to_have_count(9)
    for number in range(1, 10):
        page.get_by_label("Question", exact=True).select_option(f"q{number}")
        press.click()
        expect(page.locator(".kit-problem")).to_have_text(re.compile("(Write|Choose) "))
        if number == 6:
            page.get_by_role("radio").first.check()
        page.get_by_role("textbox").first.fill(f"Words {number}")
        if number == 1:
            expect(page.get_by_label("Their thoughts")).to_have_value("Words 1")
            press.click()
            expect(page.locator(".kit-problem")).to_have_text(re.compile("^Ask first"))
            page.get_by_label("They want to share this").check()
        accessible(page)
        press.click()
        expect(page.get_by_text(f"Entered on this device: {number}")).to_be_visible()
    for number in range(1, 10):
        [body] = written(facilitator, f"q{number}")
        assert f"Words {number}" in str(body)


@pytest.mark.browser
def test_no_answer_of_anybody_reaches_the_page(scribe: Scribe, facilitator: Facilitator) -> None:
    told: list[str] = []
    scribe.page.on("response", lambda response: told.append(response.url))
    facilitator.question("q3", "open")
    people(facilitator, "q3", ideas("A secret poster"))
    expect(scribe.page.locator(STATES)).to_contain_text("Open")
    facilitator.question("q3", "closed")
    expect(scribe.page.locator(STATES)).to_contain_text("Closed")
    expect(scribe.page.get_by_text("This question is closed.")).to_be_visible()
    assert "secret" not in scribe.page.content()
    assert [url for url in told if "answers" in url or "entries" in url] == []


@pytest.mark.browser
def test_what_is_typed_stays_when_the_room_goes_on(
    scribe: Scribe, facilitator: Facilitator
) -> None:
    page = scribe.page
    facilitator.question("q3", "open")
    page.get_by_label("Ideas").fill("Half a senten")
    facilitator.question("q3", "closed")
    facilitator.question("q4", "open")
    expect(page.locator(STATES)).to_contain_text("Closed")
    expect(page.get_by_label("Ideas")).to_have_value("Half a senten")
    page.get_by_role("button", name="Enter", exact=True).click()
    scribe.said("This question is closed now. Nothing was changed.")
    expect(page.get_by_label("Ideas")).to_have_value("Half a senten")
    page.get_by_label("Question", exact=True).select_option("q4")
    expect(page.get_by_label("Ways to look after each other")).to_have_value("")
    page.get_by_label("Question", exact=True).select_option("q3")
    expect(page.get_by_label("Ideas")).to_have_value("Half a senten")


@pytest.mark.browser
def test_a_lost_reply_enters_once(scribe: Scribe, facilitator: Facilitator) -> None:
    page = scribe.page
    facilitator.question("q9", "open")
    tried: list[str] = []

    def lose_the_reply(route: Route) -> None:
        tried.append(str(route.request.post_data))
        if len(tried) == 1:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/for-others/*", lose_the_reply)
    page.get_by_label("One first step").fill("Meet on Monday")
    page.get_by_role("button", name="Enter", exact=True).click()
    expect(page.get_by_text("Entered on this device: 1")).to_be_visible(timeout=20_000)
    assert len(tried) == 2
    eventually(lambda: count(facilitator, "q9"), 1)


@pytest.mark.browser
def test_leaving_and_the_end_wipe_what_was_typed(scribe: Scribe, facilitator: Facilitator) -> None:
    page = scribe.page
    facilitator.question("q3", "open")
    page.get_by_label("Ideas").fill("Half a sentence")
    facilitator.change(state="closed")
    expect(page.get_by_text("The workshop is closed. Thank you for your help.")).to_be_visible()
    expect(page.get_by_label("Ideas")).to_be_hidden()
    accessible(page)
    page.evaluate("window.dispatchEvent(new Event('kit:leaving'))")
    expect(page.locator(".kit-scribe")).to_be_empty()


@pytest.mark.browser
def test_the_facilitator_enters_for_others_too(browser: Browser, facilitator: Facilitator) -> None:
    facilitator.question("q5", "open")
    with laptop_of(facilitator, browser) as laptop:
        box = laptop.page.get_by_label("Groups, services and places")
        box.fill("Friendship centre")
        box.press("Control+Enter")
        expect(laptop.said).to_have_text("Entered. The next one can follow.")
        expect(laptop.board).to_contain_text("1 of them entered for others")
        facilitator.question("q5", "closed")
        expect(box).to_be_hidden()
