"""Fixtures of the sections' tests: a reader in the hall, and whoever leads."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browsers import LAPTOP, PHONE, Watched
from tests.kit_process import KitProcess
from tests.people import Browser as Person
from tests.people import Facilitator, Participant

Open = Callable[[str], Page]


def opening(watched: Watched, server: KitProcess, person: Person) -> Open:
    """Return what opens a page in this browser as this person, and waits until it stands."""
    cookies = [{"name": c.name, "value": c.value or ""} for c in person.http.cookies]
    watched.context.add_cookies([{**one, "url": server.url} for one in cookies])  # type: ignore[typeddict-item]
    page = watched.page()

    def opened(path: str) -> Page:
        page.goto(f"{server.url}/{path}")
        # A page without widgets has nothing to wait for.
        waiting = "#kit-progress:not([data-state=done])"
        page.wait_for_selector(waiting, state="detached", timeout=60_000)
        return page

    return opened


@pytest.fixture
def reader(browser: Browser, server: KitProcess, facilitator: Facilitator) -> Iterator[Open]:
    """A participant's phone, with every question open."""
    facilitator.open_all()
    watched = Watched(browser, PHONE)
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    yield opening(watched, server, person)
    watched.close()


@pytest.fixture
def leader(browser: Browser, server: KitProcess, facilitator: Facilitator) -> Iterator[Open]:
    """The facilitator's laptop."""
    watched = Watched(browser, LAPTOP)
    yield opening(watched, server, facilitator)
    watched.close()
