"""A participant with a phone, who uses the page as people do."""

import json
import re
from collections.abc import Callable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, Request, Route, expect

from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant


def written(request: Request) -> dict[str, Any]:
    """Return the JSON that a request carries."""
    found: dict[str, Any] = json.loads(request.post_data or "{}")
    return found


class Phone:
    """One browser in the hall. ``person`` is the same participant over HTTP, to look things up."""

    def __init__(
        self,
        context: BrowserContext,
        server: KitProcess,
        facilitator: Facilitator,
        hall: str | None = None,
    ) -> None:
        self.context = context
        self.facilitator = facilitator
        self.address = f"{hall or server.hall}/reflect"
        self.carry(Participant.joined(server.url, facilitator.known()["join_code"]))
        self.problems: list[str] = []
        self._cut = False
        self.page = self.new_page()

    def carry(self, person: Participant) -> None:
        """Be this participant's phone from now on."""
        self.person = person
        self.context.add_cookies(
            [
                {"name": one.name, "value": one.value or "", "url": self.address}
                for one in person.http.cookies
            ]
        )

    def new_page(self) -> Page:
        """Return a tab that notes what goes wrong in it."""
        page = self.context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        return page

    def open(self, page: Page | None = None) -> Page:
        """Open the page with the questions and wait until the room has answered."""
        page = page or self.page
        with page.expect_response("**/room/participant"):
            page.goto(self.address)
        expect(page.locator(".kit-reflect h1")).to_be_visible(timeout=30_000)
        return page

    def reload(self) -> None:
        """Reload, as a restless thumb does."""
        with self.page.expect_response("**/room/participant"):
            self.page.reload()

    def go(self, number: int, page: Page | None = None) -> None:
        """Go to a question by the list."""
        page = page or self.page
        page.get_by_role("button", name="All questions").click()
        page.locator(".kit-list button").nth(number - 1).click()

    @property
    def sheet(self) -> Locator:
        """The question on the screen."""
        return self.page.locator(".kit-reflect form.kit-card:visible")

    @property
    def box(self) -> Locator:
        """Its first text field."""
        return self.sheet.get_by_role("textbox").first

    @property
    def status(self) -> Locator:
        """What it says about its words."""
        return self.sheet.locator(".kit-status")

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def send(self, number: int, text: str) -> None:
        """Write a text as the answer to a question and send it."""
        self.go(number)
        self.box.fill(text)
        self.press("Send to the room")
        self.sees_sent()

    def sees_sent(self) -> None:
        """Wait until the page says when the answer was sent."""
        expect(self.status).to_have_text(re.compile(r"^Sent \d?\d:\d\d [AP]M$"))

    def kept(self) -> dict[str, str]:
        """Return what the tab keeps of the form, without the session's id in the names."""
        held: dict[str, str] = self.page.evaluate(
            "Object.fromEntries(Object.entries(sessionStorage))"
        )
        mine = {name: text for name, text in held.items() if name.startswith("kit:reflect:")}
        return {name.split(":")[-1]: text for name, text in mine.items()}

    def answer(self, key: str) -> dict[str, Any] | None:
        """Return what the room has of this person's answer."""
        return next((one for one in self.person.entries() if one["key"] == key), None)

    def cut_off(self) -> list[dict[str, Any]]:
        """Let no answer out any more; return what was tried, as it is tried."""
        return self._on_the_way(lambda route: route.abort("connectionfailed"))

    def swallow(self) -> list[dict[str, Any]]:
        """Let answers go out into the void: nothing comes back, and nothing fails."""
        return self._on_the_way(lambda _route: None)

    def _on_the_way(self, fate: Callable[[Route], None]) -> list[dict[str, Any]]:
        tried: list[dict[str, Any]] = []

        self._cut = True

        def meet(route: Route, request: Request) -> None:
            if not self._cut:
                return route.continue_()
            tried.append(written(request))
            return fate(route)

        self.page.route("**/entries/answer/*", meet)
        return tried

    def connect(self) -> None:
        """Let everything through from now on; what was swallowed stays swallowed."""
        self._cut = False

    def wake(self) -> None:
        """Come back online, as the browser tells a page."""
        self.page.evaluate("window.dispatchEvent(new Event('online'))")

    def focused(self) -> str:
        """Return the text of what has the focus."""
        text: str = self.page.evaluate("document.activeElement.textContent")
        return text

    def faults(self) -> list[str]:
        """Return what axe finds on the page as it is."""
        found = Axe().run(self.page).response["violations"]
        return [f"{one['id']}: {[node['html'][:90] for node in one['nodes']]}" for one in found]
