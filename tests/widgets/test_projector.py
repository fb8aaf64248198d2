"""The wall: how to join, the question, approved answers in pages; nothing else, nothing cut."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import Watched, accessible
from tests.people import Facilitator, Helper
from tests.widgets.laptop import carry, ideas, people
from workshop_kit import kit
from workshop_kit.widgets.asset import FOLDER
from workshop_kit.widgets.projector import projector_words

CODE = ("projector.js", "slides.js", "vote_result.js", "check_names.js")
WALL = {"width": 1920, "height": 1080}
OLD_WALL = {"width": 1024, "height": 768}
TWO_FRAMES = "() => new Promise((on) => requestAnimationFrame(() => requestAnimationFrame(on)))"
"""Until the pages are broken anew for another size."""
CUT_OFF = """() => {
  const stage = document.querySelector('.kit-projector-stage').getBoundingClientRect();
  const walker = document.createTreeWalker(
    document.querySelector('.kit-slide'), NodeFilter.SHOW_TEXT);
  const cut = [];
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) {
      const elsewhere = box.right <= stage.left || box.left >= stage.right;
      const whole = box.top >= stage.top - 1 && box.bottom <= stage.bottom + 1;
      if (!elsewhere && !whole) cut.push(walker.currentNode.textContent.slice(0, 40));
    }
  }
  return cut;
}"""


class Wall:
    """A projector's browser, and everything that the server told it."""

    def __init__(self, watched: Watched, facilitator: Facilitator) -> None:
        self.facilitator = facilitator
        code = facilitator.known()["projector_code"]
        carry(watched.context, Helper.entered(facilitator.url, "projector", code))
        self.page: Page = watched.page()
        self.asked: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self) -> None:
        """Open the page and wait for what the room says."""
        self.page.goto(f"{self.facilitator.url}/projector")
        expect(self.page.locator(".kit-slide h1")).to_be_visible(timeout=40_000)

    def shows(self, show: str, question: str | None = None, *, blank: bool = False) -> None:
        """Let the facilitator change what is on the wall."""
        body = {"show": show, "blank": blank, "question": question, "address": ""}
        self.facilitator.write("screen", "projector", body)

    def room_addresses(self) -> set[str]:
        """Return what was asked of the room, without the session's id."""
        paths = [re.sub(r"^http://[^/]+|[0-9a-f]{32}|\?.*$", "", url) for url in self.asked]
        return {path for path in paths if path.startswith("/room")}


@pytest.fixture
def wall(browser: Browser, facilitator: Facilitator) -> Iterator[Wall]:
    watched = Watched(browser, WALL, locale="en-CA")
    made = Wall(watched, facilitator)
    made.open()
    yield made
    watched.close()


def approve_all(facilitator: Facilitator, question: str) -> None:
    """Close a question and approve what is there."""
    facilitator.question(question, "closed")
    for answer in facilitator.answers(question):
        facilitator.decide(answer, "approved")


def test_every_word_is_given_and_every_given_one_is_said() -> None:
    code = "".join((FOLDER / file).read_text(encoding="utf-8") for file in CODE)
    said = set(re.findall(r"\bwords\.([a-z_]+)", code)) | {"join_draft", "join_open"}
    given = set(projector_words())
    assert said - given == set()
    assert {name for name in given - said if f'"{name}"' not in code} == set()


def test_the_widget_knows_questions_and_help_lines_and_nothing_else() -> None:
    made = kit.projector()
    assert [line["number"] for line in made.help][:2] == ["9-1-1", "1-800-563-0808"]
    assert set(made.help[0]) == {"name", "number"}


@pytest.mark.browser
def test_how_to_join_then_the_question_then_blank(wall: Wall, facilitator: Facilitator) -> None:
    page = wall.page
    code = facilitator.known()["join_code"]
    expect(page.get_by_role("heading", name="Maple Hall")).to_be_visible()
    expect(page.locator(".kit-slide")).to_contain_text(f"{code[:3]} {code[3:]}")
    picture = page.get_by_role("img", name="QR code")
    assert picture.evaluate("(image) => image.complete && image.naturalWidth > 0")
    expect(page.locator(".kit-projector")).to_contain_text("1-800-563-0808 VictimLink BC")
    for size in (WALL, OLD_WALL):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict fits
        assert page.evaluate(CUT_OFF) == []
        accessible(page)

    facilitator.question("q6", "open")
    wall.shows("question", "q6")
    expect(page.get_by_role("heading", name="Is there already a committee here")).to_be_visible()
    expect(page.locator(".kit-projector")).to_contain_text("Question 6 of 9")
    expect(page.locator(".kit-projector")).to_contain_text(f"{code[:3]} {code[3:]}")
    for size in (OLD_WALL, WALL):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict fits
        assert page.evaluate(CUT_OFF) == []
        accessible(page)

    wall.shows("question", "q6", blank=True)
    expect(page.locator(".kit-projector-sheet")).to_be_hidden()
    assert page.locator(".kit-projector").inner_text().strip() == ""
    wall.shows("question", "q6")
    expect(page.get_by_role("heading", name="Is there already a committee here")).to_be_visible()
    assert "undefined" not in page.locator(".kit-projector").inner_text()


@pytest.mark.browser
def test_its_traffic_holds_only_what_is_approved(wall: Wall, facilitator: Facilitator) -> None:
    facilitator.question("q3", "open")
    people(facilitator, "q3", ideas("A poster"), ideas("Kept back words"), ideas("Aside words"))
    facilitator.question("q3", "closed")
    wall.shows("answers", "q3")
    expect(wall.page.get_by_text("Nothing to show yet.")).to_be_visible()
    wishes = {"A poster": "approved", "Kept back words": "kept_back", "Aside words": "set_aside"}
    for answer in facilitator.answers("q3"):
        facilitator.decide(answer, wishes[answer["body"]["items"][0]])
    expect(wall.page.get_by_text("A poster")).to_be_visible()
    assert "words" not in wall.page.locator(".kit-slide").inner_text()
    mine = "/room//projector"
    assert wall.room_addresses() == {"/room/projector", f"{mine}/feed", f"{mine}/qr.svg"}

    [answer] = [one for one in facilitator.answers("q3") if one["decision"] == "approved"]
    facilitator.decide(answer, "kept_back")
    expect(wall.page.get_by_text("A poster")).to_be_hidden()


@pytest.mark.browser
def test_many_and_long_answers_are_paged_and_never_cut(
    wall: Wall, facilitator: Facilitator
) -> None:
    page = wall.page
    facilitator.question("q3", "open")
    short = [
        ideas(f"Idea {number}, with some more words to say what it is") for number in range(14)
    ]
    long = ideas("The beginning. " + "And so it goes on for a while. " * 60 + "The end.")
    people(facilitator, "q3", *short, long, ideas("One", "Two", "Three"))
    approve_all(facilitator, "q3")
    wall.shows("answers", "q3")
    expect(page.locator(".kit-projector-answers > li")).to_have_count(16)  # they come in turns
    for size in (OLD_WALL, WALL):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict fits
        page.evaluate(TWO_FRAMES)
        expect(page.get_by_text(re.compile(r"^Page 1 of \d$"))).to_be_visible()
        pages = int(page.locator(".kit-projector-pager").inner_text().split()[-2])
        seen = ""
        for number in range(1, pages + 1):
            expect(page.get_by_text(f"Page {number} of {pages}")).to_be_visible()
            assert page.evaluate(CUT_OFF) == []
            seen += visible_words(page)
            page.keyboard.press("PageDown")
        for words in ("The beginning.", "The end.", "Three", *(f"Idea {n}," for n in range(14))):
            assert words in seen, words
        for _ in range(pages):
            page.keyboard.press("ArrowLeft")
    accessible(page)
    page.locator(".kit-projector-stage").click()
    expect(page.get_by_text(re.compile("^Page 2 of"))).to_be_visible()
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_text(re.compile("^Page 1 of"))).to_be_visible()
    page.get_by_role("button", name="Next").press("Enter")
    expect(page.get_by_text(re.compile("^Page 2 of"))).to_be_visible()


def visible_words(page: Page) -> str:
    """Return the text of those lines that are on the wall now."""
    text: str = page.evaluate(
        """() => {
          const stage = document.querySelector('.kit-projector-stage').getBoundingClientRect();
          const walker = document.createTreeWalker(
            document.querySelector('.kit-projector-answers'), NodeFilter.SHOW_TEXT);
          let seen = '';
          while (walker.nextNode()) {
            const { textContent } = walker.currentNode;
            for (let at = 0; at < textContent.length; at += 1) {
              const range = document.createRange();
              range.setStart(walker.currentNode, at);
              range.setEnd(walker.currentNode, at + 1);
              const box = range.getBoundingClientRect();
              if (box.right <= stage.right && box.left >= stage.left) seen += textContent[at];
            }
            seen += ' ';
          }
          return seen;
        }"""
    )
    return text


@pytest.mark.browser
def test_a_lost_connection_is_told_and_what_stands_stays(wall: Wall) -> None:
    page = wall.page
    page.route("**/room/**", lambda route: route.abort())
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.get_by_text("No connection. This may be old.")).to_be_visible(timeout=40_000)
    expect(page.get_by_role("heading", name="Maple Hall")).to_be_visible()


@pytest.mark.browser
def test_the_frame_shows_itself_to_whoever_reaches_for_it(wall: Wall) -> None:
    bar = wall.page.get_by_role("button", name="Help lines")
    expect(bar).to_have_css("opacity", "0")
    expect(wall.page.locator(".frame-bar .exit")).to_have_css("opacity", "1")
    wall.page.mouse.move(300, 300)
    wall.page.mouse.move(310, 300)
    expect(bar).to_have_css("opacity", "1")
    expect(bar).to_have_css("opacity", "0", timeout=10_000)
    wall.page.get_by_role("button", name="Help lines").focus()
    expect(bar).to_have_css("opacity", "1")


@pytest.mark.browser
def test_the_end_is_said_on_the_wall(wall: Wall, facilitator: Facilitator) -> None:
    facilitator.change(state="closed")
    expect(wall.page.get_by_text("The workshop is closed. Thank you for coming.")).to_be_visible()
    accessible(wall.page)
