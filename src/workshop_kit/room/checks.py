"""What each role may know of check-in and check-out: never who, and nothing before the end."""

from collections.abc import Iterable
from typing import Any

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.check import CHECKS, CheckBody, CheckState
from workshop_kit.model import Entry
from workshop_kit.store.contract import Store

_Told = dict[str, Any]


class Checks:
    """The check-in and the check-out of a room."""

    def __init__(self, store: Store, entries: Iterable[Entry]) -> None:
        self._store = store
        self._found = {
            entry.key: (CheckBody.model_validate(entry.body), entry.revision) for entry in entries
        }

    def _of(self, key: str) -> tuple[CheckBody, int]:
        return self._found.get(key, (CheckBody(), 0))

    def for_phones(self) -> _Told:
        """Return the key of the one that is open.

        Where none is, nothing: every phone hears of it, all evening. Once the check-out was
        asked, a check-in that was forgotten open is over.
        """
        states = {key: self._of(key)[0].state for key in CHECKS}
        asked = [key for key in CHECKS if states[key] is not CheckState.WAITING]
        now = asked[-1] if asked else None
        return {"check": now} if now and states[now] is CheckState.OPEN else {}

    def for_leader(self) -> dict[str, _Told]:
        """Return both, with what came of those that are closed."""
        return {key: self._led(key) for key in CHECKS}

    def on_the_wall(self, key: str | None) -> _Told | None:
        """Return the one that the wall shows, with what came of it once that is shown."""
        check, _revision = self._of(key or "")
        if check.state is CheckState.WAITING:
            return None
        unseen: _Told = {} if check.shown else {"result": None, "passed": 0}
        return {"key": key} | _told(check) | unseen

    def _led(self, key: str) -> _Told:
        check, revision = self._of(key)
        hands = {mood.value: number for mood, number in check.hands.items()}
        return _told(check) | {
            "hands": hands,
            "answered": self._answered(key),
            "revision": revision,
        }

    def _answered(self, key: str) -> int | None:
        """Return how many phones have said something or passed; none where they are few."""
        if self._of(key)[0].state is not CheckState.OPEN:
            return None
        people = sum(number for _body, number in self._store.tally("mood", key))
        return people if people >= FEWEST_COUNTED else None


def _told(check: CheckBody) -> _Told:
    result = check.result
    told = None if result is None else {mood.value: number for mood, number in result.items()}
    counted = {"result": told, "passed": check.passed, "shown": check.shown}
    return {"state": check.state.value} | counted
