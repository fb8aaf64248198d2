"""The live feed: small whole states, at most two a second, to everyone who listens."""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from workshop_kit.errors import KitError
from workshop_kit.model import Role

log = logging.getLogger(__name__)

State = dict[str, Any]

SECONDS_BETWEEN = 0.5
"""Changes that come closer together are sent as one."""


TABS_EACH = 8
"""Streams of one browser that stay open at once; the oldest makes way."""


class Listener:
    """One open stream. It holds the newest state only: a slow phone never makes a queue grow."""

    def __init__(self, role: Role, who: str) -> None:
        self.role = role
        self.who = who
        self.ended = False
        self._newest: str | None = None
        self._arrived = asyncio.Event()

    def tell(self, message: str) -> None:
        """Replace what is waiting to be sent."""
        self._newest = message
        self._arrived.set()

    def end(self) -> None:
        """Close the stream: another one of the same browser takes its place."""
        self.ended = True
        self._arrived.set()

    async def next(self, seconds: float) -> str | None:
        """Return the newest message, or nothing if none came within ``seconds``."""
        try:
            await asyncio.wait_for(self._arrived.wait(), seconds)
        except TimeoutError:
            return None
        self._arrived.clear()
        message, self._newest = self._newest, None
        return message


class Feed:
    """Tells every listener of one room what its role may know.

    Parameters
    ----------
    build
        Reads the room and returns a state for each role that is asked for. Runs in a thread.
    """

    def __init__(self, build: Callable[[frozenset[Role], int], dict[Role, State]]) -> None:
        self._build = build
        self._listeners: dict[Listener, None] = {}  # in order of their coming
        self._changed = asyncio.Event()
        self._versions: dict[Role, int] = {}
        self._states: dict[Role, State] = {}
        self._task: asyncio.Task[None] | None = None

    def connected(self) -> int:
        """Return how many participants listen, a person with two tabs once."""
        return len({one.who for one in self._listeners if one.role is Role.PARTICIPANT})

    def has_listeners(self) -> bool:
        """Tell whether anybody would hear of a change."""
        return bool(self._listeners)

    def changed(self) -> None:
        """Something was written: tell everyone soon."""
        self._changed.set()

    async def join(self, role: Role, who: str) -> Listener:
        """Add a listener; it gets the current state at once."""
        listener = Listener(role, who)
        mine = [one for one in self._listeners if (one.role, one.who) == (role, who)]
        if len(mine) >= TABS_EACH:
            mine[0].end()
            self.part(mine[0])
        self._listeners[listener] = None
        if self._task is None:
            self._task = asyncio.create_task(self._run())
        if role in self._states:
            listener.tell(self._message(role))
        self.changed()
        return listener

    def part(self, listener: Listener) -> None:
        """Remove a listener."""
        self._listeners.pop(listener, None)
        if not any(one.role is listener.role for one in self._listeners):
            self._states.pop(listener.role, None)  # nobody keeps it current now
        self.changed()

    async def stop(self) -> None:
        """End the task that tells, and every stream."""
        for one in list(self._listeners):
            one.end()
        self._listeners.clear()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _run(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            roles = frozenset(one.role for one in self._listeners)
            if roles:
                await self._tell(roles)
            await asyncio.sleep(SECONDS_BETWEEN)

    async def _tell(self, roles: frozenset[Role]) -> None:
        try:
            states = await asyncio.to_thread(self._build, roles, self.connected())
        except (KitError, SQLAlchemyError) as error:
            log.warning("the feed could not read: %s", type(error).__name__)
            self.changed()  # try again; meanwhile everyone keeps what they have
            return
        for role, state in states.items():
            if state != self._states.get(role):
                self._states[role] = state
                self._versions[role] = self._versions.get(role, 0) + 1
                message = self._message(role)
                for one in self._listeners:
                    if one.role is role:
                        one.tell(message)

    def _message(self, role: Role) -> str:
        version = self._versions[role]
        data = json.dumps({"version": version} | self._states[role], separators=(",", ":"))
        return f"event: state\nid: {version}\ndata: {data}\n\n"
