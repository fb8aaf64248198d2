"""What is due is destroyed by date; what is open, held or the demo stays."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.destroying.evening import SAID, content, evening
from tests.kit_process import KitProcess
from tests.store.evening import done
from tests.widgets.laptop import eventually
from workshop_kit.destroying.days import note_day, seen_days
from workshop_kit.destroying.record import Record
from workshop_kit.model import ROOM, Hold, Write, today
from workshop_kit.room.due_watch import DueWatch, seconds_to_next_look
from workshop_kit.room.rooms import Rooms
from workshop_kit.settings import Settings
from workshop_kit.store.folder import SessionFolder
from workshop_kit.store.sqlite import SqliteStore

NOON = datetime.combine(today(), datetime.min.time()) + timedelta(hours=12)


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder(tmp_path / "data")


def look(folder: SessionFolder, *days: int) -> list[list[Record]]:
    """Look on some days from now, in one run of the kit."""

    async def looking() -> list[list[Record]]:
        rooms = Rooms(folder, Settings())
        clock = iter(NOON + timedelta(days=one) for one in days)
        watch = DueWatch(rooms, lambda: next(clock))
        told: list[Record] = []
        watch.told = told.append
        found = [await watch.look() for _ in days]
        assert told == [record for records in found for record in records]
        await rooms.stop()
        return found

    return asyncio.run(looking())


def test_it_is_destroyed_on_its_day_and_not_before(folder: SessionFolder) -> None:
    path, session = evening(folder)
    before, on_it = look(folder, 13, 14)
    assert before == []
    assert [record.code for record in on_it] == [session.join_code]
    assert on_it[0].done
    assert not path.exists()


def test_a_clock_that_jumps_for_a_moment_destroys_nothing(folder: SessionFolder) -> None:
    path, _session = evening(folder)
    assert look(folder, 0, 20, 0, 1) == [[], [], [], []]
    assert path.exists()


def test_who_opens_the_laptop_after_weeks_has_it_destroyed_by_the_second_look(
    folder: SessionFolder,
) -> None:
    path, _session = evening(folder)
    slept, on_first, on_second = look(folder, 0, 20, 20)
    assert (slept, on_first) == ([], [])
    assert on_second[0].done
    assert not path.exists()


def test_a_room_that_is_open_is_closed_for_it(folder: SessionFolder) -> None:
    path, session = evening(folder)

    async def looking() -> list[Record]:
        rooms = Rooms(folder, Settings())
        await rooms.room(session.id)
        records = await DueWatch(rooms, lambda: NOON + timedelta(days=14)).look()
        assert await rooms.sessions() == []
        return records

    assert asyncio.run(looking())[0].done
    assert not path.exists()


def test_what_is_open_or_held_or_the_demo_stays(folder: SessionFolder) -> None:
    evening(folder, closed=False)
    evening(folder, demo=True)
    evening(folder, hold=Hold(reason="A court"))
    path, _ = evening(folder)
    store = SqliteStore(path)
    body = {"decision": "set_aside", "answer_revision": 1}
    key = store.entries("answer")[0].id
    done(store.put(Write(kind="review", key=key, author=ROOM, write_id="w", body=body)))
    store.close()
    note_day(folder.path, today() + timedelta(days=30))
    assert look(folder, 30) == [[]]
    assert len(folder.files()) == 4


def test_a_clock_far_ahead_needs_another_run_on_another_day(folder: SessionFolder) -> None:
    evening(folder)
    far = 20_000
    assert look(folder, far, far, far + 1) == [[], [], []]  # one run, even over midnight
    assert seen_days(folder.path) == [today() + timedelta(days=far)]
    assert len(look(folder, far + 1)[0]) == 1


def test_a_clock_that_went_back_destroys_nothing(folder: SessionFolder) -> None:
    evening(folder)
    assert look(folder, -20_000) == [[]]
    assert len(look(folder, 14)[0]) == 1


def test_what_was_begun_is_finished(folder: SessionFolder) -> None:
    path, _ = evening(folder)
    path.rename(path.with_suffix(".destroying"))
    [[record]] = look(folder, 0)
    assert record.done
    assert folder.begun() == []


def test_a_kit_that_starts_destroys_what_is_due_and_says_so(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path / "data")
    _, session = evening(folder, closed_on=today() - timedelta(days=20))
    with KitProcess(tmp_path / "data") as server:
        eventually(lambda: "This workshop is destroyed" in server.said(), True, 60)  # noqa: FBT003 - what is wanted
        assert session.join_code[:3] in server.said()
    assert SAID.encode() not in content(folder.path)


def test_it_looks_each_hour_and_at_midnight() -> None:
    assert seconds_to_next_look(datetime(2026, 11, 22, 12, tzinfo=UTC)) == 3600
    assert seconds_to_next_look(datetime(2026, 11, 22, 23, 59, 50, tzinfo=UTC)) == 11
