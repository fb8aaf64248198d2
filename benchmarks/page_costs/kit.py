"""The kit as it is measured: a workshop is open, all nine questions are, people have joined."""

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import requests

from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
QUESTIONS = tuple(f"q{number}" for number in range(1, 10))


class Kit:
    """``workshop-kit serve`` with a workshop whose people can come again after a restart."""

    name = "kit"

    def __init__(self, place: Path, *options: str, path: str = "/reflect") -> None:
        self.path = path
        self._process = KitProcess(place / "data", *options)
        self._people: list[dict[str, str]] = []
        self.session = ""

    @property
    def port(self) -> int:
        """The port, the same at each start."""
        return self._process.port

    def cookies(self, visitor: int) -> dict[str, str]:
        """Return the cookies of a participant."""
        return self._people[visitor]

    @contextlib.contextmanager
    def running(self) -> Iterator[int]:
        """Start it, and end it."""
        with self._process:
            yield self._process.pid

    def join(self, people: int) -> None:
        """Plan and open a workshop, open all questions, let people join; then end the server."""
        with self._process:
            facilitator = Facilitator.with_new_workshop(self._process.url).opened()
            for key in QUESTIONS:
                facilitator.question(key, "open")
            code, self.session = facilitator.known()["join_code"], facilitator.session
            for _ in range(people):
                joined = Participant.joined(self._process.url, code)
                cookies = {cookie.name: cookie.value or "" for cookie in joined.http.cookies}
                joined.http.close()
                self._people.append(cookies)

    def mine(self, rest: str) -> str:
        """Return an address of a participant's."""
        return f"/room/{self.session}/participant/{rest}"

    def html(self, visitor: int) -> str:
        """Return the page as a script reads it."""
        url = f"http://127.0.0.1:{self.port}{self.path}"
        reply = requests.get(url, cookies=self.cookies(visitor), timeout=60)
        reply.raise_for_status()
        return reply.text


def kit_that_asks_python(place: Path) -> Kit:
    """Return a kit with one more notebook: a button that asks Python."""
    folder = place / "our-kit"
    init = [sys.executable, "-m", "workshop_kit", "init", str(folder)]
    subprocess.run(init, check=True, capture_output=True)
    shutil.copy(NOTEBOOKS / "ask_python.ipynb", folder / "notebooks" / "50-ask-python.ipynb")
    return Kit(place, "--kit", str(folder), path="/ask-python")
