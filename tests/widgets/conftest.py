"""Fixtures of the widgets' tests: a browser, and phones in the hall."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from start import find_browser
from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.phone import Phone

QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
    "--disable-sync --no-first-run"
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser that knows the hall by name: over plain http a name is no secure context."""
    arguments = [*QUIET.split(), "--host-resolver-rules=MAP hall.test 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def blank(chromium: Browser) -> Iterator[Page]:
    """A page with nothing in it."""
    page = chromium.new_page()
    yield page
    page.close()


@pytest.fixture
def phone(chromium: Browser, server: KitProcess, facilitator: Facilitator) -> Iterator[Phone]:
    """A phone whose owner has joined the open workshop; all nine questions are open."""
    facilitator.open_all()
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    made = Phone(context, server, facilitator)
    made.open()
    yield made
    context.close()
