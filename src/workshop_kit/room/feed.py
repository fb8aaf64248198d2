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
        self._changed = asyncio.Event()
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
        self._changed.set()

    def join(self, listener: Listener) -> None:
        """Add a listener; it gets the current state at once."""
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
        if listener.role in self._messages:
            listener.tell(self._messages[listener.role])
        self.changed()

    def part(self, listener: Listener) -> None:
        """Remove a listener, if it is still here."""
        role, browser = listener.role, (listener.role, listener.who)
        if listener not in self._listeners[role]:
            return
        del self._listeners[role][listener]
        self._tabs[browser].remove(listener)
        if not self._tabs[browser]:
            del self._tabs[browser]
            self._participants -= role is Role.PARTICIPANT
        if not self._listeners[role]:
            self._states.pop(role, None)  # nobody keeps it current now
            self._messages.pop(role, None)
        self.changed()

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
            await self._changed.wait()
            self._changed.clear()
            roles = frozenset(role for role, some in self._listeners.items() if some)
            begun = time.monotonic()
            states = await self._read(roles) if roles else {}
            rest = max(SECONDS_BETWEEN, REST * (time.monotonic() - begun))
            await asyncio.gather(self._tell(states), asyncio.sleep(rest))

    async def _read(self, roles: frozenset[Role]) -> dict[Role, State]:
        try:
            return await asyncio.to_thread(self._build, roles, self.connected())
        except (KitError, SQLAlchemyError) as error:
            log.warning("the feed could not read: %s", type(error).__name__)
            self.changed()  # try again; meanwhile everyone keeps what they have
            return {}

    async def _tell(self, states: dict[Role, State]) -> None:
        for role, state in states.items():
            if self._listeners[role] and state != self._states.get(role):
                self._states[role] = state
                self._versions[role] = self._versions.get(role, 0) + 1
                message = self._messages[role] = _message(self._versions[role], state)
                await self._to_all(role, lambda listener, m=message: listener.tell(m))  # type: ignore[misc]

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            for role in list(self._listeners):
                await self._to_all(role, lambda listener: listener.beat(_BEAT))

    async def _to_all(self, role: Role, send: Callable[[Listener], None]) -> None:
        for number, listener in enumerate(list(self._listeners[role]), 1):
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
