"""The small server of stored pages in a process of its own, and the pages that a browser opens."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, Self

import requests
from playwright.sync_api import Browser, Page, expect

from tests.browsers import PHONE, Watched
from tests.kit_process import free_port

STATES = "() => told.filter(([name]) => name === 'python').map(([, detail]) => detail.state)"


class FrontProcess:
    """Serves a notebook as a stored page with kernels."""

    def __init__(self, notebook: Path) -> None:
        self.notebook = notebook
        self.port = free_port()

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.pages.stored.front_server"),
                *(str(self.port), str(self.notebook)),
            ],
            stdout=subprocess.PIPE,
            env=dict(os.environ, PYTHONWARNINGS="ignore"),
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"
        return self

    def __exit__(self, *_problem: object) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.communicate(timeout=30)

    def _at(self, name: str) -> str:
        return f"http://127.0.0.1:{self.port}/test/{name}"

    def answer(self, *answers: dict[str, Any]) -> None:
        """Give these answers to the next that ask for a kernel."""
        requests.post(self._at("answers"), json=list(answers), timeout=20).raise_for_status()

    def kernels(self) -> dict[str, Any]:
        """Return which kernels run, how many were asked for, and which were ended."""
        known: dict[str, Any] = requests.get(self._at("kernels"), timeout=20).json()
        return known

    def end_kernels(self) -> None:
        """End all kernels as a server does that has not heard of them for long."""
        requests.delete(self._at("idle"), timeout=20).raise_for_status()

    def close_sockets(self) -> None:
        """Close every websocket."""
        requests.delete(self._at("sockets"), timeout=20).raise_for_status()

    def kill_kernels(self) -> None:
        """End all kernels without a word."""
        requests.delete(self._at("kernels"), timeout=20).raise_for_status()


class StoredPage:
    """One page in a browser."""

    def __init__(self, browser: Browser, port: int, before: str = "") -> None:
        self.watched = Watched(browser, PHONE)
        self.watched.context.add_init_script(before)
        self.page: Page = self.watched.page()
        self.said: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.goto(f"http://hall.test:{port}/page")
        expect(self.page.locator("html")).to_have_attribute("data-stored", "ready")

    def states(self) -> list[str]:
        """Return what the page was told of Python."""
        told: list[str] = self.page.evaluate(STATES)
        return told

    def broken(self) -> list[str]:
        """Return why widgets are broken."""
        reasons: list[str] = self.page.evaluate(
            "told.filter(([name]) => name === 'broken').map(([, detail]) => detail.reason)"
        )
        return reasons

    def reaches(self, *states: str) -> None:
        """Wait until Python has been in these states, one after the other."""
        self.page.wait_for_function(
            f"(wanted) => String(({STATES})().slice(-wanted.length)) === String(wanted)",
            arg=list(states),
            timeout=40_000,
        )

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def write(self, label: str, text: str) -> None:
        """Write into a field, and leave it."""
        self.page.get_by_label(label, exact=True).fill(text)
        self.page.get_by_label(label, exact=True).blur()

    def tell(self, name: str) -> None:
        """Tell the page an event."""
        self.page.evaluate("(name) => window.dispatchEvent(new Event(name))", name)

    def refused(self) -> list[str]:
        """Return what the page's rules refused."""
        return [text for text in self.said if "Content Security Policy" in text]
