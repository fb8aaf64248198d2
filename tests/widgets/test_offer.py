"""The offer at the foot of the window leaves room for the page, however large the text is."""

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import accessible
from tests.people import Facilitator
from tests.widgets.reader import Reader

pytestmark = pytest.mark.browser

LARGEST = "document.documentElement.dataset.textSize = '3'"
POSITION = "node => getComputedStyle(node).position"


def reads_aloud(reader: Reader, facilitator: Facilitator, path: str) -> Page:
    """Open a page in the largest text while the group reads something elsewhere."""
    facilitator.open_all()
    facilitator.move("plan", agenda="two-hours")
    facilitator.move("go", step="s6")
    page = reader.open(path)
    page.evaluate(LARGEST)
    expect(reader.offer.get_by_role("link", name="Read along")).to_be_visible()
    return page


def is_usable(reader: Reader) -> None:
    """See that both ways can be reached by keyboard, are large enough and come into view."""
    along = reader.offer.get_by_role("link", name="Read along")
    along.focus()
    for way in (along, reader.offer.get_by_role("button", name="Stay here")):
        expect(way).to_be_focused()
        expect(way).to_be_in_viewport(ratio=1)
        box = way.bounding_box()
        assert box
        assert box["height"] >= 44
        reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    accessible(reader.page)


@pytest.mark.parametrize("path", ["welcome", "reflect"])
def test_it_takes_two_fifths_of_a_window_at_most(
    reader: Reader, facilitator: Facilitator, path: str
) -> None:
    reader.page.set_viewport_size({"width": 320, "height": 600})
    reads_aloud(reader, facilitator, path)
    assert reader.offer.evaluate(POSITION) == "sticky"
    expect(reader.offer).to_be_in_viewport()
    box = reader.offer.bounding_box()
    assert box
    assert box["height"] <= 240
    is_usable(reader)


@pytest.mark.parametrize("path", ["welcome", "reflect"])
@pytest.mark.parametrize(("width", "height"), [(320, 480), (640, 320)])
def test_in_a_low_window_it_lies_over_nothing(
    reader: Reader, facilitator: Facilitator, path: str, width: int, height: int
) -> None:
    reader.page.set_viewport_size({"width": width, "height": height})
    reads_aloud(reader, facilitator, path)
    assert reader.offer.evaluate(POSITION) == "static"
    is_usable(reader)
