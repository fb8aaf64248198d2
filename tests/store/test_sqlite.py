"""One file and other processes: their writes, their locks, a full disk, kill -9."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.store.evening import answer, done, joined, open_session, put, refusal, texts
from tests.store.processes import (
    beside,
    fill_the_disk,
    hear,
    hold_lock,
    put_one,
    put_until_killed,
    told,
)
from workshop_kit.file_errors import CannotSave
from workshop_kit.store.sqlite import SqliteStore

POSIX = os.name == "posix"


def test_another_process_s_write_is_noticed(file: SqliteStore) -> None:
    person = joined(file)
    with beside(put_one, file.path, person, "from elsewhere") as (_process, pipe):
        assert hear(pipe) == "ready"
        before = file.change_count()
        assert file.change_count() == before
        told(pipe)
        assert hear(pipe) == "written"
        assert file.change_count() != before
        assert texts(file) == ["from elsewhere"]


def test_own_writes_are_noticed_too(file: SqliteStore) -> None:
    before = file.change_count()
    put(file, answer(joined(file), "mine"))
    assert file.change_count() != before


def test_a_write_waits_for_another_process_s_lock(file: SqliteStore) -> None:
    person = joined(file)
    file.close()
    patient = SqliteStore(file.path, busy_seconds=30)
    with beside(hold_lock, file.path, "EXCLUSIVE") as (_process, pipe):
        assert hear(pipe) == "held"
        waiting = patient.put(answer(person, "late"))
        assert texts(patient) == []  # reading goes on meanwhile
        time.sleep(1)
        assert not waiting.done()
        told(pipe)
        assert done(waiting).revision == 1
    assert texts(patient) == ["late"]
    patient.close()


def test_a_lock_that_is_not_let_go_refuses_and_then_all_works_again(file: SqliteStore) -> None:
    person = joined(file)
    file.close()
    hasty = SqliteStore(file.path, busy_seconds=0.2)
    with beside(hold_lock, file.path, "EXCLUSIVE") as (_process, pipe):
        assert hear(pipe) == "held"
        write = answer(person, "not acknowledged")
        refused = [hasty.put(write), hasty.put(answer(person, "neither", key="q4"))]
        assert [type(refusal(f)) for f in refused] == [CannotSave, CannotSave]
        assert texts(hasty) == []
        told(pipe)
        assert hear(pipe) == "let go"
    assert put(hasty, write).revision == 1
    assert texts(hasty) == ["not acknowledged"]
    hasty.close()


def test_a_file_can_be_opened_while_another_process_writes(file: SqliteStore) -> None:
    with beside(hold_lock, file.path, "IMMEDIATE") as (_process, pipe):
        assert hear(pipe) == "held"
        other = SqliteStore(file.path, busy_seconds=0.1)
        assert other.session() == file.session()
        other.close()


@pytest.mark.skipif(not POSIX, reason="Windows has no limit on the size of files")
def test_on_a_full_disk_everyone_hears_the_truth(file: SqliteStore) -> None:
    file.close()
    with beside(fill_the_disk, file.path) as (_process, pipe):
        acknowledged, stored, refused, again = hear(pipe)
    assert acknowledged
    assert stored == acknowledged
    assert refused
    assert again == [revision + 1 for revision in refused]  # with room again, all is taken


@pytest.mark.skipif(not POSIX, reason="Windows has no kill -9")
@pytest.mark.parametrize("acknowledged", [1, 40, 150])
def test_after_kill_9_every_acknowledged_write_is_there_once(
    file: SqliteStore, acknowledged: int
) -> None:
    file.close()
    heard: list[tuple[str, str, str]] = []
    with beside(put_until_killed, file.path) as (process, pipe):
        while len(heard) < acknowledged:
            heard.append(hear(pipe))
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        while pipe.poll():
            try:
                heard.append(pipe.recv())
            except EOFError:
                break
    again = SqliteStore(file.path)
    _every_write_is_known(again, heard)
    again.close()


def _every_write_is_known(store: SqliteStore, heard: list[tuple[str, str, str]]) -> None:
    """Each acknowledged write id has its receipt, and each question the newest words."""
    person = heard[0][0]
    newest: dict[str, int] = {}
    for _, write_id, text in heard:
        number, part = map(int, text.removeprefix("answer ").split("."))
        key = f"q{part}"
        newest[key] = number
        repeated = put(store, answer(person, "a repeat", 999, key=key, write_id=write_id))
        assert repeated.revision == number + 1
    stored = {e.key: e for e in store.entries("answer")}
    assert len(store.entries("answer")) == len(stored)
    for key, number in newest.items():
        found = stored[key].revision - 1
        assert found in {number, number + 1}  # one more: committed, killed before it was said
        assert stored[key].body["items"] == [f"answer {found}.{key[1:]}"]


def test_many_threads_write_at_once(file: SqliteStore) -> None:
    people = [joined(file) for _ in range(8)]

    def write_much(person: str) -> None:
        for number in range(20):
            put(file, answer(person, f"{number}", number))

    threads = [threading.Thread(target=write_much, args=(p,)) for p in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts(file) == ["19"] * 8
    assert {e.revision for e in file.entries("answer")} == {20}


@pytest.mark.skipif(not POSIX, reason="modes are POSIX's")
def test_what_stands_beside_the_file_is_as_private(file: SqliteStore) -> None:
    put(file, answer(joined(file), "x"))
    found = {p.name: p.stat().st_mode & 0o777 for p in Path(file.path.parent).iterdir()}
    assert found == {file.path.name + end: 0o600 for end in ("", "-wal", "-shm")}


def test_a_name_with_odd_letters_is_a_name(tmp_path: Path) -> None:
    odd = tmp_path / "50% off? #1 “kʷikʷəƛ̓əm”"
    if sys.platform == "win32":
        odd = tmp_path / "50% off #1 “kʷikʷəƛ̓əm”"
    odd.mkdir()
    store = SqliteStore.create(odd / "a.session", open_session())
    person = joined(store)
    assert store.people().joined == 1
    assert person
    store.close()
    assert [p.name for p in odd.iterdir()] == ["a.session"]
