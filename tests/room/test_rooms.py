"""Finding a room by its code."""

import asyncio
from pathlib import Path

import pytest

from workshop_kit.errors import SlowDown, UnknownCode
from workshop_kit.model import Session
from workshop_kit.room.identity import known_by
from workshop_kit.room.rooms import Rooms
from workshop_kit.room.throttle import Throttle
from workshop_kit.settings import Settings
from workshop_kit.store.folder import SessionFolder

FREE = 30


def test_many_wrong_codes_at_once_keep_others_out_for_a_moment_only(tmp_path: Path) -> None:
    async def guess(rooms: Rooms, number: int) -> type[Exception]:
        with pytest.raises((UnknownCode, SlowDown)) as refused:
            await rooms.room_with("join_code", f"{number:06}")
        return refused.type

    async def all_at_once() -> list[type[Exception]]:
        rooms = Rooms(SessionFolder(tmp_path), Settings())
        refusals = await asyncio.gather(*(guess(rooms, number) for number in range(300)))
        assert rooms.code_tries.seconds_to_wait() <= 1
        return refusals

    refusals = asyncio.run(all_at_once())
    assert refusals.count(UnknownCode) == FREE


def test_a_workshop_that_another_process_planned_is_found_and_costs_no_try(tmp_path: Path) -> None:
    async def join() -> None:
        rooms = Rooms(SessionFolder(tmp_path), Settings())
        await rooms.sessions()
        rooms._scanned_at = 0.0  # a while ago
        new = Session(title="Tonight")
        rooms.folder.create(new).close()
        room = await rooms.room_with("join_code", new.join_code.lower())
        assert room.id == new.id
        assert rooms.code_tries.recent == 0
        await rooms.stop()

    asyncio.run(join())


def test_a_flood_of_wrong_codes_keeps_nobody_out_who_has_read_the_notice(tmp_path: Path) -> None:
    async def flooded() -> None:
        rooms = Rooms(SessionFolder(tmp_path), Settings())
        new, other = Session(title="Tonight"), Session(title="Other")
        for one in (new, other):
            rooms.folder.create(one).close()
        await rooms.sessions()
        rooms.code_tries = Throttle(free=FREE, per_second=5, clock=lambda: 0.0)  # all at one moment
        for number in range(FREE):
            with pytest.raises(UnknownCode):
                await rooms.room_with("join_code", f"{number:06}")
        with pytest.raises(SlowDown):
            await rooms.room_with("join_code", new.join_code)
        knew = known_by(new.id, new.join_code)
        assert (await rooms.room_with("join_code", new.join_code.lower(), knew)).id == new.id
        await rooms.new_code(new.id)
        [fresh] = [one for one in await rooms.sessions() if one.id == new.id]
        for code in (other.join_code, new.join_code, fresh.join_code, "CCCCCC"):
            with pytest.raises(SlowDown):  # of no use for guessing
                await rooms.room_with("join_code", code, knew)
        await rooms.stop()

    asyncio.run(flooded())


def test_a_new_code_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    async def renewed() -> None:
        rooms = Rooms(SessionFolder(tmp_path), Settings())
        new = Session(title="Tonight")
        rooms.folder.create(new).close()
        await rooms.sessions()
        await rooms.new_code(new.id)
        [session] = await rooms.sessions()
        assert session.join_code != new.join_code
        assert (await rooms.room_with("join_code", session.join_code)).id == new.id
        with pytest.raises(UnknownCode):
            await rooms.room_with("join_code", new.join_code)
        await rooms.stop()

    asyncio.run(renewed())
