"""Phones that send until they are answered, as the page does, and what they were told."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import requests

from tests.people import Participant, write_id
from workshop_kit.store.sqlite import SqliteStore

SECONDS_BETWEEN = 0.2


class Phone(Participant):
    """Somebody who sends one answer after the other, each with one write id until it is taken."""

    patience = 8.0  # seconds, as in room.js

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.kept: dict[str, tuple[int, str]] = {}  # question: revision and text, acknowledged
        self.troubles: Counter[str] = Counter()
        self.number = write_id()
        self.gives_up = False

    def send(self, key: str, words: str) -> dict[str, Any]:
        """Send an answer until it is acknowledged; return the receipt."""
        revision, text = self.kept.get(key, (0, ""))[0], f"{self.number} {key} {words}"
        body = {"shape": "list", "items": [text]}
        request = {"write_id": write_id(), "revision": revision, "body": body}
        receipt = self._until_answered(self.mine(f"entries/answer/{key}"), request)
        assert receipt["revision"] == revision + 1, "a write was taken twice"
        self.kept[key] = (revision + 1, text)
        return receipt

    def _until_answered(self, path: str, request: dict[str, Any]) -> dict[str, Any]:
        while not self.gives_up:
            try:
                reply = self.ask("PUT", path, request)
                said = reply.json()
            except requests.RequestException:
                self.troubles["no answer"] += 1
            else:
                if reply.ok:
                    return dict(said)
                assert reply.status_code >= 500, reply.text
                self.troubles[said["error"]] += 1
            time.sleep(SECONDS_BETWEEN)
        raise AssertionError("the test was over before this was acknowledged")

    @classmethod
    def several(cls, number: int, url: str, code: str) -> list[Self]:
        """Let some people join."""
        return [cls.joined(url, code) for _ in range(number)]


class Sending:
    """Phones that all send at once, each in a thread of its own."""

    def __init__(self, phones: Iterable[Phone], send: Callable[[Phone], Any]) -> None:
        self.phones = list(phones)
        self._send = send
        self._futures: list[Future[Any]] = []
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        pool = self._stack.enter_context(ThreadPoolExecutor(len(self.phones)))
        self._futures = [pool.submit(self._send, phone) for phone in self.phones]
        return self

    def __exit__(self, problem: object, *_where: object) -> None:
        for phone in self.phones:
            phone.gives_up = problem is not None
        self._stack.close()  # waits until all are answered
        for future in self._futures if problem is None else ():
            future.result()

    def acknowledged(self) -> int:
        """Return how many writes were acknowledged so far."""
        return sum(revision for phone in self.phones for revision, _ in [*phone.kept.values()])

    def troubles(self) -> Counter[str]:
        """Return how often which trouble was met so far."""
        return sum((phone.troubles for phone in self.phones), Counter())


def lost_and_doubled(path: Path, phones: Iterable[Phone]) -> tuple[int, int]:
    """Compare what phones were told with what stands in the session's file.

    Lost is what was acknowledged and is not there as it was sent; doubled is what stands there
    more than once, or was taken more often than it was sent.
    """
    store = SqliteStore(path)
    try:
        stored = [(e.body["items"][0], e.revision) for e in store.entries("answer")]
    finally:
        store.close()
    told = [(text, revision) for phone in phones for revision, text in phone.kept.values()]
    places = Counter(" ".join(text.split()[:2]) for text, _ in stored)
    lost = sum(one not in stored for one in told)
    doubled = sum(number - 1 for number in places.values())
    return lost, doubled + max(0, len(stored) - len(told))
