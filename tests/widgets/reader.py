"""Somebody with a phone who reads a section, and who leads the group meanwhile."""

from playwright.sync_api import Browser, Locator, Page

from tests.browsers import Watched
from tests.people import Facilitator, Participant
from tests.widgets.laptop import carry


class Reader:
    """Somebody with a phone who reads a page of the toolkit."""

    def __init__(self, browser: Browser, facilitator: Facilitator, size: dict[str, int]) -> None:
        self.watched = Watched(browser, size, locale="en-CA")
        self.url = facilitator.url
        self.person = Participant.joined(self.url, facilitator.known()["join_code"])
        carry(self.watched.context, self.person)
        self.page = self.watched.page()
        self.asked: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))

    def open(self, path: str) -> Page:
        """Open a page and wait until it follows the room."""
        with self.page.expect_request("**/participant/feed"):
            self.page.goto(f"{self.url}/{path}")
        return self.page

    @property
    def offer(self) -> Locator:
        """The line that says where the group is."""
        return self.page.get_by_role("region", name="Where the group is")

    @property
    def calm(self) -> Locator:
        """The pause."""
        return self.page.get_by_role("region", name="A pause")

    def helped(self) -> Locator:
        """Open the help lines."""
        self.page.get_by_role("button", name="Help lines", exact=True).click()
        return self.page.get_by_role("dialog", name="Help lines")


def asks(facilitator: Facilitator, question: str) -> None:
    """Show a question, which is then where the group is."""
    facilitator.question(question, "open")
    facilitator.write("screen", "projector", {"show": "question", "question": question})


def pauses(facilitator: Facilitator, *, paused: bool) -> None:
    """Begin or end a pause."""
    facilitator.write("screen", "projector", {"show": "join", "paused": paused})
