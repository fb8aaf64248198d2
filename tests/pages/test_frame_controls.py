"""Help lines, text size and connection, as a person finds them on every page."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsers import PHONE, Watched, accessible
from tests.kit_process import KitProcess

pytestmark = pytest.mark.browser

PAGES = ("/", "/helper", "/sign-in", "/nowhere")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(server: KitProcess, browser: Browser, path: str, scheme: str) -> None:
    watched = Watched(browser, PHONE, color_scheme=scheme)
    page = watched.page()
    page.goto(server.url + path, wait_until="networkidle")
    accessible(page)
    page.get_by_role("button", name="Help lines").click()
    accessible(page)
    watched.close()


def test_help_lines_keep_the_focus_and_give_it_back(server: KitProcess, laptop: Page) -> None:
    laptop.goto(f"{server.url}/")
    button = laptop.get_by_role("button", name="Help lines")
    button.focus()
    laptop.keyboard.press("Enter")
    dialog = laptop.get_by_role("dialog", name="Help lines")
    expect(dialog.get_by_role("heading", name="VictimLink BC")).to_be_visible()
    for _ in range(12):  # more than there are links: from the last, the browser's own bar is next
        laptop.keyboard.press("Tab")
        behind = "!document.activeElement.matches('body, #kit-help, #kit-help *')"
        assert not laptop.evaluate(behind)

    laptop.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(button).to_be_focused()


def test_help_lines_can_be_dialled(server: KitProcess, phone: Page) -> None:
    phone.goto(f"{server.hall}/")
    phone.get_by_role("button", name="Help lines").click()

    line = phone.get_by_role("link", name="Call VictimLink BC: 1-800-563-0808")
    assert line.get_attribute("href") == "tel:+18005630808"


def test_text_size_is_kept_from_page_to_page(server: KitProcess, phone: Page) -> None:
    phone.goto(f"{server.hall}/")
    small = phone.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    phone.get_by_role("button", name="Text size: normal").click()
    phone.get_by_role("button", name="Text size: large").click()
    phone.goto(f"{server.hall}/helper")

    expect(phone.get_by_role("button", name="Text size: largest")).to_be_visible()
    large = phone.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert large > 1.4 * small


@pytest.mark.parametrize("path", PAGES)
def test_the_largest_text_fits_the_smallest_phone(
    server: KitProcess, browser: Browser, path: str
) -> None:
    watched = Watched(browser, {"width": 320, "height": 640})
    page = watched.page()
    page.add_init_script("sessionStorage.setItem('text-size', '3')")
    page.goto(server.url + path, wait_until="networkidle")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    exit_box = page.get_by_role("button", name="Leave", exact=True).bounding_box()
    assert exit_box
    assert exit_box["x"] + exit_box["width"] <= 320
    assert exit_box["height"] >= 44
    watched.close()


def test_connection_is_told_in_words(server: KitProcess, laptop: Page) -> None:
    laptop.goto(f"{server.url}/")
    place = laptop.locator(".kit-connection")
    expect(place).to_have_text("")
    for state, words in (("on", "Connected"), ("trying", "Connecting"), ("off", "No connection")):
        laptop.evaluate(
            "s => window.dispatchEvent(new CustomEvent('kit:connection', {detail: s}))", state
        )
        expect(place).to_contain_text(words)
        accessible(laptop)

    laptop.evaluate("window.dispatchEvent(new CustomEvent('kit:connection', {detail: 'on'}))")
    laptop.context.set_offline(True)
    expect(place).to_contain_text("No connection")
    laptop.context.set_offline(False)
    expect(place).to_have_text("Connecting")  # only an answer of the room is a connection
