"""The exit: everything of the page is gone at once, whatever the network does."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.laptop import eventually

pytestmark = pytest.mark.browser

NEUTRAL = "Oat bread"


def joined(page: Page, server: KitProcess, code: str) -> None:
    """Join as a person does, and wait for the form."""
    page.goto(f"{server.hall}/j/{code}")
    page.locator("#consent").check()
    page.get_by_role("button", name="Join", exact=True).click()
    page.wait_for_selector("#kit-progress[data-state=done]", state="attached", timeout=60_000)


def leave(page: Page, part: Locator | None = None) -> None:
    """Press the button that is always there, and see the neutral page."""
    place = part or page.get_by_role("banner")
    place.get_by_role("button", name="Leave", exact=True).click()
    expect(page.get_by_role("heading", name=NEUTRAL)).to_be_visible()
    page.wait_for_url("**/bread")
    assert page.title() == NEUTRAL


def go_back(page: Page) -> None:
    """Press Back, and give the browser time to show whatever it would."""
    page.evaluate("void setTimeout(() => history.back(), 50)")
    page.wait_for_timeout(1000)


def dropped_from_the_cache(page: Page) -> None:
    """Let the browser forget the neutral page, as a full phone does."""
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")


def kept_in_the_cache(_page: Page) -> None:
    """Leave the browser's cache alone."""


@pytest.mark.parametrize("cache", [kept_in_the_cache, dropped_from_the_cache])
def test_opens_the_neutral_page_with_the_server_gone(
    own_server: KitProcess, phone: Page, cache: Callable[[Page], None]
) -> None:
    facilitator = Facilitator.with_new_workshop(own_server.url).opened()
    joined(phone, own_server, facilitator.known()["join_code"])
    cache(phone)
    own_server.kill()

    leave(phone)
    go_back(phone)
    expect(phone.locator("#kit-cells")).to_have_count(0)


def test_wipes_this_phone_and_tells_the_room(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    joined(phone, server, facilitator.known()["join_code"])
    phone.wait_for_function("window.kitIdentity")
    phone.evaluate("sessionStorage.setItem('draft', 'words')")
    with phone.expect_request("**/participant/leave") as told:
        leave(phone)

    assert told.value.method == "POST"
    assert phone.evaluate("Object.keys(sessionStorage)") == ["left"]
    eventually(lambda: [c for c in phone.context.cookies() if "participant" in c["name"]], [])


def test_tells_widgets_before_anything_else(server: KitProcess, phone: Page) -> None:
    phone.goto(f"{server.hall}/")
    phone.evaluate(
        """window.addEventListener("kit:leaving", () => {
          const hidden = getComputedStyle(document.querySelector("main")).display === "none";
          navigator.sendBeacon(`/seen?hidden=${hidden}`);
        })"""
    )
    with phone.expect_request("**/seen?hidden=true"):
        leave(phone)


def test_back_does_not_show_a_page_that_was_left(server: KitProcess, phone: Page) -> None:
    phone.goto(f"{server.hall}/helper")
    phone.goto(f"{server.hall}/")
    leave(phone)

    go_back(phone)
    expect(phone.get_by_role("heading", name=NEUTRAL)).to_be_visible()


def test_whoever_comes_back_by_choice_is_let_in(server: KitProcess, phone: Page) -> None:
    phone.goto(f"{server.hall}/")
    leave(phone)

    phone.goto(f"{server.hall}/")
    expect(phone.get_by_label("Code")).to_be_visible()
    assert phone.evaluate("sessionStorage.length") == 0


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_is_the_second_stop_of_the_keyboard(server: KitProcess, laptop: Page, key: str) -> None:
    laptop.goto(f"{server.url}/")
    laptop.keyboard.press("Tab")
    laptop.keyboard.press("Tab")
    expect(laptop.get_by_role("button", name="Quick exit")).to_be_focused()

    laptop.keyboard.press(key)
    laptop.wait_for_url("**/bread")


def test_is_there_beside_the_help_lines(server: KitProcess, phone: Page) -> None:
    phone.goto(f"{server.hall}/")
    phone.get_by_role("button", name="Help lines").click()
    leave(phone, phone.get_by_role("dialog"))


def test_neutral_page_says_nothing_of_the_kit(server: KitProcess, phone: Page) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{server.hall}/bread")

    assert asked == [f"{server.hall}/bread"]
    assert phone.locator("a, script, link[rel=stylesheet]").count() == 0
    words = phone.content().lower()
    assert not [word for word in ("workshop", "kit", "traffick", "victim") if word in words]


def test_another_tab_of_the_same_browser_goes_too(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    facilitator.open_all()
    joined(phone, server, facilitator.known()["join_code"])
    other = phone.context.new_page()
    other.goto(f"{server.hall}/reflect")
    box = other.locator(".kit-reflect form:visible").get_by_role("textbox").first
    box.fill("words of whoever had this phone")
    leave(phone)

    other.wait_for_url("**/bread")
    expect(other.get_by_role("heading", name=NEUTRAL)).to_be_visible()
    assert other.evaluate("Object.keys(sessionStorage)") == ["left"]


def test_a_tab_that_slept_meanwhile_keeps_no_draft_for_the_next_person(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    facilitator.open_all()
    code = facilitator.known()["join_code"]
    phone.context.add_init_script("delete window.BroadcastChannel")  # as in the oldest browsers
    joined(phone, server, code)
    asleep = phone.context.new_page()
    asleep.goto(f"{server.hall}/reflect")
    box = asleep.locator(".kit-reflect form:visible").get_by_role("textbox").first
    box.fill("words of whoever had this phone")
    asleep.wait_for_function("JSON.stringify(sessionStorage).includes('whoever')")
    leave(phone)

    joined(phone, server, code)
    asleep.reload()
    expect(box).to_have_value("")
    assert "whoever" not in asleep.evaluate("JSON.stringify(sessionStorage)")
