"""Destroys what is due: when the kit starts, each hour, and when a new day begins."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta

from workshop_kit.destroying.apart import finish_begun_apart
from workshop_kit.destroying.days import Belief, believe, note_day, seen_days
from workshop_kit.destroying.due import keeping
from workshop_kit.destroying.record import Record
from workshop_kit.destroying.written import written
from workshop_kit.errors import KitError
from workshop_kit.model import Session
from workshop_kit.room.rooms import Rooms
from workshop_kit.store.session_file import look_into

HOUR = 3600.0

log = logging.getLogger(__name__)


def local_now() -> datetime:
    """Return the time on this laptop."""
    return datetime.now().astimezone()


class DueWatch:
    """Destroys each session whose day has come; the demo, open ones and held ones never.

    Parameters
    ----------
    rooms
        The rooms of the data folder.
    clock
        Returns the local time; for tests.
    """

    def __init__(self, rooms: Rooms, clock: Callable[[], datetime] = local_now) -> None:
        self._rooms = rooms
        self._clock = clock
        self._seen: list[date] | None = None
        self._looked_on: date | None = None
        self.told: Callable[[Record], None] = lambda _record: None
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Look now, and from time to time."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Look no more; a thread that destroys just now goes on to its end."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def look(self) -> list[Record]:
        """Destroy what is due now, and return the records."""
        day = self._clock().date()
        folder = self._rooms.folder
        records = await asyncio.to_thread(finish_begun_apart, folder)
        sessions = await self._rooms.sessions()
        belief = await self._believe(day, sessions)
        jumped = self._jumped(day)
        for session in [] if jumped else sessions:
            if await self._is_due(session, belief):
                records += await self._destroyed(session)
        for record in records:
            self.told(record)
        return records

    def _jumped(self, day: date) -> bool:
        """Tell whether days went by since the last look, an hour ago.

        The clock jumped, perhaps for a moment, or the laptop slept: the next look tells.
        """
        before, self._looked_on = self._looked_on, day
        return before is not None and day > before + timedelta(days=1)

    async def _believe(self, day: date, sessions: list[Session]) -> Belief:
        """Compare the day with those of earlier runs, and with those that this run believed.

        A clock that is wrong is as wrong after midnight: that is no second look.
        """
        path = self._rooms.folder.path
        first = self._seen is None
        seen = await asyncio.to_thread(seen_days, path) if self._seen is None else self._seen
        belief = believe(day, seen, sessions)
        believed = not (belief.leap or belief.behind)
        if first or believed:
            await asyncio.to_thread(note_day, path, day)
        self._seen = [*seen, day] if believed else seen
        return belief

    async def _is_due(self, session: Session, belief: Belief) -> bool:
        if not keeping(session, 0, belief.day).due or session.due_on is None:
            return False
        if not belief.allows(session.due_on):
            return False
        path = self._rooms.file_of(session.id)
        found = await asyncio.to_thread(look_into, path, written)
        if isinstance(found, KitError):
            return False
        return keeping(found.session, found.set_aside, belief.day).due

    async def _destroyed(self, session: Session) -> list[Record]:
        try:
            return [await self._rooms.destroy(session.id)]
        except KitError as problem:  # somebody reads it just now: the next look comes
            log.warning("could not destroy what is due: %s", problem.code)
            return []

    async def _run(self) -> None:
        while True:
            try:
                await self.look()
            except Exception as error:  # noqa: BLE001 - a watch that died would destroy nothing more
                log.error("could not look for what is due: %s", type(error).__name__)  # noqa: TRY400
            await asyncio.sleep(seconds_to_next_look(self._clock()))


def seconds_to_next_look(at: datetime) -> float:
    """Return an hour, or less where a new day begins before."""
    midnight = datetime.combine(at.date() + timedelta(days=1), datetime.min.time())
    return min(HOUR, (midnight - at.replace(tzinfo=None)).total_seconds() + 1)
