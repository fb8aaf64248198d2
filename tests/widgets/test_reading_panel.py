"""Reading aloud from the board: the text, the parts in order, and the wall that follows."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsers import PHONE, Watched, accessible
from tests.people import Facilitator
from tests.widgets.laptop import Laptop, laptop_of
from tests.widgets.test_projector import CUT_OFF, OLD_WALL, WALL, Wall
from workshop_kit.content.read_aloud import Reading, readings

SMALL_WALL = {"width": 1280, "height": 720}
LONGEST = max(readings(), key=lambda one: sum(len(block.text) for block in one.blocks))


@pytest.fixture
def wall(browser: Browser, facilitator: Facilitator) -> Iterator[Wall]:
    watched = Watched(browser, WALL, locale="en-CA")
    made = Wall(watched, facilitator)
    made.open()
    yield made
    watched.close()


@pytest.fixture
def laptop(browser: Browser, facilitator: Facilitator) -> Iterator[Laptop]:
    with laptop_of(facilitator, browser) as made:
        yield made


def opened(laptop: Laptop) -> Locator:
    """Open the panel and return it."""
    panel = laptop.page.get_by_role("region", name="Read aloud")
    panel.get_by_text("Read aloud", exact=True).click()
    return panel


def choose(panel: Locator, one: Reading) -> None:
    """Choose a part by its section and heading."""
    panel.get_by_label("Section").select_option(one.section)
    panel.get_by_label("Part", exact=True).select_option(label=one.heading)


def stands(page: Page, one: Reading) -> None:
    """Wait until a part is on the wall."""
    expect(page.get_by_role("heading", level=1, name=one.heading, exact=True)).to_be_visible()
    for block in one.blocks:
        expect(page.locator(".kit-projector-reading")).to_contain_text(
            block.text.splitlines()[0], use_inner_text=False
        )


@pytest.mark.browser
def test_a_part_goes_to_the_wall_is_blanked_and_taken_off(
    wall: Wall, laptop: Laptop, facilitator: Facilitator
) -> None:
    facilitator.question("q6", "open")
    wall.shows("question", "q6")
    asked = wall.page.get_by_role("heading", name="Is there already a committee here")
    expect(asked).to_be_visible()
    panel = opened(laptop)
    first = readings()[0]
    expect(panel).to_contain_text(first.blocks[0].text.splitlines()[0])
    laptop.is_accessible()
    laptop.press("Show on the projector")
    stands(wall.page, first)
    expect(panel.get_by_text(f"On the wall now: {first.heading}")).to_be_visible()
    screen = laptop.page.get_by_role("region", name="Projector", exact=True)
    expect(screen.get_by_text(f"On the wall now, to read along: {first.heading}")).to_be_visible()
    laptop.is_accessible()
    accessible(wall.page)

    laptop.page.locator("body").press("b")
    expect(wall.page.locator(".kit-projector-sheet")).to_be_hidden()
    assert wall.page.locator(".kit-projector").inner_text().strip() == ""
    laptop.page.keyboard.press("b")
    stands(wall.page, first)

    laptop.press("Take it off")
    expect(asked).to_be_visible()
    assert laptop.focused() == "Show on the projector"
    laptop.press("Show on the projector")
    stands(wall.page, first)


@pytest.mark.browser
def test_the_wall_goes_along_to_the_next_part(wall: Wall, laptop: Laptop) -> None:
    panel = opened(laptop)
    every = readings()
    laptop.press("Show on the projector")
    stands(wall.page, every[0])
    for one in every[1:3]:
        laptop.press("Next part")
        stands(wall.page, one)
        expect(panel.get_by_role("heading", name=one.heading, exact=True)).to_be_visible()
    laptop.press("Previous part")
    if len(every) > 2:
        stands(wall.page, every[1])
    last = every[-1]
    choose(panel, last)
    stands(wall.page, last)
    expect(panel.get_by_role("button", name="Next part")).to_have_attribute("aria-disabled", "true")


@pytest.mark.browser
@pytest.mark.parametrize("size", [WALL, SMALL_WALL, OLD_WALL], ids=["1920", "1280", "1024"])
def test_every_word_of_the_longest_part_can_be_read(
    wall: Wall, facilitator: Facilitator, size: dict[str, int]
) -> None:
    page = wall.page
    page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict fits
    body = {"show": "reading", "section": LONGEST.section, "part": LONGEST.part}
    facilitator.write("screen", "projector", body)
    stands(page, LONGEST)
    assert page.evaluate(CUT_OFF) == []
    letters = page.locator(".kit-projector-reading").evaluate(
        "(node) => parseFloat(getComputedStyle(node).fontSize)"
    )
    assert letters >= 0.035 * size["height"]  # to be read from the back of a hall
    pages = page.locator(".kit-projector-pager")
    if pages.is_visible():
        page.keyboard.press("PageDown")
        expect(page.get_by_text(re.compile("^Page 2 of"))).to_be_visible()
        assert page.evaluate(CUT_OFF) == []


@pytest.mark.browser
def test_it_reads_by_keyboard_and_on_a_narrow_screen(
    browser: Browser, facilitator: Facilitator
) -> None:
    with laptop_of(facilitator, browser, PHONE) as laptop:
        panel = opened(laptop)
        laptop.page.keyboard.press("Tab")
        expect(panel.get_by_label("Section")).to_be_focused()
        laptop.page.keyboard.press("Tab")
        laptop.page.keyboard.press("Tab")
        laptop.page.keyboard.press("Tab")
        expect(panel.get_by_role("button", name="Next part")).to_be_focused()
        laptop.page.keyboard.press("Enter")
        expect(panel.get_by_text(re.compile(r"^Part 2 of \d+$"))).to_be_visible()
        laptop.is_accessible()
        assert laptop.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
