"""Whether the laptop's clock can be believed before something is destroyed by date.

A clock that went back destroys nothing by itself, one that ran ahead would destroy everything. So
a leap of more than 60 days needs a second look: the kit, started on another day, sees it again.
Somebody who uses the kit twice a year gets there too: both days were after the date.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from workshop_kit.model import Frozen, Session, new_id

FILE = "days.json"
LEAP = timedelta(days=60)
_ZONES = timedelta(days=1)
"""A laptop that travels may be a day behind what it wrote."""
_KEPT = 2


class Belief(Frozen):
    """What is thought of a day: ``behind`` what the sessions say, or a ``leap`` ahead of it.

    ``seen`` are the last days before it on which the kit ran.
    """

    day: date
    behind: bool = False
    leap: bool = False
    seen: tuple[date, ...] = ()

    def allows(self, due_on: date) -> bool:
        """Tell whether what was due on a day may be destroyed on this one."""
        if self.behind or self.day < due_on:
            return False
        return not self.leap or any(due_on <= one for one in self.seen)


def believe(day: date, seen: Iterable[date], sessions: Iterable[Session]) -> Belief:
    """Compare a day with the days on which the kit ran, and with what the sessions say."""
    before = tuple(sorted({one for one in seen if one < day}))
    newest = max((one for s in sessions if not s.demo for one in _dates(s)), default=None)
    if newest is not None and day < newest - _ZONES:
        return Belief(day=day, behind=True, seen=before)
    known = [*before, *([newest] if newest else [])]
    leap = bool(known) and day - max(known) > LEAP
    return Belief(day=day, leap=leap, seen=before)


def _dates(session: Session) -> list[date]:
    closed = [session.closed_on] if session.closed_on else []
    held = [session.hold.noted_on] if session.hold else []
    return closed + held + ([session.help_lines.checked_on] if session.help_lines else [])


def seen_days(folder: Path) -> list[date]:
    """Return the last days on which the kit ran; none if that is not known."""
    try:
        found = json.loads((folder / FILE).read_text(encoding="ascii"))
        return [date.fromisoformat(one) for one in found["days"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def note_day(folder: Path, day: date) -> None:
    """Remember that the kit ran on a day; days after it came from a clock that was wrong."""
    days = sorted({one for one in seen_days(folder) if one < day} | {day})[-_KEPT:]
    fresh = folder / f"{FILE}.{new_id()}"
    with suppress(OSError):  # where nothing can be written, nothing can be destroyed either
        fresh.write_text(json.dumps({"days": [one.isoformat() for one in days]}), encoding="ascii")
        fresh.replace(folder / FILE)
    fresh.unlink(missing_ok=True)
