"""Fixtures that many tests share: a real server in a process of its own, and people in it."""

import signal
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import Browser

from tests.browsers import chromium
from tests.kit_process import KitProcess
from tests.people import Facilitator

pytest_plugins = ["tests.skips"]
hypothesis.settings.register_profile("kit", deadline=None)  # no test depends on speed
hypothesis.settings.load_profile("kit")
# What a shell starts in the background, or with nohup, is deaf to these, and so would be what the
# tests start. A handler of our own is not handed down: what we start hears them again.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, lambda _number, _frame: None)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitProcess]:
    """One server for all tests that do not end it; each makes a workshop of its own."""
    with KitProcess(tmp_path_factory.mktemp("kit")) as process:
        yield process


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[KitProcess]:
    """A server for one test, to be killed and started again."""
    with KitProcess(tmp_path / "data") as process:
        yield process


@pytest.fixture
def facilitator(server: KitProcess) -> Facilitator:
    """A facilitator of a new workshop that is open, with no question open yet."""
    return Facilitator.with_new_workshop(server.url).opened()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests."""
    with chromium() as started:
        yield started
