"""The rooms that this server keeps open: one for each session that somebody uses."""

import asyncio
import math
import sqlite3
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy.exc import SQLAlchemyError

from workshop_kit.content.questions import questions
from workshop_kit.destroying.apart import destroy_apart
from workshop_kit.destroying.record import Record
from workshop_kit.errors import NotJoined, SlowDown, UnknownCode
from workshop_kit.model import Role, Session, SessionState, new_code, new_id, plain_code
from workshop_kit.room.addresses import hall_urls
from workshop_kit.room.feed import Feed
from workshop_kit.room.group_commit import GroupCommit
from workshop_kit.room.identity import known_by
from workshop_kit.room.state import RoomView
from workshop_kit.room.throttle import Throttle
from workshop_kit.room.write_watch import WriteWatch
from workshop_kit.settings import Settings
from workshop_kit.store.folder import SessionFolder
from workshop_kit.store.sqlite import SqliteStore

ADDRESS_SECONDS = 5.0
SECONDS_BETWEEN_SCANS = 1.0

Revealed = dict[str, dict[str, Any]]


class Room:
    """One session with its store, its feed and its count of wrong tries."""

    def __init__(self, store: SqliteStore, rooms: "Rooms") -> None:
        self.store = store
        self.answers = GroupCommit(store)
        session = store.session()
        self.id, self.demo = session.id, session.demo
        self._session: tuple[int, Session] = (-1, session)
        self.last_change = ""
        self.passphrase_tries = Throttle(free=5, per_second=0.1)
        self.feed = Feed(self._states)
        self._rooms = rooms
        self._seen = store.change_count(), store.trouble
        self._revealed: tuple[int, Revealed] = (-1, {})

    def session(self) -> Session:
        """Return the session as it stands: read once for each change, however many ask."""
        count = self.store.change_count()
        if self._session[0] != count:
            self._session = (count, self.store.session())
        return self._session[1]

    def revealed(self) -> Revealed:
        """Return what phones may see, by question: read once for each change, however many ask."""
        count = self.store.change_count()
        if self._revealed[0] != count:
            view = RoomView(self.store, self._rooms.question_keys, frozenset({Role.PARTICIPANT}))
            found = {key: view.revealed(key) for key in view.revealed_questions()}
            self._revealed = (count, found)
        return self._revealed[1]

    def _states(self, roles: frozenset[Role], connected: int) -> dict[Role, dict[str, Any]]:
        view = RoomView(self.store, self._rooms.question_keys, roles)
        states = {role: view.for_role(role) for role in roles}
        if Role.FACILITATOR in states:
            facilitator = states[Role.FACILITATOR]
            facilitator["people"]["connected"] = connected
            facilitator["addresses"] = self._rooms.addresses_for(view.session)
            facilitator["public_url"] = self._rooms.settings.public_origin
            facilitator["wrong_tries"] = self._rooms.code_tries.recent
            facilitator["trouble"] = self.store.trouble or ""
        if Role.PROJECTOR in states:
            join = states[Role.PROJECTOR]["join"]
            join["address"] = self._rooms.join_address(view.session, join["address"])
        return states

    def has_news(self) -> bool:
        """Tell whether another process wrote, or writing goes otherwise than at the last look."""
        if not self.feed.has_listeners():
            return False
        try:
            now = self.store.change_count(), self.store.trouble
        except (SQLAlchemyError, sqlite3.Error):  # closed just now, or the disk does not answer
            return False
        before, self._seen = self._seen, now
        return now != before

    async def close(self) -> None:
        """Let go of the feed and the file."""
        await self.feed.stop()
        await asyncio.to_thread(self.store.close)


class _Known(NamedTuple):
    path: Path
    session: Session


class Rooms:
    """All sessions of a data folder; a room is opened when it is first needed.

    Parameters
    ----------
    folder
        Where the sessions are.
    settings
        How the kit is served.
    """

    def __init__(self, folder: SessionFolder, settings: Settings) -> None:
        self.folder = folder
        self.settings = settings
        self.port = settings.port
        self.code_tries = Throttle(free=30, per_second=5)
        self.question_keys = tuple(q.key for q in questions())
        self.shapes = {q.key: str(q.shape) for q in questions()}
        self.only_counted = {
            q.key for q in questions() if q.shape == "personal" or not q.verbatim_in_notes
        }
        self.addresses: list[str] = []
        self.start_key = new_id()
        self.when_own_workshop: Callable[[], None] = lambda: None
        self.end_kernels: Callable[[str], Awaitable[None]] = _nothing_to_end
        self._destroying: set[str] = set()
        self._known: dict[str, _Known] = {}
        self._scanned_at = -math.inf
        self._open: dict[str, Room] = {}
        self._opening = asyncio.Lock()
        self._tasks: list[asyncio.Task[None]] = []
        self._writes = WriteWatch(lambda: list(self._open.values()))

    def start(self) -> None:
        """Begin to look for other processes' writes and for changed addresses."""
        self._tasks = [asyncio.create_task(self._watch())]
        self._writes.start()

    async def stop(self) -> None:
        """Close every room."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._writes.stop()
        await asyncio.gather(*(room.close() for room in self._open.values()))
        self._open.clear()

    async def sessions(self) -> list[Session]:
        """Return all sessions that can be read, as they stand in their files."""
        await asyncio.to_thread(self._scan)
        return [known.session for known in self._known.values()]

    async def room(self, session_id: str) -> Room:
        """Return a room, opening its file if need be; raises :class:`NotJoined`."""
        if session_id in self._open:
            return self._open[session_id]
        async with self._opening:
            if session_id in self._open:  # somebody else opened it while this one waited
                return self._open[session_id]
            if session_id not in self._known:
                await self._scan_again()
            if session_id not in self._known or session_id in self._destroying:
                raise NotJoined
            store = await asyncio.to_thread(SqliteStore, self._known[session_id].path)
            self._open[session_id] = await asyncio.to_thread(Room, store, self)
            return self._open[session_id]

    async def plan(self, new: Session) -> Room:
        """Make a new session and open its room."""
        store = await asyncio.to_thread(self.folder.create, new)
        store.close()
        await asyncio.to_thread(self._scan)
        room = await self.room(new.id)
        self.when_own_workshop()
        return room

    def file_of(self, session_id: str) -> Path:
        """Return the file of a session that was listed; raises ``KeyError``."""
        return self._known[session_id].path

    async def new_code(self, session_id: str) -> None:
        """Give a session another code to join with; the old one leads nowhere from now on."""
        room = await self.room(session_id)
        codes = {known.session.join_code for known in self._known.values()}
        fresh = next(code for code in iter(new_code, "") if code not in codes)
        changed = await asyncio.wrap_future(room.store.change_session({"join_code": fresh}))
        self._known[session_id] = self._known[session_id]._replace(session=changed)
        room.feed.changed()

    async def destroy(self, session_id: str) -> Record:
        """Destroy a session for good: its pages are told, its kernels ended, its file goes.

        Raises
        ------
        NotJoined
            It is not here.
        KitError
            It could not be destroyed; it is as it was then.
        """
        async with self._opening:
            await asyncio.to_thread(self._scan)
            if session_id not in self._known or session_id in self._destroying:
                raise NotJoined
            self._destroying.add(session_id)
            room = self._open.pop(session_id, None)
        try:
            if room is not None:
                await room.close()
            await self.end_kernels(session_id)
            return await asyncio.to_thread(destroy_apart, self.folder, self._known[session_id].path)
        finally:
            await asyncio.to_thread(self._scan)
            self._destroying.discard(session_id)  # only now: until then it was known here

    def has_own_workshop(self) -> bool:
        """Tell whether there is a workshop to come or going on that is not the demo."""
        return any(
            not known.session.demo and known.session.state is not SessionState.CLOSED
            for known in self._known.values()
        )

    async def room_with(self, field: str, code: str, noticed: str = "") -> Room:
        """Return the room whose ``join_code``, ``scribe_code`` or ``projector_code`` this is.

        A browser that has read a notice knew that code before (``noticed``, see :func:`known_by`).
        With the same code it does not wait, however many wrong ones others try. With another one,
        such as a new code of the same session, it waits as all do: it could be guessing.

        Raises
        ------
        UnknownCode
            None has it; that counts as a wrong try.
        SlowDown
            There were too many wrong tries.
        """
        found = self._with_code(field, code)
        if found and noticed == known_by(found, code):
            return await self.room(found)
        if wait := self.code_tries.seconds_to_wait():
            raise SlowDown(wait)
        if found is None:
            self.code_tries.wrong()  # counted before the slow look: tries at once count too
            await self._scan_again()
            found = self._with_code(field, code)
            if found is None:
                raise UnknownCode(code[:20])
            self.code_tries.right()
        return await self.room(found)

    def _with_code(self, field: str, code: str) -> str | None:
        wanted = plain_code(code)
        sessions = (known.session for known in self._known.values())
        return next((s.id for s in sessions if wanted and getattr(s, field) == wanted), None)

    def join_address(self, session: Session, chosen: str) -> str:
        """Return the address to join at: the public one, the chosen one, or the likeliest."""
        offered = self.addresses_for(session)
        if self.settings.public_origin or chosen not in offered:
            return self.settings.public_origin or (offered[0] if offered else "")
        return chosen

    def addresses_for(self, session: Session) -> list[str]:
        """Return the addresses that reach a session; the demo is for this laptop only."""
        loopback = [f"http://127.0.0.1:{self.port}"]
        host = self.settings.host
        if session.demo or host in {"127.0.0.1", "localhost"}:
            return loopback
        return self.addresses if host in {None, "0.0.0.0"} else [f"http://{host}:{self.port}"]  # noqa: S104

    async def _scan_again(self) -> None:
        """Look for files that another process made; phones of what is gone ask without end."""
        if time.monotonic() - self._scanned_at > SECONDS_BETWEEN_SCANS:
            await asyncio.to_thread(self._scan)

    def _scan(self) -> None:
        found = self.folder.sessions()
        self._scanned_at = time.monotonic()
        self._known = {
            session.id: _Known(path, session)
            for path, session in found
            if isinstance(session, Session)
        }

    async def _watch(self) -> None:
        while True:
            addresses = await asyncio.to_thread(hall_urls, self.port)
            if addresses != self.addresses:
                self.addresses = addresses
                for room in self._open.values():
                    room.feed.changed()
            if self.has_own_workshop():
                self.when_own_workshop()
            await asyncio.sleep(ADDRESS_SECONDS)


async def _nothing_to_end(_session_id: str) -> None:
    """Stand in where no pages are served, as in JupyterLab."""
