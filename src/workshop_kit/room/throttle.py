"""Guessing slows down: wrong tries are counted for a session, never for an address."""

import time
from collections.abc import Callable


class Throttle:
    """A bucket of wrong tries that empties with time.

    A whole hall shares one network address, and one wrong code must not keep the others out. So
    right tries cost nothing, and some wrong ones are free.

    Parameters
    ----------
    free
        Wrong tries that are answered at once.
    per_second
        How many wrong tries are forgotten each second.
    clock
        Returns seconds; for tests.
    """

    def __init__(
        self, free: int, per_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._free = free
        self._per_second = per_second
        self._clock = clock
        self._wrong = 0.0
        self._at = clock()

    def _drain(self) -> None:
        now = self._clock()
        self._wrong = max(0.0, self._wrong - (now - self._at) * self._per_second)
        self._at = now

    def seconds_to_wait(self) -> float:
        """Return how long the next try has to wait; 0 for not at all."""
        self._drain()
        return max(0.0, (self._wrong - self._free + 1) / self._per_second)

    def wrong(self) -> None:
        """Count a wrong try."""
        self._drain()
        self._wrong += 1

    def right(self) -> None:
        """Take back the last wrong try: it turned out to be right."""
        self._wrong = max(0.0, self._wrong - 1)

    @property
    def recent(self) -> int:
        """Wrong tries that are not yet forgotten."""
        self._drain()
        return round(self._wrong)
