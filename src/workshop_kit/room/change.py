"""Changing what belongs to the room, as it stands, whoever wrote it last."""

import asyncio
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from workshop_kit.errors import StaleRevision
from workshop_kit.model import ROOM, Write, new_id
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.rooms import Room
from workshop_kit.store.contract import Store

_turns: WeakKeyDictionary[Room, asyncio.Lock] = WeakKeyDictionary()


def turn_of(room: Room) -> asyncio.Lock:
    """Return what lets changes of a room that depend on each other come one after the other."""
    return _turns.setdefault(room, asyncio.Lock())


TRIES = 5
"""How often a change is made anew where another page was faster."""

Body = dict[str, Any]


def standing(store: Store, kind: str, key: str) -> tuple[int, Body | None]:
    """Return revision and body of something of the room's; 0 and none where there is nothing."""
    for entry in store.entries(kind, author=ROOM):
        if entry.key == key:
            return entry.revision, entry.body
    return 0, None


class ChangesRoom(RoomHandler):
    """A handler after whose work something of the room's is otherwise."""

    async def change(
        self,
        room: Room,
        kind: str,
        key: str,
        change: Callable[[Body | None], Body | None],
        write_id: str = "",
    ) -> None:
        """Write what becomes of it; nothing where it stays, or becomes nothing.

        Raises
        ------
        StaleRevision
            Other pages were faster, again and again.
        CannotSave
            The store cannot write now.
        """
        stale: StaleRevision | None = None
        for _attempt in range(TRIES):
            revision, body = await self.read(standing, room.store, kind, key)
            after = change(body)
            if after is None or after == body:
                return
            write = Write(
                kind=kind,
                key=key,
                author=ROOM,
                write_id=write_id or new_id(),
                revision=revision,
                body=after,
            )
            try:
                await self.written(room, room.store.put(write))
            except StaleRevision as error:
                stale = error
            else:
                return
        if stale is not None:
            raise stale
