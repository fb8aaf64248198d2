"""Every page of the kit: nothing asked of the outside, nothing broken, nothing for axe to find."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible
from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, Participant

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
}
NEEDS_A_ROLE = ("reflect", "facilitate", "projector", "notes", "scribe")


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["390", "1280"])
@pytest.mark.parametrize("path", PAGES, ids=PAGES.values())
def test_every_page_stands_on_its_own(
    browser: Browser,
    server: KitProcess,
    facilitator: Facilitator,
    path: str,
    size: dict[str, int],
) -> None:
    facilitator.open_all()
    code = facilitator.known()["join_code"]
    person = Participant.joined(server.url, code)
    person.put("q9", WORDS["q9"])
    watched = Watched(browser, size)
    if path in NEEDS_A_ROLE:
        who = person if path == "reflect" else facilitator
        cookies = [{"name": c.name, "value": c.value or ""} for c in who.http.cookies]
        watched.context.add_cookies([{**one, "url": server.url} for one in cookies])  # type: ignore[typeddict-item]
    page = watched.page()
    page.goto(f"{server.url}/{path.format(code=code)}")
    expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=60_000)
    expect(page.locator("#kit-progress:visible")).to_have_count(0, timeout=60_000)
    assert page.title() == ("Oat bread" if path == "bread" else "Notes")
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    accessible(page)
    watched.close()
