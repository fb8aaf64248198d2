"""Every page of the kit: nothing asked of the outside, nothing broken, nothing for axe to find."""

from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible
from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, Participant

SECTIONS = ("welcome", "get-organized", "get-informed", "take-action", "stories", "resources")
PAGES = {
    "": "join",
    "j/{code}": "join with a code",
    "helper": "helpers",
    "bread": "neutral",
    "reflect": "participant",
    "sign-in": "sign in",
    "facilitate": "board",
    "projector": "wall",
    "notes": "notes",
    "scribe": "scribe",
    "nowhere": "no such page",
    **{path: path for path in SECTIONS},
}
FOR_PARTICIPANTS = ("reflect", *SECTIONS)
NEEDS_A_ROLE = (*FOR_PARTICIPANTS, "facilitate", "projector", "notes", "scribe")


class Look(NamedTuple):
    """How somebody looks at a page."""

    size: dict[str, int]
    text_size: str
    scheme: Literal["light", "dark"]


LOOKS = (
    Look(PHONE, "1", "light"),
    Look(LAPTOP, "1", "light"),
    Look({"width": 320, "height": 640}, "3", "dark"),
)
"""One load for all three: a notebook's page costs seconds."""


def ready(page: Page) -> None:
    """Wait until the page stands, its widgets too."""
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=60_000)
    waiting = page.locator("#kit-progress:not([data-state=done])")
    expect(waiting).to_have_count(0, timeout=60_000)


@pytest.mark.parametrize("path", PAGES, ids=PAGES.values())
def test_every_page_stands_on_its_own(
    browser: Browser, server: KitProcess, facilitator: Facilitator, path: str
) -> None:
    facilitator.open_all()
    code = facilitator.known()["join_code"]
    person = Participant.joined(server.url, code)
    person.put("q9", WORDS["q9"])
    watched = Watched(browser, PHONE)
    if path in NEEDS_A_ROLE:
        who = person if path in FOR_PARTICIPANTS else facilitator
        cookies = [{"name": c.name, "value": c.value or ""} for c in who.http.cookies]
        watched.context.add_cookies([{**one, "url": server.url} for one in cookies])  # type: ignore[typeddict-item]
    page = watched.page()
    page.goto(f"{server.url}/{path.format(code=code)}")
    ready(page)
    assert page.title() == ("Oat bread" if path == "bread" else "Notes")
    for size, text_size, scheme in LOOKS:
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict fits
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate("size => { document.documentElement.dataset.textSize = size }", text_size)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, size
        accessible(page)
    watched.close()
