"""The same notebooks under plain Voilà, without our server: no room, said once, words stay here."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, expect

from tests.browsers import LAPTOP, Watched
from tests.kit_process import SECONDS_TO_START, free_port
from workshop_kit.content.files import original_folder

pytestmark = pytest.mark.browser


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Plain ``voila`` with one notebook, on loopback."""
    port = free_port()
    notebook = original_folder("notebooks") / "05-take-action.ipynb"
    command = [sys.executable, "-m", "voila", str(notebook), "--no-browser", f"--port={port}"]
    output = (tmp_path / "voila.log").open("wb")
    process = subprocess.Popen(
        [*command, "--Voila.ip=127.0.0.1"], stdout=output, stderr=output, cwd=tmp_path
    )
    url = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        assert process.poll() is None, (tmp_path / "voila.log").read_text()
        assert time.monotonic() < deadline
        try:
            requests.get(f"{url}/voila/nothing-here", timeout=5)
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            break
    yield url
    process.send_signal(signal.SIGINT)
    process.wait(30)
    output.close()


def test_it_says_once_that_there_is_no_room_and_keeps_words_on_the_device(
    browser: Browser, address: str
) -> None:
    watched = Watched(browser, LAPTOP)
    page = watched.page()
    page.goto(address)
    moments = page.locator(".kit-moment")
    expect(moments).to_have_count(2, timeout=60_000)
    expect(page.get_by_text("This page is not in a workshop.")).to_have_count(1)
    for at in range(2):
        moments.nth(at).get_by_role("textbox").fill(f"for myself {at}")
        expect(moments.nth(at).locator(".kit-status")).to_have_text("Only on this device")
        expect(moments.nth(at).get_by_role("button")).to_have_count(0)
    assert watched.errors == []
    watched.context.close()
