"""Watching for writes by others: feeds are told in their own loop, and nothing looks on."""

import asyncio
import threading
from pathlib import Path

from workshop_kit.model import Session
from workshop_kit.room.rooms import Rooms
from workshop_kit.settings import Settings
from workshop_kit.store.folder import SessionFolder


def test_a_feed_that_is_heard_is_told_of_each_write_once(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path)
    new = Session(title="Tonight")
    folder.create(new).close()
    told: list[str] = []

    async def watch() -> None:
        rooms = Rooms(folder, Settings())
        room = await rooms.room(new.id)
        room.feed.changed = lambda: told.append(threading.current_thread().name)  # type: ignore[method-assign]
        rooms.start()
        await asyncio.sleep(0.5)
        told.clear()  # the laptop's addresses were found
        other = await asyncio.to_thread(folder.open_code, new.join_code)
        other.change_session({"title": "Nobody listens"}).result()
        await asyncio.sleep(1)
        assert told == []
        room.feed.has_listeners = lambda: True  # type: ignore[method-assign]
        other.change_session({"title": "From elsewhere"}).result()
        await asyncio.sleep(2)
        assert room.session().title == "From elsewhere"
        other.close()
        await rooms.stop()

    before = threading.active_count()
    asyncio.run(asyncio.wait_for(watch(), 30))
    assert told == [threading.main_thread().name]
    assert threading.active_count() == before
