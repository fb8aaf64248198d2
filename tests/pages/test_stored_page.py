"""A stored page in a browser: its frame, the wait for its widgets, and what is said meanwhile."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browsers import PHONE, Watched, accessible
from tests.kit_process import KitProcess
from tests.people import Facilitator

pytestmark = pytest.mark.browser


@pytest.fixture
def guest(server: KitProcess, facilitator: Facilitator, phone: Page) -> Page:
    """A phone whose owner has joined, with the page yet to come."""
    phone.goto(f"{server.hall}/j/{facilitator.known()['join_code']}")
    # With an icon of its own: a browser that looks for one says so later, on the page to come.
    soon = '<!doctype html><link rel="icon" href="data:,">soon'
    phone.route("**/reflect", lambda route: route.fulfill(body=soon, content_type="text/html"))
    phone.get_by_label("I have read this").check()
    phone.get_by_role("button", name="Join", exact=True).click()
    phone.wait_for_url("**/reflect")
    phone.unroute("**/reflect")
    return phone


def shown(page: Page) -> None:
    """Wait until every widget stands in the page."""
    page.wait_for_selector("#kit-progress[data-state=done]", state="attached", timeout=60_000)


def test_has_our_frame_and_no_look_of_another(server: KitProcess, guest: Page) -> None:
    errors: list[str] = []
    guest.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    guest.goto(f"{server.hall}/reflect")
    shown(guest)

    assert guest.title() == "Notes"
    assert errors == []
    expect(guest.get_by_role("banner")).to_have_count(1)
    expect(guest.get_by_role("main")).to_have_count(1)
    expect(guest.get_by_role("heading", name="Getting your page ready")).to_be_hidden()
    font = guest.evaluate("getComputedStyle(document.body).fontFamily")
    assert font.startswith('"BC Sans"')
    accessible(guest)


def test_waiting_is_told_and_one_can_leave(server: KitProcess, guest: Page) -> None:
    guest.route("**/stored/page.js", lambda _route: None)  # never answered
    guest.goto(f"{server.hall}/reflect", wait_until="commit")

    expect(guest.get_by_role("heading", name="Getting your page ready")).to_be_visible()
    guest.get_by_role("button", name="Help lines").click()
    expect(guest.get_by_role("dialog")).to_be_visible()
    guest.get_by_role("button", name="Close").click()
    guest.get_by_role("banner").get_by_role("button", name="Leave").click()
    # Routes switch the cache off, so the page from memory stays; what never came is never loaded.
    guest.wait_for_url("**/bread", wait_until="commit")
    expect(guest).to_have_title("Oat bread")


def test_waiting_too_long_is_told(server: KitProcess, guest: Page) -> None:
    answering: list[bool] = []
    guest.clock.install()
    guest.route("**/stored/page.js", lambda route: route.continue_() if answering else None)
    with guest.expect_event("requestfinished", lambda asked: "/phone.js" in asked.url):
        guest.goto(f"{server.hall}/reflect", wait_until="commit")
    expect(guest.get_by_role("heading", name="Getting your page ready")).to_be_visible()
    guest.clock.run_for(500)
    guest.clock.fast_forward(61_000)

    expect(guest.get_by_role("heading", name="taking too long")).to_be_visible()
    accessible(guest)
    answering.append(True)
    guest.get_by_role("button", name="Try again").click()
    expect(guest.get_by_role("heading", name="taking too long")).to_be_hidden()


@pytest.mark.parametrize("missing", ["**/stored/page.js", "**/widget/*"])
def test_code_that_does_not_arrive_is_told(server: KitProcess, guest: Page, missing: str) -> None:
    def refused(route: Route) -> None:
        route.abort()

    guest.route(missing, refused)
    guest.goto(f"{server.hall}/reflect")

    expect(guest.get_by_role("heading", name="could not be shown")).to_be_visible(timeout=60_000)
    expect(guest.get_by_text("Error displaying widget")).to_be_hidden()
    accessible(guest)


def test_widgets_are_shown_when_the_script_that_shows_them_comes_last(
    server: KitProcess, guest: Page
) -> None:
    held: list[Route] = []
    guest.route("**/phone.js", lambda route: held.append(route))  # noqa: PLW0108  # Playwright takes no built-in
    guest.goto(f"{server.hall}/reflect", wait_until="commit")
    guest.wait_for_selector("html[data-stored=ready]")
    held[0].continue_()

    expect(guest.get_by_role("heading", name="Nine questions")).to_be_visible()
    expect(guest.get_by_role("heading", name="Getting your page ready")).to_be_hidden()


def test_what_failed_is_told_when_the_script_that_tells_it_comes_last(
    server: KitProcess, guest: Page
) -> None:
    held: list[Route] = []
    guest.route("**/stored/page.js", lambda route: route.abort())
    guest.route("**/phone.js", lambda route: held.append(route))  # noqa: PLW0108  # Playwright takes no built-in
    guest.goto(f"{server.hall}/reflect", wait_until="commit")
    guest.wait_for_selector("html[data-script-missing]")
    held[0].continue_()

    expect(guest.get_by_role("heading", name="could not be shown")).to_be_visible()


def test_a_section_can_be_read_before_any_script_has_come(server: KitProcess, guest: Page) -> None:
    guest.route("**/stored/page.js", lambda _route: None)  # never answered
    guest.goto(f"{server.hall}/get-organized", wait_until="commit")

    expect(guest.get_by_role("heading", name="Get organized", level=1)).to_be_visible()
    expect(guest.get_by_role("heading", name="Why organize with others")).to_be_visible()
    expect(guest.get_by_text("A question comes here in a moment.").first).to_be_visible()
    expect(guest.get_by_role("heading", name="Getting your page ready")).to_be_hidden()
    expect(guest.get_by_text("For authors")).to_have_count(0)


def test_a_section_stays_when_its_questions_cannot_be_shown(
    server: KitProcess, guest: Page
) -> None:
    guest.route("**/widget/*", lambda route: route.abort())
    guest.goto(f"{server.hall}/get-organized")

    expect(guest.get_by_role("heading", name="could not be shown")).to_be_visible(timeout=60_000)
    expect(guest.get_by_role("heading", name="Why organize with others")).to_be_visible()
    expect(guest.get_by_text("A question comes here in a moment.").first).to_be_hidden()
    accessible(guest)


def test_sections_without_scripts_promise_nothing(
    server: KitProcess, guest: Page, browser: Browser
) -> None:
    still = Watched(browser, PHONE, java_script_enabled=False)
    still.context.add_cookies(guest.context.cookies())  # type: ignore[arg-type]  # its makers' own TypedDict
    page = still.page()
    page.goto(f"{server.hall}/get-organized")
    expect(page.get_by_role("heading", name="Why organize with others")).to_be_visible()
    expect(page.get_by_text("A question comes here in a moment.").first).to_be_hidden()
    page.goto(f"{server.hall}/reflect")
    expect(page.locator(".frame-noscript")).to_be_visible()
    expect(page.get_by_role("heading", name="Getting your page ready")).to_be_hidden()
    still.close()
