"""A hall full of people, each in a browser of their own: who leads, wall, helper, phones."""

from contextlib import ExitStack

from playwright.sync_api import Browser, Page, expect

from tests.browsers import LAPTOP, PHONE, Watched, accessible, by_keyboard
from tests.kit_process import KitProcess
from tests.people import Facilitator, Helper, Participant
from tests.widgets.laptop import Laptop, carry, eventually, laptop_of

SMALL_LAPTOP = {"width": 1366, "height": 650}
"""What a browser leaves of 1366 x 768 pixels."""


class Hall:
    """Everybody who is there, each in a browser of their own."""

    def __init__(self, browser: Browser, server: KitProcess, stack: ExitStack) -> None:
        self.led = Facilitator.with_new_workshop(server.url).opened()
        self.led.move("plan", agenda="two-hours")
        self.browser, self.server, self.stack = browser, server, stack
        self.wall = self._helper("projector", "/projector")
        self.scribe = self._helper("scribe", "/scribe")
        self.steady, self.slow, self.sleeper, self.cut = (self.phone() for _ in range(4))
        self.laptop: Laptop = stack.enter_context(laptop_of(self.led, browser))

    def _window(self, person: Participant | Helper, path: str, size: dict[str, int]) -> Page:
        """Open a page as somebody; at the end nothing broke in it, and nothing went outside."""
        watched = Watched(self.browser, size, locale="en-CA")
        self.stack.callback(watched.close)
        carry(watched.context, person)
        page = watched.page()
        page.goto(f"{self.server.url}{path}")
        return page

    def _helper(self, role: str, path: str) -> Page:
        code = self.led.known()[f"{role}_code"]
        return self._window(Helper.entered(self.server.url, role, code), path, LAPTOP)

    def phone(self) -> Page:
        """Let somebody join with a phone."""
        person = Participant.joined(self.server.url, self.led.known()["join_code"])
        page = self._window(person, "/reflect", PHONE)
        expect(page.locator(".kit-reflect h1")).to_be_visible(timeout=40_000)
        return page

    def begins(self, number: int, on_the_wall: str = "") -> None:
        """Press the one button that leads on; wall and phones follow, and all can be used."""
        on = self.laptop.page.locator(".kit-now .kit-large")
        expect(on).not_to_have_attribute("aria-busy", "true")
        on.click()
        eventually(lambda: self.led.state()["agenda"]["at"], f"s{number}")
        fits(self.laptop.page, number)
        if on_the_wall:
            expect(self.wall.get_by_role("heading", level=1)).to_have_text(on_the_wall)
        for page in (self.laptop.page, self.wall, self.scribe, self.steady):
            accessible(page)
            by_keyboard(page)


def fits(board: Page, number: int) -> None:
    """Expect all that a step needs on one screen, and on a small laptop's after scrolling once."""
    now = board.locator(".kit-now")
    expect(now.locator(".kit-step-place")).to_have_text(f"Step {number} of 14")
    board.evaluate("scrollTo(0, 0)")
    box = now.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= LAPTOP["height"]
    board.set_viewport_size(SMALL_LAPTOP)  # type: ignore[arg-type]  # a plain dict fits
    box, bar = now.bounding_box(), board.locator(".frame-bar").bounding_box()
    assert box is not None
    assert bar is not None
    assert bar["height"] + box["height"] <= SMALL_LAPTOP["height"]
    board.set_viewport_size(LAPTOP)  # type: ignore[arg-type]  # a plain dict fits
