"""Each section printed from the browser: a worksheet in black and white, on Letter and on A4."""

import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.reading.conftest import Open
from workshop_kit.content.questions import question
from workshop_kit.content.sections import section, sections

pytestmark = pytest.mark.browser

SHEETS = {"Letter": (612, 792), "A4": (595, 842)}
"""Width and height in points."""
MARGINS_MM = 30
MOST_SHEETS = 16
CUT = """() => [...document.querySelectorAll('main *, .frame-foot *')]
  .filter((node) => !node.closest('.visually-hidden, .kit-unseen, caption'))
  .filter((node) => node.getClientRects().length > 0)
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
  .map((node) => node.outerHTML.slice(0, 80))"""


def squeezed(text: str) -> str:
    """Leave out what a line's end adds."""
    return re.sub(r"\s+", "", text)


def printed(page: Page, sheet: str) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format=sheet, print_background=False)))


@pytest.mark.parametrize("key", [one.key for one in sections()])
def test_a_section_prints_as_a_worksheet(reader: Open, key: str, tmp_path: Path) -> None:
    page = reader(key)
    for sheet, size in SHEETS.items():
        pdf = printed(page, sheet)
        box = pdf.pages[0].mediabox
        assert (round(box.width), round(box.height)) == pytest.approx(size, abs=1)
        assert 1 <= len(pdf.pages) <= MOST_SHEETS
        text = squeezed("".join(one.extract_text() for one in pdf.pages))
        at = 0
        for told in expected(key):
            at = text.find(squeezed(told), at)
            assert at >= 0, f"{told!r} is missing, or not in its place"
        for hidden in ("Helplineslines", "Shortversiontoreadaloud", "Page1of7", "Onthispage"):
            assert hidden not in text
        nothing_is_cut(page, size[0])
        lines_to_write_on(page, asked=sum(len(part.asks) for part in section(key).parts))


def expected(key: str) -> list[str]:
    """Return what stands in the print, in this order."""
    one = section(key)
    told = [one.title, one.lead]
    for part in one.parts:
        told += [part.heading, *(question(asked).text for asked in part.asks)]
    return [*told, "Sources", "VictimLink BC", "1-800-563-0808"]


def nothing_is_cut(page: Page, points: int) -> None:
    """Look at the page as wide as what is printed of a sheet."""
    width = round(points / 72 * 96 - MARGINS_MM / 25.4 * 96)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(CUT) == []
    expect(
        page.locator(".frame-bar, .frame-places, .frame-onward, .kit-switch").first
    ).to_be_hidden()
    expect(page.locator(".frame-foot")).to_be_visible()


def lines_to_write_on(page: Page, asked: int) -> None:
    """Look for ruled lines below each question, far enough apart for a pen."""
    lines = page.locator(".kit-moment .kit-line:visible")
    assert asked <= lines.count() if asked else lines.count() == 0
    for line in lines.all():
        box = line.bounding_box()
        assert box is not None
        assert box["height"] >= 24
        assert box["width"] > 300
        assert line.evaluate("node => getComputedStyle(node).borderBottomStyle") == "solid"
    expect(page.locator(".kit-moment textarea:visible")).to_have_count(0)
