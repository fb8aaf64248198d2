"""The room's client: a stream that says nothing is taken for dead; a way back is found at once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.swallowing_proxy import SwallowingProxy
from tests.widgets.phone import Phone

pytestmark = pytest.mark.browser

SILENT = 26_000
"""Milliseconds; two beats and a half."""


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
    yield made
    context.close()


def test_a_stream_that_fell_silent_is_given_up_and_opened_again(
    phone: Phone, proxy: SwallowingProxy
) -> None:
    connection = phone.page.locator(".kit-connection")
    expect(connection).to_have_attribute("data-state", "on")
    phone.page.clock.install()
    with phone.page.expect_request("**/feed"):
        phone.wake()  # from here on, its waiting goes by the clock of the test
    phone.go(8)
    proxy.swallowing.set()
    phone.facilitator.question("q8", "closed")
    phone.page.clock.fast_forward(SILENT)
    expect(connection).not_to_have_attribute("data-state", "on")
    expect(phone.sheet).not_to_contain_text("closed")
    proxy.swallowing.clear()
    phone.wake()
    expect(connection).to_have_attribute("data-state", "on")
    expect(phone.sheet).to_contain_text("This question is closed.")


def test_a_hidden_page_holds_no_stream(phone: Phone) -> None:
    phone.page.evaluate("""() => {
        Object.defineProperty(document, 'visibilityState', { get: () => window.seen });
        window.show = (state) => {
            window.seen = state;
            document.dispatchEvent(new Event('visibilitychange'));
        };
    }""")
    phone.go(8)
    with phone.page.expect_event("requestfailed", lambda request: "feed" in request.url):
        phone.page.evaluate("show('hidden')")
    phone.facilitator.question("q8", "closed")
    with phone.page.expect_request("**/feed"):
        phone.page.evaluate("show('visible')")
    expect(phone.sheet).to_contain_text("This question is closed.")
