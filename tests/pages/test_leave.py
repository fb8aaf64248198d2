"""The exit: everything of the page is gone at once, whatever the network does."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.laptop import carry, eventually

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


def who(page: Page) -> list[str]:
    """Return the cookies by which the room knows this browser."""
    return sorted(c["value"] for c in page.context.cookies() if c["name"].startswith("kit-"))


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
    phone.evaluate("sessionStorage.setItem('draft', 'words')")
    with phone.expect_request("**/room/leave") as told:
        leave(phone)

    assert told.value.method == "POST"
    assert phone.evaluate("Object.keys(sessionStorage)") == ["left"]
    eventually(lambda: who(phone), [])
    assert facilitator.state()["people"]["joined"] == 0


def test_ends_every_role_from_a_page_that_knows_of_none(
    server: KitProcess, facilitator: Facilitator, phone: Page
) -> None:
    joined(phone, server, facilitator.known()["join_code"])
    phone.goto(f"{server.hall}/helper")
    phone.get_by_label("Code").fill(facilitator.known()["scribe_code"])
    phone.get_by_role("button", name="Begin").click()
    phone.wait_for_url("**/scribe")
    phone.goto(f"{server.hall}/helper")
    assert phone.evaluate("window.kitIdentity === undefined")
    assert len(who(phone)) == 3  # the notice was read here as well
    leave(phone)
    eventually(lambda: who(phone), [])
    assert facilitator.state()["people"]["joined"] == 0


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


SHOWS = """state => {
  Object.defineProperty(document, "visibilityState", { get: () => state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
"""What a browser does as a tab goes out of sight and comes back: headless, all are in sight."""


@pytest.fixture
def asleep(server: KitProcess, facilitator: Facilitator, phone: Page) -> Page:
    """A tab with a draft that hears nothing of the others: it sleeps, or its browser is old."""
    facilitator.open_all()
    phone.context.add_init_script("delete window.BroadcastChannel")
    joined(phone, server, facilitator.known()["join_code"])
    tab = phone.context.new_page()
    tab.goto(f"{server.hall}/reflect")
    tab.wait_for_function("() => window.kitIdentity")
    tab.locator(".kit-reflect form:visible").get_by_role("textbox").first.fill(
        "words of whoever had this phone"
    )
    tab.wait_for_function("() => JSON.stringify(sessionStorage).includes('whoever')")
    return tab


def kept(tab: Page) -> str:
    """Return all that a tab shows and keeps."""
    return tab.content() + str(tab.evaluate("JSON.stringify(sessionStorage)"))


def test_a_tab_that_slept_meanwhile_keeps_no_draft_for_the_next_person(
    server: KitProcess, facilitator: Facilitator, phone: Page, asleep: Page
) -> None:
    leave(phone)
    joined(phone, server, facilitator.known()["join_code"])
    asleep.reload()
    box = asleep.locator(".kit-reflect form:visible").get_by_role("textbox").first
    expect(box).to_have_value("")
    assert "whoever" not in kept(asleep)


def test_a_tab_that_slept_meanwhile_is_not_seen_again_as_it_was(
    server: KitProcess, facilitator: Facilitator, phone: Page, asleep: Page
) -> None:
    leave(phone)
    joined(phone, server, facilitator.known()["join_code"])
    asleep.evaluate("window.asBefore = true")
    asleep.evaluate(SHOWS, "hidden")
    asleep.evaluate(SHOWS, "visible")
    asleep.wait_for_function("() => window.asBefore === undefined")
    box = asleep.locator(".kit-reflect form:visible").get_by_role("textbox").first
    expect(box).to_have_value("")
    assert "whoever" not in kept(asleep)


def test_the_exit_of_a_tab_that_slept_does_not_end_the_next_persons_turn(
    server: KitProcess, facilitator: Facilitator, phone: Page, asleep: Page
) -> None:
    leave(phone)
    eventually(lambda: who(phone), [])
    joined(phone, server, facilitator.known()["join_code"])
    next_person = who(phone)
    told: list[str] = []
    asleep.on("request", lambda request: told.append(request.url))
    leave(asleep)

    assert "whoever" not in kept(asleep)
    assert not [url for url in told if "/room/" in url]
    assert who(phone) == next_person
    phone.reload()
    box = phone.locator(".kit-reflect form:visible").get_by_role("textbox").first
    expect(box).to_be_editable()
    assert facilitator.state()["people"]["joined"] == 1


def test_a_tab_that_slept_sends_nothing_in_the_next_persons_name(
    server: KitProcess, facilitator: Facilitator, phone: Page, asleep: Page
) -> None:
    leave(phone)
    joined(phone, server, facilitator.known()["join_code"])
    sent: list[str] = []
    asleep.on("request", lambda request: sent.append(request.method))
    asleep.get_by_role("button", name="Keep on this phone").click()
    expect(asleep.locator("form:visible .kit-status")).to_have_text("Sending…")
    asleep.evaluate("fetch('/room/help').then((reply) => reply.text())")
    assert "PUT" not in sent
    assert facilitator.state()["counts"]["q1"]["private"] == 0


def test_the_exit_of_a_board_works_after_a_participant_passed_the_laptop_on(
    server: KitProcess, facilitator: Facilitator, laptop: Page
) -> None:
    laptop.context.add_init_script("delete window.BroadcastChannel")
    carry(laptop.context, facilitator)
    board = laptop.context.new_page()
    board.goto(f"{server.url}/facilitate")
    expect(board.locator(".kit-board h1")).to_be_visible()
    laptop.goto(f"{server.url}/j/{facilitator.known()['join_code']}")
    laptop.locator("#consent").check()
    laptop.get_by_role("button", name="Join", exact=True).click()
    laptop.wait_for_url("**/reflect")
    laptop.goto(f"{server.url}/")
    laptop.get_by_role("button", name="I am somebody else").click()
    expect(laptop.get_by_label("Code")).to_be_visible()
    board.evaluate("window.asBefore = true")
    board.evaluate(SHOWS, "visible")
    assert board.evaluate("window.asBefore")
    leave(board)
    eventually(lambda: who(board), [])


def test_who_left_with_the_server_gone_does_not_come_back_with_it(
    own_server: KitProcess, phone: Page
) -> None:
    facilitator = Facilitator.with_new_workshop(own_server.url).opened()
    code = facilitator.known()["join_code"]
    joined(phone, own_server, code)
    own_server.kill()
    leave(phone)
    own_server.start()

    left = next(c for c in phone.context.cookies() if c["name"] == "kit_left")
    role = next(c for c in phone.context.cookies() if "participant" in c["name"])
    assert left["expires"] > role["expires"]  # it outlives the browser as well
    phone.goto(f"{own_server.hall}/reflect")
    expect(phone.get_by_label("Code")).to_be_visible()
    joined(phone, own_server, code)
    assert facilitator.state()["people"]["joined"] == 1
