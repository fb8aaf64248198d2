"""Fixtures of the widgets' tests: a blank page, and a phone in the hall."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browsers import PHONE
from tests.kit_process import KitProcess
from tests.people import Facilitator
from tests.widgets.phone import Phone
from tests.widgets.reader import Reader


@pytest.fixture
def blank(browser: Browser) -> Iterator[Page]:
    """A page with nothing in it."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def phone(browser: Browser, server: KitProcess, facilitator: Facilitator) -> Iterator[Phone]:
    """A phone whose owner has joined the open workshop; all nine questions are open."""
    facilitator.open_all()
    context = browser.new_context(viewport={"width": 390, "height": 844})
    made = Phone(context, server, facilitator)
    made.open()
    yield made
    context.close()


@pytest.fixture
def reader(browser: Browser, facilitator: Facilitator) -> Iterator[Reader]:
    """A phone whose owner has joined the open workshop and opens sections of the toolkit."""
    made = Reader(browser, facilitator, PHONE)
    yield made
    made.watched.close()
