"""A kit whose wall clock jumps: Python's own, read from a file; what is monotonic goes on."""

import os
from pathlib import Path

from tests.kit_process import KitProcess

VARIABLE = "KIT_TEST_CLOCK"
DAY = 24 * 3600

# Python imports this before anything else of the process that finds it.
SITE = f"""
import datetime, os, time

_place = os.environ["{VARIABLE}"]
_time, _datetime = time.time, datetime.datetime

def _now():
    with open(_place, encoding="ascii") as file:
        return _time() + float(file.read())

class _Kind(type):
    def __instancecheck__(cls, one):
        return isinstance(one, _datetime)

class _Shifted(_datetime, metaclass=_Kind):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_now(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_now(), datetime.timezone.utc).replace(tzinfo=None)

_Shifted.__name__ = _Shifted.__qualname__ = "datetime"
time.time, time.time_ns = _now, lambda: int(_now() * 1_000_000_000)
datetime.datetime = _Shifted
"""


class JumpingKit(KitProcess):
    """A kit whose clock is the laptop's and some days."""

    def __init__(self, data: Path, days: float = 0) -> None:
        super().__init__(data)
        self._site = data.with_name("site")
        self._site.mkdir()
        (self._site / "sitecustomize.py").write_text(SITE, encoding="ascii")
        self.jump(days)

    def environment(self) -> dict[str, str]:
        path = os.pathsep.join([str(self._site), *filter(None, [os.environ.get("PYTHONPATH")])])
        return {**super().environment(), "PYTHONPATH": path, VARIABLE: str(self._site / "clock")}

    def jump(self, days: float) -> None:
        """Set the clock so many days away from the true time."""
        fresh = self._site / "fresh"
        fresh.write_text(str(days * DAY), encoding="ascii")
        fresh.replace(self._site / "clock")
