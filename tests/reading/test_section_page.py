"""A section in a browser: read it, hear it, go on from it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsers import accessible
from tests.reading.conftest import Open

pytestmark = pytest.mark.browser


def tab_to(page: Page, selector: str) -> None:
    """Go on with the Tab key until the focus is there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the Tab key does not reach {selector}")


def test_the_switch_shows_the_short_version_by_keyboard(reader: Open) -> None:
    page = reader("get-organized")
    switch = page.get_by_role("switch", name="Short version to read aloud")
    full = page.get_by_text("No one group sees all of them.")
    short = page.get_by_text("Why should we do this together?")
    expect(switch).not_to_be_checked()
    expect(full).to_be_visible()
    expect(short).to_be_hidden()

    tab_to(page, ".kit-aloud")
    page.keyboard.press("Space")
    expect(switch).to_be_checked()
    expect(switch).to_be_focused()
    expect(short).to_be_visible()
    expect(full).to_be_hidden()
    expect(page.get_by_role("table")).to_have_count(0)
    size = "node => parseFloat(getComputedStyle(node).fontSize)"
    assert short.evaluate(size) > 1.3 * page.locator("body").evaluate(size)
    accessible(page)

    page.keyboard.press("Space")
    expect(full).to_be_visible()
    expect(short).to_be_hidden()


def test_the_menu_tells_where_one_is_and_leads_on(reader: Open) -> None:
    page = reader("welcome")
    menu = page.get_by_role("navigation", name="Pages of the toolkit")
    expect(menu.get_by_text("Page 1 of 7")).to_be_visible()
    expect(menu.get_by_role("link")).to_have_count(0)
    tab_to(page, ".frame-places summary")
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link")).to_have_count(7)
    expect(menu.locator("[aria-current=page]")).to_have_text("Welcome")
    expect(menu.get_by_role("link", name="Board")).to_have_count(0)
    accessible(page)

    onward = page.get_by_role("navigation", name="Before and next")
    expect(onward.get_by_role("link")).to_have_text([re.compile(r"Next\s+Get organized")])
    onward.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Get organized", level=1)).to_be_visible()
    expect(onward.get_by_role("link")).to_have_text(
        [re.compile(r"Before this\s+Welcome"), re.compile(r"Next\s+Reflect")]
    )


def test_links_in_a_section_lead_to_pages(reader: Open) -> None:
    page = reader("get-organized")
    addresses = page.locator("#kit-cells a").evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
    )
    assert "/resources" in addresses
    assert [one for one in addresses if one.endswith(".ipynb")] == []


def test_whoever_leads_reads_the_same_page_and_finds_the_board(leader: Open) -> None:
    page = leader("get-organized")
    expect(page.get_by_role("heading", name="Why organize with others")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)
    page.locator(".frame-places summary").click()
    menu = page.get_by_role("navigation", name="Pages of the toolkit")
    leading = menu.locator("ul").get_by_role("link")
    expect(leading).to_have_text(["Board", "Projector", "Notes"])
    expect(menu.get_by_role("link", name="Reflect")).to_have_count(0)
    accessible(page)


def test_a_section_is_there_without_any_script(leader: Open) -> None:
    """What a stored page, a reader mode or an old browser has to go by."""
    page = leader("welcome")
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    context.add_cookies(page.context.cookies())  # type: ignore[arg-type]  # as it gave them
    bare = context.new_page()
    bare.goto(page.url)
    expect(bare.get_by_role("heading", name="Welcome", level=1)).to_be_visible()
    expect(bare.get_by_role("table").first).to_be_visible()
    bare.get_by_role("switch").check()
    expect(bare.get_by_role("table")).to_have_count(0)
    context.close()
