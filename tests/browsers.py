"""Real browsers: how the tests start Chromium, and what no page of ours may do in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright

from start import find_browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP hall.test 127.0.0.1",  # a phone's origin is no secure context
)
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 900}
OURS = {"127.0.0.1", "hall.test"}
AT_REST = """() => Promise.allSettled(
  document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished))"""

expect.set_options(timeout=20_000)  # no test depends on speed


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium, or whichever this machine has."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=[*ARGUMENTS])
        try:
            yield browser
        finally:
            browser.close()


class Watched:
    """A browser context in which every address outside is refused and noted."""

    def __init__(self, browser: Browser, size: dict[str, int], **options: Any) -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []
        # Pages at rest: what fades is neither here nor there for as long as it fades.
        still = {"reduced_motion": "reduce", **options}
        self.context: BrowserContext = browser.new_context(viewport=size, **still)  # type: ignore[arg-type]  # a plain dict fits
        self.context.on("request", self._note)

    def _note(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in OURS:
            self.outside.append(request.url)

    def page(self) -> Page:
        """Open a tab; what breaks in it is noted."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        return page

    def close(self) -> None:
        """Close it, and hold it to what every page of ours must keep."""
        self.context.close()
        assert self.outside == [], self.outside
        assert self.errors == [], self.errors


def accessible(page: Page) -> None:
    """Let axe look at the page once nothing moves on it; it must find nothing."""
    page.evaluate(AT_REST)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


STOPS = """() => {
  const all = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const reached = (one) => !one.disabled && one.tabIndex >= 0 && one.type !== "hidden" &&
    one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
  const sole = (one) => {
    if (one.type !== "radio") return true;
    const group = [...document.getElementsByName(one.name)];
    return one === (group.find(({ checked }) => checked) || group[0]);
  };
  window.kitStops = new Set([...document.querySelectorAll(all)].filter(reached).filter(sole));
  return window.kitStops.size;
}"""
MORE_STOPS = 6
"""What scrolls is a stop as well, and so is the way round."""
STOP = """() => {
  const one = document.activeElement;
  window.kitStops.delete(one);
  if (one === document.body) return "";
  const { left, top, width, height } = one.getBoundingClientRect();
  const at = document.elementFromPoint(left + width / 2, top + Math.min(height, 40) / 2);
  const parts = [one, ...(one.labels || [])];
  const seen = at && parts.some((part) => part.contains(at) || at.contains(part));
  return seen ? "" : one.outerHTML;
}"""
LEFT = """() => [...window.kitStops]
  .filter((one) => one.isConnected && one.checkVisibility())
  .map(({ outerHTML }) => outerHTML)"""


def by_keyboard(page: Page) -> None:
    """Go through the page with Tab: all that can be used is reached, and is in sight then."""
    hidden = []
    for _ in range(page.evaluate(STOPS) + MORE_STOPS):  # round once, wherever the browser begins
        page.keyboard.press("Tab")
        covered = page.evaluate(STOP)
        if covered:
            hidden.append(covered)
    left = page.evaluate(LEFT)
    assert not hidden, hidden
    assert not left, left


def keep_picture(page: Page, folder: Path, name: str) -> None:
    """Keep a picture for people to look at."""
    page.screenshot(path=folder / f"{name}.png", full_page=True)
