"""Fixtures of the pages' tests: a phone and a laptop, each with a browser of its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browsers import LAPTOP, PHONE, Watched


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A tab on a phone; whatever it asks for outside fails the test."""
    watched = Watched(browser, PHONE, locale="en-CA", has_touch=True)
    yield watched.page()
    watched.close()


@pytest.fixture
def laptop(browser: Browser) -> Iterator[Page]:
    """A tab on the facilitator's laptop."""
    watched = Watched(browser, LAPTOP, locale="en-CA")
    yield watched.page()
    watched.close()
