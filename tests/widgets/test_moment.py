"""A question inside a section: one answer with the page of all nine, and no form for who leads."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browsers import PHONE, accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant
from tests.widgets.laptop import carry
from workshop_kit.content.questions import question, questions
from workshop_kit.content.sections import sections
from workshop_kit.widgets.asset import module
from workshop_kit.widgets.moment import Moment
from workshop_kit.widgets.moment_words import moment_words


def a_section_that_asks(at_least: int) -> tuple[str, list[str]]:
    """Return the address of a section with so many questions, and their keys in order."""
    for one in sections():
        keys = [key for part in one.parts for key in part.asks]
        if len(keys) >= at_least:
            return one.key, keys
    raise AssertionError("no section asks anything")


PATH, KEYS = a_section_that_asks(3)
LISTS = [key for key in KEYS if question(key).shape == "list"]


def test_every_word_that_it_says_is_given_and_every_given_one_is_said() -> None:
    code = module("moment.js")
    given = moment_words()
    said = set(re.findall(r"\bwords\.([a-z_]+)", code))
    quoted = {name for name in given if re.search(rf'["`]{name}["`]', code)}
    built = {f"{name}_at" for name in ("sent", "skipped", "kept")}
    built |= {f"{name}_more" for name in ("sending", "trying")}
    assert said - given.keys() <= marks()
    assert given.keys() - said - quoted - built == set()


def marks() -> set[str]:
    """Return what only the overview of the form shows."""
    return {name for name in moment_words() if name.startswith("mark_")}


def test_it_carries_its_questions_and_no_answer() -> None:
    moment = Moment([question("q3")])
    assert [one["key"] for one in moment.questions] == ["q3"]
    assert "source" not in moment.questions[0]


class Reader:
    """A participant who reads a section on a phone."""

    def __init__(self, page: Page, server: KitProcess, facilitator: Facilitator) -> None:
        self.page = page
        self.url = server.url
        self.person = Participant.joined(server.url, facilitator.known()["join_code"])
        carry(page.context, self.person)
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))

    def open(self, path: str = PATH) -> None:
        """Open a page and wait until its last widget knows what was sent."""
        with self.page.expect_response("**/room/participant"):
            self.page.goto(f"{self.url}/{path}")
        expect(self.page.locator("#kit-progress")).to_have_attribute("data-state", "done")

    def sheet(self, key: str) -> Locator:
        """Return the sheet of a question."""
        return self.page.get_by_role("group", name=re.compile(re.escape(question(key).text)))

    def answer(self, key: str) -> object:
        """Return what the room has of this person."""
        return next((one["body"] for one in self.person.entries() if one["key"] == key), None)


@pytest.fixture
def reader(browser: Browser, server: KitProcess, facilitator: Facilitator) -> Iterator[Reader]:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]  # a plain dict fits
    made = Reader(context.new_page(), server, facilitator)
    yield made
    context.close()
    assert made.problems == []


def write_something(sheet: Locator) -> None:
    """Fill the first text field."""
    sheet.get_by_role("textbox").first.fill("from inside the section")


pytestmark = pytest.mark.browser


def test_what_is_sent_inside_a_section_stands_on_the_page_of_all_nine_and_back(
    reader: Reader, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    reader.open()
    first, second = LISTS[:2]
    write_something(reader.sheet(first))
    reader.sheet(first).get_by_role("button", name="Send to the room").click()
    expect(reader.sheet(first).locator(".kit-status")).to_have_text(re.compile("^Sent"))
    write_something(reader.sheet(second))
    assert reader.answer(first)
    assert reader.answer(second) is None

    reader.open("reflect")
    reader.page.get_by_role("button", name="All questions").click()
    rows = reader.page.locator(".kit-list button")
    expect(rows.nth(question(first).number - 1)).to_contain_text("sent")
    expect(rows.nth(question(second).number - 1)).to_contain_text("only on this phone")
    rows.nth(question(second).number - 1).click()
    expect(reader.sheet(second).get_by_role("textbox").first).to_have_value(
        "from inside the section"
    )
    reader.sheet(second).get_by_role("button", name="Send to the room").click()
    expect(reader.sheet(second).locator(".kit-status")).to_have_text(re.compile("^Sent"))

    reader.open()
    for key in (first, second):
        expect(reader.sheet(key).locator(".kit-shown")).to_contain_text("from inside the section")


def test_several_moments_of_a_page_ask_once_and_share_one_stream(
    reader: Reader, facilitator: Facilitator
) -> None:
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    reader.open()
    for key in KEYS:
        expect(reader.sheet(key)).to_contain_text("This question is not open yet.")
    rooms = [url.rsplit("/room/")[1] for url in asked if "/room/" in url]
    assert rooms == ["participant", f"{facilitator.session}/participant/feed"]
    facilitator.question(KEYS[0], "open")
    expect(reader.sheet(KEYS[0]).get_by_role("textbox").first).to_be_editable()
    facilitator.question(KEYS[0], "closed")
    expect(reader.sheet(KEYS[0])).to_contain_text("This question is closed.")
    expect(reader.sheet(KEYS[0]).get_by_role("button")).to_have_count(0)


def test_typing_is_possible_before_the_room_has_answered(
    reader: Reader, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route("**/room/participant", hold)
    reader.page.goto(f"{reader.url}/{PATH}")
    write_something(reader.sheet(LISTS[0]))
    expect(reader.sheet(LISTS[0]).locator(".kit-status")).to_have_text("Only on this phone")
    assert len(held) == 1
    held[0].continue_()
    reader.sheet(LISTS[0]).get_by_role("button", name="Send to the room").click()
    expect(reader.sheet(LISTS[0]).locator(".kit-status")).to_have_text(re.compile("^Sent"))
    assert reader.answer(LISTS[0]) == {"shape": "list", "items": ["from inside the section"]}


def test_the_end_is_said_once_and_what_was_not_sent_is_gone(
    reader: Reader, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    reader.open()
    write_something(reader.sheet(LISTS[0]))
    facilitator.change(state="closed")
    expect(reader.page.get_by_text("The workshop has ended.")).to_have_count(1)
    expect(reader.sheet(KEYS[0]).get_by_role("textbox")).to_have_count(0)
    assert "from inside" not in reader.page.evaluate("JSON.stringify(sessionStorage)")
    code = facilitator.known()["join_code"]
    with reader.page.expect_response(lambda reply: reply.status == 401):  # it asks who it is
        facilitator.ask("POST", f"/room/{facilitator.session}/facilitator/destroy", {"code": code})
    expect(reader.page.get_by_text("The workshop has ended.")).to_have_count(1)
    expect(reader.page.get_by_text("Join again")).to_have_count(0)


def test_who_leads_reads_the_question_and_where_to_open_it(
    browser: Browser, server: KitProcess, facilitator: Facilitator
) -> None:
    context = browser.new_context()
    carry(context, facilitator)
    page = context.new_page()
    page.goto(f"{server.url}/{PATH}")
    for key in KEYS:
        expect(page.get_by_role("heading", name=question(key).text, level=3)).to_be_visible()
    expect(page.locator(".kit-moment form")).to_have_count(0)
    expect(page.locator(".kit-moment .kit-notice p")).to_have_count(0)
    accessible(page)
    page.get_by_role("link", name="Open it on the board").first.click()
    page.wait_for_url("**/facilitate")
    context.close()


def test_it_is_clear_on_a_narrow_phone_with_large_text_and_in_the_dark(
    reader: Reader, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    reader.page.set_viewport_size({"width": 320, "height": 640})
    reader.page.emulate_media(color_scheme="dark")
    reader.open()
    expect(reader.sheet(KEYS[0]).get_by_role("textbox").first).to_be_editable()
    accessible(reader.page)
    reader.page.evaluate("document.documentElement.style.fontSize = '200%'")
    wide = """[...document.querySelectorAll('.kit-moment *')]
        .filter((one) => one.getBoundingClientRect().right > 320).length"""
    assert reader.page.evaluate(wide) == 0
    small = """() => [...document.querySelectorAll('.kit-moment :is(button, textarea)')]
        .map((one) => one.getBoundingClientRect())
        .filter(({ width, height }) => width && (width < 44 || height < 44)).length"""
    assert reader.page.evaluate(small) == 0


def test_without_a_room_every_moment_keeps_words_and_one_says_why(reader: Reader) -> None:
    reader.page.route("**/room/**", lambda route: route.fulfill(status=404, body="Not found"))
    reader.page.goto(f"{reader.url}/{PATH}")
    said = reader.page.get_by_text("This page is not in a workshop.")
    expect(said).to_have_count(1)
    for key in LISTS[:2]:
        write_something(reader.sheet(key))
        expect(reader.sheet(key).locator(".kit-status")).to_have_text("Only on this device")
        expect(reader.sheet(key).get_by_role("button")).to_have_count(0)
    reader.page.reload()
    box = reader.sheet(LISTS[1]).get_by_role("textbox").first
    expect(box).to_have_value("from inside the section")


def test_every_question_can_be_asked_inside_a_section() -> None:
    asked = [key for one in sections() for part in one.parts for key in part.asks]
    assert set(asked) <= {one.key for one in questions()}
    assert len(asked) == len(set(asked))
