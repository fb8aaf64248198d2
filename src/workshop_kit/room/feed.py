"""The live feed: small whole states, at most two a second, to everyone who listens."""

import asyncio
import json
import logging
import time
from collections import defaultdict
from collections.abc import Callable, Coroutine
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from workshop_kit.errors import KitError
from workshop_kit.model import Role
from workshop_kit.room.listener import Listener, Message

log = logging.getLogger(__name__)

State = dict[str, Any]

SECONDS_BETWEEN = 0.5
"""Changes that come closer together are sent as one."""
REST = 3
"""How much longer than reading a room the feed rests: it takes a quarter of one core at most."""
BEAT_SECONDS = 4.0
"""A page that hears nothing for two beats and a second takes the connection for dead."""
AT_ONCE = 100
"""Streams that are written to before answers get their turn."""
TABS_EACH = 8
"""Streams of one browser that stay open at once; the oldest makes way."""
_BEAT = Message("event: beat\ndata: {}\n\n")

_Browser = tuple[Role, str]


class Feed:
    """Tells every listener of one room what its role may know.

    Two tasks serve all listeners: one sends states, the other beats.

    Parameters
    ----------
    build
        Reads the room and returns a state for each role that is asked for. Runs in a thread.
    """

    def __init__(self, build: Callable[[frozenset[Role], int], dict[Role, State]]) -> None:
        self._build = build
        self._listeners: defaultdict[Role, dict[Listener, None]] = defaultdict(dict)
        self._tabs: defaultdict[_Browser, list[Listener]] = defaultdict(list)
        self._participants = 0
        self._due = asyncio.Event()
        self._writes = 0
        self._writes_told = 0
        self._newcomers: dict[Listener, int] = {}
        self._versions: dict[Role, int] = {}
        self._states: dict[Role, State] = {}
        self._messages: dict[Role, Message] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopped = False

    def connected(self) -> int:
        """Return how many participants listen, a person with two tabs once."""
        return self._participants

    def has_listeners(self) -> bool:
        """Tell whether anybody would hear of a change."""
        return bool(self._tabs)

    def changed(self) -> None:
        """Something was written: tell everyone soon."""
        self._writes += 1
        self._due.set()

    def join(self, listener: Listener) -> None:
        """Add a listener; it gets the state at once, or soon where something was just written.

        A page begins where the first state says, so that one is never out of date.
        """
        if self._stopped:
            listener.end()
            return
        tabs = self._tabs[listener.role, listener.who]
        if len(tabs) >= TABS_EACH:
            oldest = tabs[0]
            self.part(oldest)
            oldest.end()
        self._participants += listener.role is Role.PARTICIPANT and not tabs
        self._tabs[listener.role, listener.who].append(listener)
        self._listeners[listener.role][listener] = None
        if not self._tasks:
            self._begin(self._run())
            self._begin(self._beat())
        if listener.role in self._messages and self._writes_told == self._writes:
            listener.tell(self._messages[listener.role])
        else:
            self._newcomers[listener] = self._writes
        self._due.set()

    def part(self, listener: Listener) -> None:
        """Remove a listener, if it is still here."""
        role, browser = listener.role, (listener.role, listener.who)
        if listener not in self._listeners[role]:
            return
        del self._listeners[role][listener]
        self._newcomers.pop(listener, None)
        self._tabs[browser].remove(listener)
        if not self._tabs[browser]:
            del self._tabs[browser]
            self._participants -= role is Role.PARTICIPANT
        if not self._listeners[role]:
            self._states.pop(role, None)  # nobody keeps it current now
            self._messages.pop(role, None)
        self._due.set()

    async def stop(self) -> None:
        """End the tasks, and every stream."""
        self._stopped = True
        for listener in [one for some in self._listeners.values() for one in some]:
            self.part(listener)
            listener.end()
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, job: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(job)
        self._tasks.add(task)  # the loop itself would forget it
        task.add_done_callback(self._tasks.discard)

    async def _run(self) -> None:
        while True:
            await self._due.wait()
            self._due.clear()
            begun, writes = time.monotonic(), self._writes
            roles = self._to_be_told()
            if not roles:
                continue
            states = await self._read(roles)
            rest = max(SECONDS_BETWEEN, REST * (time.monotonic() - begun))
            await asyncio.gather(self._tell(states, writes), asyncio.sleep(rest))

    def _to_be_told(self) -> frozenset[Role]:
        """Return whose states may be others than they were told.

        Where nothing was written somebody came or went, and only who leads is told of that.
        """
        hear = frozenset(role for role, some in self._listeners.items() if some)
        if self._writes != self._writes_told:
            return hear
        return hear & {Role.FACILITATOR, *(newcomer.role for newcomer in self._newcomers)}

    async def _read(self, roles: frozenset[Role]) -> dict[Role, State]:
        try:
            return await asyncio.to_thread(self._build, roles, self.connected())
        except Exception as error:  # noqa: BLE001 - whatever it is, the room goes on hearing
            log.warning("the feed could not read: %s", type(error).__name__)
            self._due.set()  # try again; meanwhile everyone keeps what they have
            return {}

    async def _tell(self, states: dict[Role, State], writes: int) -> None:
        """Tell who has not heard them the states as they are after so many writes."""
        for role, state in states.items():
            if not self._listeners[role]:
                continue
            new = state != self._states.get(role)
            if new:
                self._states[role] = state
                self._versions[role] = self._versions.get(role, 0) + 1
                self._messages[role] = _message(self._versions[role], state)
            message = self._messages[role]
            hearers = [
                one
                for one in (self._listeners[role] if new else self._newcomers)
                if one.role is role and self._newcomers.get(one, writes) <= writes
            ]
            for one in hearers:
                self._newcomers.pop(one, None)
            await self._to_all(hearers, lambda listener, m=message: listener.tell(m))  # type: ignore[misc]
        if states:
            self._writes_told = writes

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            everybody = [one for some in self._listeners.values() for one in some]
            await self._to_all(everybody, lambda listener: listener.beat(_BEAT))

    async def _to_all(self, hearers: list[Listener], send: Callable[[Listener], None]) -> None:
        for number, listener in enumerate(hearers, 1):
            if listener.allowed is None:
                send(listener)
            else:  # asked anew each time: a new passphrase ends what the old one began
                self._begin(self._send_if_allowed(listener, send))
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)

    async def _send_if_allowed(self, listener: Listener, send: Callable[[Listener], None]) -> None:
        try:
            if listener.allowed is not None:
                await listener.allowed()
        except (KitError, SQLAlchemyError):
            self.part(listener)
            listener.end()
        else:
            send(listener)


def _message(version: int, state: State) -> Message:
    data = json.dumps({"version": version} | state, separators=(",", ":"))
    return Message(f"event: state\nid: {version}\ndata: {data}\n\n")
