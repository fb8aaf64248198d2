"""Fixtures of the front end's tests: a small server of one stored page, and it in a browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.pages.stored.front_notebook import CELLS, write
from tests.pages.stored.front_process import FrontProcess, StoredPage


@pytest.fixture(scope="session")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontProcess]:
    with FrontProcess(write(tmp_path_factory.mktemp("front") / "front.ipynb", *CELLS)) as process:
        yield process


@pytest.fixture
def stored(front: FrontProcess, browser: Browser) -> Iterator[StoredPage]:
    page = StoredPage(browser, front.port)
    yield page
    page.watched.close()
    assert page.refused() == []
