"""The room's client: it asks little, notices a dead connection, and finds its way back at once."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.swallowing_proxy import SwallowingProxy
from tests.widgets.phone import Phone

pytestmark = pytest.mark.browser

SOON = 10_000
"""Milliseconds in which a page that comes back has to notice that its connection is dead."""
LONG = 90_000
"""Milliseconds for finding the way back; pauses between tries grow to 18 s."""
SHOWS = """state => {
  Object.defineProperty(document, "visibilityState", { get: () => state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
"""What a browser does as a page goes out of sight and comes back: headless, all are in sight."""
WHO = """() => globalThis[Symbol.for("workshop_kit.rooms")].get("participant").whoAmI()
  .then(({ entries }) => entries.map(({ key }) => key))"""
"""What one more widget of the page does first."""


@pytest.fixture
def proxy(server: KitProcess) -> Iterator[SwallowingProxy]:
    with SwallowingProxy(server.port) as between:
        yield between


@pytest.fixture
def phone(
    browser: Browser, server: KitProcess, proxy: SwallowingProxy, facilitator: Facilitator
) -> Iterator[Phone]:
    facilitator.open_all()
    context = browser.new_context()
    made = Phone(context, server, facilitator, hall=proxy.hall)
    made.open()
    expect(connection(made)).to_have_attribute("data-state", "on")
    yield made
    context.close()
    assert made.problems == []


def connection(phone: Phone) -> Locator:
    """The line of the frame that says how the connection is; a live region."""
    return phone.page.get_by_role("banner").locator(".kit-connection[role=status]")


def on_the_clock_of_the_test(phone: Phone) -> None:
    """Let the page's waiting go by a clock that only the test moves; its network stays real."""
    phone.page.clock.install()
    phone.page.clock.pause_at(phone.page.evaluate("Date.now()") + 2000)
    with phone.page.expect_request("**/feed"):
        phone.wake()


def test_one_more_widget_asks_nothing_and_is_told_nothing_old(phone: Phone) -> None:
    asked: list[str] = []
    phone.page.on("request", lambda request: asked.append(request.method + request.url))
    assert phone.page.evaluate(WHO) == []
    assert asked == []
    phone.send(3, "A movie night")
    assert phone.page.evaluate(WHO) == ["q3"]
    assert len([one for one in asked if one.endswith("/room/participant")]) == 1


def test_a_page_that_comes_back_is_told_nothing_old(phone: Phone) -> None:
    assert phone.page.evaluate(WHO) == []
    assert phone.person.put("q8", {"shape": "list", "items": ["The hotel"]}).ok
    phone.wake()
    assert phone.page.evaluate(WHO) == ["q8"]
    phone.go(8)
    expect(phone.sheet).to_contain_text("The hotel")


def test_a_stream_that_fell_silent_is_given_up_and_opened_again(
    phone: Phone, proxy: SwallowingProxy
) -> None:
    on_the_clock_of_the_test(phone)
    expect(connection(phone)).to_have_attribute("data-state", "on")
    phone.go(8)
    proxy.swallowing.set()
    phone.facilitator.question("q8", "closed")
    phone.page.clock.run_for(SOON)
    expect(connection(phone)).to_have_text("Connecting")
    expect(phone.sheet).not_to_contain_text("closed")
    proxy.swallowing.clear()
    phone.page.clock.resume()
    expect(connection(phone)).to_have_text("Connected", timeout=LONG)
    expect(phone.sheet).to_contain_text("This question is closed.")


def test_a_page_on_the_screen_again_notices_soon_that_its_connection_is_dead(
    phone: Phone, proxy: SwallowingProxy
) -> None:
    on_the_clock_of_the_test(phone)
    phone.go(8)
    phone.box.fill("The hotel")
    with phone.page.expect_event("requestfailed", lambda request: "feed" in request.url):
        phone.page.evaluate(SHOWS, "hidden")
    proxy.swallowing.set()
    phone.page.evaluate(SHOWS, "visible")
    phone.page.clock.run_for(SOON)
    expect(connection(phone)).not_to_have_text("Connected")
    proxy.swallowing.clear()
    phone.page.clock.resume()
    expect(connection(phone)).to_have_text("Connected", timeout=LONG)
    expect(phone.box).to_have_value("The hotel")


def test_waking_opens_one_stream_however_often_the_phone_says_so(phone: Phone) -> None:
    opened: list[str] = []
    phone.page.on("request", lambda request: opened.append(request.url))
    phone.page.evaluate(SHOWS, "hidden")
    phone.page.evaluate(
        f"""() => {{
          ({SHOWS})("visible");
          window.dispatchEvent(new Event("online"));
          window.dispatchEvent(new PageTransitionEvent("pageshow", {{ persisted: true }}));
        }}"""
    )
    phone.facilitator.question("q8", "closed")
    phone.go(8)
    expect(phone.sheet).to_contain_text("This question is closed.")
    assert len([url for url in opened if url.endswith("/feed")]) == 1


def test_a_hidden_page_holds_no_stream(phone: Phone) -> None:
    phone.go(8)
    with phone.page.expect_event("requestfailed", lambda request: "feed" in request.url):
        phone.page.evaluate(SHOWS, "hidden")
    phone.facilitator.question("q8", "closed")
    with phone.page.expect_request("**/feed"):
        phone.page.evaluate(SHOWS, "visible")
    expect(phone.sheet).to_contain_text("This question is closed.")


def test_words_survive_a_half_open_connection_while_they_are_typed_and_sent(
    phone: Phone, proxy: SwallowingProxy
) -> None:
    phone.go(3)
    phone.box.fill("A movie night\n")
    proxy.swallowing.set()
    phone.box.press_sequentially("Invite the hotel")
    phone.press("Send to the room")
    expect(phone.status).to_have_text("Sending…")
    expect(phone.status).to_have_text("Not sent yet, trying again", timeout=LONG)
    expect(connection(phone)).not_to_have_text("Connected")
    phone.box.press_sequentially(", too")
    proxy.swallowing.clear()
    expect(phone.status).to_have_text(re.compile("^Only on this phone. The room"), timeout=LONG)
    expect(phone.box).to_have_value("A movie night\nInvite the hotel, too")
    phone.press("Send to the room")
    phone.sees_sent()
    stored = phone.answer("q3")
    assert stored is not None
    assert stored["body"]["items"] == ["A movie night", "Invite the hotel, too"]
    assert stored["revision"] == 2
    expect(connection(phone)).to_have_text("Connected", timeout=LONG)


def test_without_a_network_the_page_says_so_and_goes_on_when_it_is_back(phone: Phone) -> None:
    phone.go(3)
    phone.context.set_offline(True)
    expect(connection(phone)).to_have_text("No connection. Trying again.")
    phone.box.fill("Invite the hotel")
    phone.press("Send to the room")
    expect(phone.status).to_have_text("Not sent yet, trying again")
    phone.context.set_offline(False)
    phone.sees_sent()
    expect(connection(phone)).to_have_text("Connected")
    assert phone.answer("q3") is not None


def test_a_frozen_page_finds_its_way_back(phone: Phone, proxy: SwallowingProxy) -> None:
    """A phone in a pocket: the browser freezes the page, and its connection dies meanwhile."""
    phone.go(8)
    phone.box.fill("The hotel")
    browser = phone.context.new_cdp_session(phone.page)
    browser.send("Page.setWebLifecycleState", {"state": "frozen"})
    proxy.cut()
    phone.facilitator.question("q8", "closed")
    browser.send("Page.setWebLifecycleState", {"state": "active"})
    expect(phone.sheet).to_contain_text("This question is closed now.", timeout=LONG)
    expect(connection(phone)).to_have_text("Connected", timeout=LONG)
    assert phone.kept()["q8"]


def test_a_server_that_is_killed_and_started_again_loses_nothing(
    browser: Browser, own_server: KitProcess
) -> None:
    facilitator = Facilitator.with_new_workshop(own_server.url).opened()
    facilitator.open_all()
    context = browser.new_context()
    phone = Phone(context, own_server, facilitator)
    phone.open()
    phone.send(2, "signs")
    phone.go(3)
    own_server.kill()
    expect(connection(phone)).not_to_have_text("Connected", timeout=LONG)
    phone.box.fill("Invite the hotel")
    phone.press("Send to the room")
    expect(phone.status).to_have_text("Not sent yet, trying again")
    own_server.start()
    expect(phone.status).to_have_text(re.compile("^Sent"), timeout=LONG)
    expect(connection(phone)).to_have_text("Connected", timeout=LONG)
    kept = {one["key"]: one["body"]["items"] for one in phone.person.entries()}
    assert kept == {"q2": ["signs"], "q3": ["Invite the hotel"]}
    assert phone.problems == []
    context.close()
