"""Chromium as a phone in a hall without internet: a plain http origin, no other name is found."""

import contextlib
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from benchmarks.page_costs.servers import HALL, Server
from start import find_browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--host-resolver-rules=MAP {HALL} 127.0.0.1, MAP * ~NOTFOUND",
)
PATIENCE = 90.0
"""Seconds until a page counts as broken."""
PHONE = {"width": 390, "height": 844}

# Notes on the page itself when a text area can be typed in, as milliseconds since 1970: a script
# that asks from outside would be late by as much as it waits between two looks.
WATCH = """
(() => {
  const usable = (box) => !box.disabled && !box.readOnly && box.checkVisibility();
  const inside = (root) => [...root.querySelectorAll("textarea")].some(usable)
    || [...root.querySelectorAll("*")].some((one) => one.shadowRoot && inside(one.shadowRoot));
  const look = () => {
    if (!inside(document)) return setTimeout(look, 10);
    document.documentElement.dataset.formAt = performance.timeOrigin + performance.now();
  };
  look();
})();
"""


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=[*ARGUMENTS])
        try:
            yield browser
        finally:
            browser.close()


def visitor(browser: Browser, server: Server, number: int) -> BrowserContext:
    """Return a browser with an empty cache and the cookies of a visitor."""
    context = browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    context.set_default_timeout(PATIENCE * 1000)
    for name, value in server.cookies(number).items():
        context.add_cookies([{"name": name, "value": value, "url": address(server)}])
    context.add_init_script(WATCH)
    return context


def address(server: Server, path: str | None = None) -> str:
    """Return the address of a server's page as a phone knows it."""
    return f"http://{HALL}:{server.port}{server.path if path is None else path}"


def form_at(page: Page) -> float:
    """Wait until a text area can be typed in; return when that was, in seconds since 1970."""
    page.locator("html[data-form-at]").wait_for(state="attached")
    return float(page.locator("html").get_attribute("data-form-at") or "nan") / 1000


class Wire:
    """What a tab gets from the network: bytes with headers, requests, names that are not ours."""

    def __init__(self, page: Page) -> None:
        self._bytes: dict[str, float] = {}
        self._cached: set[str] = set()
        self._ours: list[str] = []
        self._streams = 0
        self.outside: set[str] = set()
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.requestServedFromCache", lambda e: self._cached.add(e["requestId"]))
        session.on("Network.responseReceived", self._answered)
        session.on("Network.dataReceived", self._received)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.webSocketCreated", self._opened)

    def _asked(self, event: dict[str, Any]) -> None:
        url = event["request"]["url"]
        if not url.startswith("http"):
            return
        if HALL not in url.split("/")[2]:
            self.outside.add(url.split("/")[2])
            return
        self._ours.append(event["requestId"])  # a redirect asks again under the same id

    def _answered(self, event: dict[str, Any]) -> None:
        response = event["response"]
        if response.get("fromDiskCache"):
            self._cached.add(event["requestId"])
        self._bytes[event["requestId"]] = response["encodedDataLength"]

    def _received(self, event: dict[str, Any]) -> None:
        known = self._bytes.get(event["requestId"], 0)
        self._bytes[event["requestId"]] = known + event["encodedDataLength"]

    def _finished(self, event: dict[str, Any]) -> None:
        self._bytes[event["requestId"]] = event["encodedDataLength"]

    def _opened(self, _event: dict[str, Any]) -> None:
        self._streams += 1

    def told(self) -> dict[str, Any]:
        """Return the sums; a feed or a websocket is one request, and its messages are not in."""
        asked = [one for one in self._ours if one not in self._cached]
        return {
            "bytes": round(sum(self._bytes.get(one, 0) for one in set(asked))),
            "requests": len(asked) + self._streams,
            "outside": sorted(self.outside),
        }
