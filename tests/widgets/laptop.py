"""The facilitator's laptop and the devices of helpers, as people use them."""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser as Chromium
from playwright.sync_api import BrowserContext, Locator, Route, expect

from tests.browsers import LAPTOP, Watched, accessible
from tests.people import Browser, Facilitator, Participant

SECONDS = 40_000


def carry(context: BrowserContext, person: Browser) -> None:
    """Give a browser the cookies of a person."""
    context.add_cookies(
        [
            {"name": one.name, "value": one.value or "", "url": person.url}
            for one in person.http.cookies
        ]
    )


class Laptop:
    """The facilitator's page in a browser; ``facilitator`` is the same person over HTTP."""

    def __init__(self, watched: Watched, facilitator: Facilitator) -> None:
        self.facilitator = facilitator
        carry(watched.context, facilitator)
        self.page = watched.page()

    def open(self) -> None:
        """Open the page and wait until it shows the workshop and has kept its address.

        The board keeps by itself which address stands on the wall. A test that changed the
        projector's screen before that would race with it.
        """
        self.page.goto(f"{self.facilitator.url}/facilitate")
        self.shown()
        eventually(self._is_at_rest, wanted=True)

    def shown(self) -> None:
        """Wait until the board is there."""
        expect(self.board.get_by_role("heading", level=1)).to_be_visible(timeout=SECONDS)

    def _is_at_rest(self) -> bool:
        state = self.facilitator.state()
        return bool(state["state"] == "closed" or state["screen"]["address"])

    @property
    def board(self) -> Locator:
        """Everything that is the board's."""
        return self.page.locator(".kit-board")

    @property
    def chosen(self) -> Locator:
        """The question at the centre."""
        return self.page.get_by_role("region", name="The chosen question")

    @property
    def said(self) -> Locator:
        """The line that tells how the last thing went."""
        return self.board.locator(".kit-voice")

    def answer(self, words: str) -> Locator:
        """Return one answer of the review."""
        return self.chosen.locator(".kit-answer").filter(has_text=words)

    def press(self, name: str) -> None:
        """Press a button by its whole name."""
        self.board.get_by_role("button", name=name, exact=True).click()

    def choose(self, topic: str) -> None:
        """Choose a question in the list."""
        listed = self.page.get_by_role("navigation", name="Questions")
        listed.get_by_role("button", name=topic).click()

    def decide(self, words: str, decision: str) -> None:
        """Approve an answer, keep it back or set it aside."""
        self.answer(words).get_by_role("button", name=decision).click()

    def focused(self) -> str:
        """Return the text of what has the focus."""
        text: str = self.page.evaluate("document.activeElement.textContent")
        return text.strip()

    def tab_to(self, name: str, most: int = 60) -> None:
        """Go to a control with the Tab key alone."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if re.search(name, self._focused_name()):
                return
        raise AssertionError(f"{name!r} is not within {most} tabs")

    def _focused_name(self) -> str:
        name: str = self.page.evaluate(
            """() => {
              const at = document.activeElement;
              const label = at.labels && at.labels[0];
              return label ? label.textContent : at.textContent;
            }"""
        )
        return name

    def is_accessible(self) -> None:
        """Let axe look, and see that no word is missing."""
        accessible(self.page)
        assert "undefined" not in self.board.inner_text()

    def finds_addresses(self, *addresses: str) -> None:
        """Let the feed tell of other networks, as on a laptop that is in them."""
        state = self.facilitator.state() | {"addresses": list(addresses)}

        def tell(route: Route) -> None:
            text = f"event: state\nid: {state['version']}\ndata: {json.dumps(state)}\n\n"
            route.fulfill(content_type="text/event-stream", body=text)

        self.page.route("**/facilitator/feed", tell)


@contextmanager
def laptop_of(
    facilitator: Facilitator, chromium: Chromium, size: dict[str, int] = LAPTOP
) -> Iterator[Laptop]:
    """Open the facilitator's page; afterwards nothing broke in it and nothing went outside."""
    watched = Watched(chromium, size, locale="en-CA")
    laptop = Laptop(watched, facilitator)
    laptop.open()
    yield laptop
    watched.close()


def eventually(ask: Callable[[], object], wanted: object, seconds: float = 60) -> None:
    """Ask until the answer is the one wanted: what a feed says first may be half a second old."""
    deadline = time.monotonic() + seconds
    while (found := ask()) != wanted:
        assert time.monotonic() < deadline, found
        time.sleep(0.2)


def people(facilitator: Facilitator, question: str, *bodies: dict[str, Any]) -> list[Participant]:
    """Let people join and answer an open question; return them in the same order."""
    code = facilitator.known()["join_code"]
    joined = [Participant.joined(facilitator.url, code) for _ in bodies]
    for person, body in zip(joined, bodies, strict=True):
        assert person.put(question, body).ok
    return joined


def ideas(*items: str) -> dict[str, Any]:
    """Return an answer to question 3."""
    return {"shape": "list", "items": list(items)}
