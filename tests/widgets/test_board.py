"""The facilitator's page as a whole: before opening, blank, close, by keyboard, on a phone."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import PHONE
from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper
from tests.widgets.laptop import Laptop, eventually, ideas, laptop_of, people
from workshop_kit import kit
from workshop_kit.content.help_lines import help_line
from workshop_kit.widgets.asset import FOLDER
from workshop_kit.widgets.board_words import board_words

# Shared with the participant's form, whose words are tested there.
SHARED = {"fields.js", "shown.js", "answer.js"}
SMALLER_THAN = """(least) => [...document.querySelectorAll(
    '.kit-board button, .kit-board summary, .kit-board select, .kit-board .kit-choice')]
    .map((one) => [one.textContent, one.getBoundingClientRect()])
    .filter(([, { width, height }]) => width && (width < least || height < least))
    .map(([text]) => text)"""
SMALL_PRINT = """() => [...document.querySelectorAll('.kit-board *')]
    .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16)
    .map((one) => one.outerHTML.slice(0, 80))"""


def modules(name: str) -> set[str]:
    """Return the files that a module is put together from."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    found = {name}
    for other in re.findall(r'from "\./([\w-]+\.js)"', text):
        found |= modules(other)
    return found


@pytest.fixture
def draft(server: KitProcess) -> Facilitator:
    """A facilitator of a workshop that is not open yet."""
    return Facilitator.with_new_workshop(server.url)


@pytest.fixture
def laptop(browser: Browser, facilitator: Facilitator) -> Iterator[Laptop]:
    with laptop_of(facilitator, browser) as made:
        yield made


def test_every_word_that_the_page_says_is_given() -> None:
    given = {name for group in board_words().values() for name in group}
    groups = set(board_words())
    for file in modules("board.js") - SHARED:
        code = (FOLDER / file).read_text(encoding="utf-8")
        said = set(re.findall(r"\bwords\.([a-z_]+)", code))
        assert said - given - groups == set(), file


def test_no_word_is_given_that_nothing_says() -> None:
    code = "".join((FOLDER / file).read_text(encoding="utf-8") for file in modules("board.js"))
    built = re.compile(r"^(now|state|note|is|done|problem|lack)_|_hint$")
    given = {name for group in board_words().values() for name in group if not built.search(name)}
    assert {name for name in given if not re.search(rf"\b{name}\b", code)} == set()


def test_the_widget_knows_nothing_of_a_session() -> None:
    board = kit.board()
    names = {"questions", "help", "guidance", "readings", "content", "words"}
    names |= {"agenda", "agreement", "moods"}
    own = {name for name in board.trait_names(sync=True) if not name.startswith(("_", "layout"))}
    assert own - {"tabbable", "tooltip"} == names
    assert "evidence" not in board.help[0]


def test_guidance_is_there_with_and_without_a_support_person() -> None:
    told = {name: json.dumps(one, ensure_ascii=False) for name, one in kit.board().guidance.items()}
    assert "{support_person}" in told["named"]
    assert "{" not in told["unnamed"].replace('{"', "")
    for text in told.values():
        assert help_line("emergency").number in text
        assert help_line("child_at_risk").number in text
        assert "Do not go looking for the writer" in text


@pytest.mark.browser
def test_opening_needs_a_word_about_the_help_lines(browser: Browser, draft: Facilitator) -> None:
    with laptop_of(draft, browser) as laptop:
        page = laptop.page
        for number in ("1-800-563-0808", "1-888-712-7974"):
            expect(laptop.board.get_by_role("link", name=number)).to_be_visible()
        laptop.is_accessible()
        laptop.press("Open the workshop")
        expect(page.get_by_text("Say first whether you dialled")).to_be_visible()
        page.get_by_label("I did not, because").check()
        laptop.press("Open the workshop")
        expect(page.get_by_label("Why not?")).to_be_focused()
        assert draft.known()["state"] == "draft"
        page.get_by_label("Why not?").fill("No signal in the hall")
        laptop.press("Open the workshop")
        expect(laptop.chosen).to_be_visible()
        assert laptop.focused() == "Maple Hall"
        assert draft.known()["help_lines"]["reason"] == "No signal in the hall"


@pytest.mark.browser
def test_the_details_are_changed_on_the_page(browser: Browser, draft: Facilitator) -> None:
    with laptop_of(draft, browser) as laptop:
        page = laptop.page
        expect(page.get_by_text("Lines not filled in yet: 5")).to_be_visible()
        laptop.press("Change the details")
        name = page.get_by_label("Title")
        expect(name).to_be_focused()
        laptop.is_accessible()
        name.fill(" ")
        laptop.press("Save the details")
        expect(page.get_by_text("Give the workshop a title.")).to_be_visible()
        assert draft.known()["title"] == "Maple Hall"
        name.fill("Cedar Hall")
        page.get_by_label("Police").check()
        page.get_by_label("Kept after closing").fill("7")
        laptop.press("Save the details")
        expect(laptop.board.get_by_role("heading", level=1, name="Cedar Hall")).to_be_visible()
        expect(page.get_by_text("7 days, then destroyed")).to_be_visible()
        assert laptop.focused() == "Change the details"
        assert draft.known()["roles_present"] == ["police"]


@pytest.mark.browser
def test_one_key_blanks_this_screen_and_the_projector(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    page = laptop.page
    wall = Helper.entered(facilitator.url, "projector", facilitator.known()["projector_code"])
    people_field = page.get_by_label("Ideas")
    laptop.choose("How to start")
    laptop.press("Open this question")
    people_field.press("b")
    expect(people_field).to_have_value("b")
    expect(laptop.chosen).to_be_visible()

    laptop.board.locator("h1").click()
    page.keyboard.press("b")
    expect(laptop.chosen).to_be_hidden()
    expect(laptop.said).to_have_text("The projector is blank.")
    eventually(lambda: wall.state()["blank"], True)  # noqa: FBT003 - what is wanted
    expect(page.get_by_role("button", name="Leave")).to_be_visible()
    laptop.is_accessible()
    page.reload()
    expect(page.get_by_role("button", name="Show the screens again")).to_be_visible(timeout=40_000)
    expect(laptop.chosen).to_be_hidden()
    page.keyboard.press("B")
    expect(laptop.chosen).to_be_visible()
    expect(laptop.said).to_have_text("The projector shows again what it showed before.")
    eventually(lambda: wall.state()["blank"], False)  # noqa: FBT003 - what is wanted

    page.get_by_label("The key B blanks the screens").uncheck()
    laptop.board.locator("h1").click()
    page.keyboard.press("b")
    expect(laptop.chosen).to_be_visible()
    laptop.press("Blank the screens (B)")
    expect(laptop.chosen).to_be_hidden()
    page.get_by_role("button", name="Show the screens again").press("Enter")
    expect(laptop.chosen).to_be_visible()


@pytest.mark.browser
def test_the_screen_is_blank_even_when_the_room_does_not_answer(laptop: Laptop) -> None:
    laptop.page.route("**/entries/screen/projector", lambda route: route.abort())
    laptop.press("Blank the screens (B)")
    expect(laptop.chosen).to_be_hidden()
    expect(laptop.said).to_have_text("The laptop does not answer. Trying again…")
    laptop.page.unroute("**/entries/screen/projector")
    expect(laptop.said).to_have_text("The projector is blank.", timeout=20_000)


@pytest.mark.browser
def test_closing_is_asked_twice_and_leads_to_the_notes(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    page = laptop.page
    facilitator.question("q3", "open")
    people(facilitator, "q3", ideas("A poster"))
    laptop.press("Close the workshop…")
    expect(page.get_by_text("Questions that are still open: 1.")).to_be_visible()
    expect(page.get_by_text("Answers that you have not decided on: 1.")).to_be_visible()
    laptop.is_accessible()
    laptop.press("Close it for good")
    expect(page.get_by_text("Type “close” in the field first.")).to_be_visible()
    assert facilitator.known()["state"] == "open"
    page.get_by_label("Type the word “close”").fill("Close ")
    laptop.press("Close it for good")
    expect(page.get_by_role("heading", name="The workshop is closed")).to_be_visible()
    expect(
        page.get_by_text(re.compile(r"destroys what is kept here on \w+ \d+, \d{4}"))
    ).to_be_visible()
    expect(page.get_by_role("link", name="Go to the notes")).to_have_attribute("href", "/notes")
    assert facilitator.known()["state"] == "closed"
    laptop.is_accessible()
    laptop.choose("How to start")
    laptop.decide("A poster", "Approve")
    expect(laptop.said).to_have_text(re.compile("^Approved"))


@pytest.mark.browser
def test_an_evening_with_the_keyboard_alone(browser: Browser, draft: Facilitator) -> None:
    with laptop_of(draft, browser) as laptop:
        keys = laptop.page.keyboard
        laptop.tab_to("I dialled them today")
        keys.press("Space")
        laptop.tab_to("Open the workshop")
        keys.press("Enter")
        expect(laptop.chosen).to_be_visible()
        laptop.tab_to("How to start")
        keys.press("Enter")
        laptop.tab_to("Open this question")
        keys.press("Enter")
        expect(laptop.said).to_contain_text("Question 3 is open.")
        people(draft, "q3", ideas("A poster"), ideas("A worrying thing"))
        laptop.tab_to("Close and review")
        keys.press("Enter")
        expect(laptop.answer("A poster")).to_be_visible()
        for words, decision in (("A poster", "Approve"), ("A worrying thing", "Set aside")):
            laptop.answer(words).get_by_role("button", name="Approve").focus()
            if decision == "Set aside":
                keys.press("Tab")
                keys.press("Tab")
            keys.press("Enter")
            expect(laptop.said).to_have_text(re.compile("^(Approved|Set aside)"))
        expect(laptop.page.get_by_role("dialog")).to_be_visible()
        keys.press("Escape")
        laptop.tab_to("Show approved on the screen", most=90)
        keys.press("Enter")
        expect(laptop.page.get_by_text("approved answers to Question 3").first).to_be_visible()


@pytest.mark.browser
def test_it_is_of_use_on_a_narrow_screen(browser: Browser, facilitator: Facilitator) -> None:
    facilitator.question("q3", "open")
    people(facilitator, "q3", ideas("A poster"), ideas("A very long word: " + "x" * 200))
    with laptop_of(facilitator, browser, PHONE) as laptop:
        for width in (390, 320):
            laptop.page.set_viewport_size({"width": width, "height": 800})
            assert laptop.page.evaluate("document.documentElement.scrollWidth") <= width
        laptop.choose("How to start")
        laptop.press("Close and review")
        expect(laptop.answer("A poster")).to_be_visible()
        assert laptop.page.evaluate("document.documentElement.scrollWidth") <= 320
        assert laptop.page.evaluate(SMALLER_THAN, 44) == []
        assert laptop.page.evaluate(SMALL_PRINT) == []
        for scheme in ("light", "dark"):
            laptop.page.emulate_media(color_scheme=scheme)
            laptop.is_accessible()


@pytest.mark.browser
def test_a_page_that_is_signed_out_shows_nothing_more(
    laptop: Laptop, facilitator: Facilitator
) -> None:
    laptop.page.context.clear_cookies()
    laptop.page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(laptop.page.get_by_text("You are signed out of this workshop.")).to_be_visible(
        timeout=20_000
    )
    expect(laptop.chosen).to_be_hidden()
