"""After destroying, no piece of what people wrote is left; what is left is told."""

import json
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.destroying.evening import ALSO, SAID, content, evening
from tests.destroying.killed import STEPS, destroy_until, without_rights
from tests.store.evening import done
from tests.store.processes import beside, hear, hold_lock, told
from workshop_kit.destroying import pieces
from workshop_kit.destroying.destroy import destroy, finish_begun
from workshop_kit.destroying.pieces import PIECE
from workshop_kit.file_errors import CannotUseData, FileInUse
from workshop_kit.model import BROWSER, Export, Hold, Session, today
from workshop_kit.store.folder import BEGUN, SessionFolder
from workshop_kit.store.sqlite import SqliteStore

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")


def left_of(folder: Path, *texts: str) -> list[bytes]:
    """Return the pieces of some texts that stand in a folder, found in the plainest way."""
    everything = content(folder)
    ways = [way for text in texts for way in (text.encode(), json.dumps(text)[1:-1].encode())]
    pieces = [way[at : at + PIECE] for way in ways for at in range(len(way) - PIECE + 1)]
    return [piece for piece in pieces if piece in everything]


def test_a_destroyed_workshop_is_gone_and_others_stay(folder: SessionFolder) -> None:
    path, session = evening(folder)
    other, _ = evening(folder, "Something that nobody else said that evening")
    assert left_of(folder.path, SAID)
    record = destroy(folder, path)
    assert record.done
    assert (record.left, record.found_in, record.own_right) == ((), (), ())
    assert record.removed == (path.name,)
    assert (record.code, record.held_on) == (session.join_code, session.held_on)
    assert record.files == 1
    assert folder.files() == [other]
    assert left_of(folder.path, SAID, ALSO) == []
    assert SAID[:12] not in record.model_dump_json()
    assert session.title not in record.model_dump_json()


@POSIX
def test_links_are_told_and_what_they_lead_to_stays(folder: SessionFolder, tmp_path: Path) -> None:
    path, _ = evening(folder)
    elsewhere, precious = tmp_path / "usb.session", tmp_path / "precious"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    precious.write_text("a file that has nothing to do with it")
    path.with_suffix(".new").symlink_to(precious)
    record = destroy(folder, path)
    assert not record.done
    assert set(record.left) == {str(elsewhere), str(precious)}
    assert precious.read_text().startswith("a file")
    assert elsewhere.stat().st_size
    assert list(path.parent.iterdir()) == []


@POSIX
def test_sessions_kept_on_another_disk_are_searched_too(tmp_path: Path) -> None:
    data, disk = tmp_path / "data", tmp_path / "disk"
    data.mkdir()
    (data / "sessions").symlink_to(disk)
    with pytest.raises(CannotUseData):  # the disk is not there: nothing may be kept in its place
        SessionFolder(data)
    disk.mkdir()
    folder = SessionFolder(data)
    path, _ = evening(folder)
    other, _ = evening(folder, SAID)
    (disk / "copy.txt").write_text(SAID, encoding="utf-8")
    record = destroy(folder, path)
    assert record.found_in == (str(disk / "copy.txt"),)
    assert record.own_right == (other.name,)


def test_much_is_looked_for_in_parts_and_judged_as_one(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "_AT_ONCE", 100)
    path, _ = evening(folder)
    both, _ = evening(folder, SAID, ALSO)
    one, session = evening(folder, SAID)
    (folder.path / "copy").write_bytes(ALSO.encode())
    record = destroy(folder, path)
    assert record.found_in == (str(folder.path / "copy"),)
    assert set(record.own_right) == {both.name, one.name}
    assert record.files == 3
    assert session.join_code not in record.model_dump_json()


def test_one_that_cannot_be_finished_keeps_no_other(folder: SessionFolder) -> None:
    stuck, free = evening(folder)[0], evening(folder)[0]
    stuck, free = stuck.rename(stuck.with_suffix(BEGUN)), free.rename(free.with_suffix(BEGUN))
    first, last = sorted([stuck, free])
    store = sqlite3.connect(first)
    store.execute("PRAGMA journal_mode=WAL")
    store.execute("SELECT * FROM session").fetchall()
    records = {record.name: record for record in finish_begun(folder)}
    assert not records[first.stem].done
    assert records[first.stem].left == (str(first),)
    assert last.stem in records
    assert not last.exists()
    store.close()
    assert [record.left for record in finish_begun(folder)] == [()]


TEXTS = st.lists(
    st.text(min_size=1, max_size=60).filter(lambda t: t.strip()), min_size=1, max_size=6
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(texts=TEXTS, closed=st.booleans(), details=st.text(max_size=80))
def test_no_piece_of_any_text_is_left(texts: list[str], *, closed: bool, details: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = SessionFolder(Path(place))
        folder.cookie_secret()
        path, session = evening(folder, *texts, closed=closed, host=details, purpose=details)
        record = destroy(folder, path)
        assert record.done
        assert left_of(folder.path, *texts, session.host, session.purpose, session.id) == []
        assert folder.files() == []


def test_the_same_words_of_another_workshop_are_told_and_are_no_failure(
    folder: SessionFolder,
) -> None:
    path, _ = evening(folder)
    other, _ = evening(folder, f"Again: {SAID}")
    record = destroy(folder, path)
    assert record.done
    assert record.own_right == (other.name,)


@pytest.mark.parametrize("place", ["notes.md", "own/resources.csv", "sessions/copy.session-wal"])
def test_words_in_any_other_file_are_not_done(folder: SessionFolder, place: str) -> None:
    path, _ = evening(folder)
    (folder.path / place).parent.mkdir(exist_ok=True)
    (folder.path / place).write_text(f"They said: {SAID}", encoding="utf-8")
    record = destroy(folder, path)
    assert not record.done
    assert record.found_in == (str(folder.path / place),)
    assert not path.exists()


def test_a_copy_of_the_file_is_no_workshop_of_its_own_right(folder: SessionFolder) -> None:
    path, _ = evening(folder, "short")
    copy = path.with_name("copy.session")
    shutil.copy(path, copy)
    record = destroy(folder, path)
    assert not record.done
    assert record.found_in == (str(copy),)  # known by ids alone: no text in it has 20 bytes


def test_a_journal_that_a_killed_kit_left_is_read_and_removed(folder: SessionFolder) -> None:
    path, _ = evening(folder, closed=False)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_autocheckpoint=0")
    connection.execute("UPDATE session SET body = json_set(body, '$.host', ?)", [f"Host {SAID}"])
    connection.commit()
    away = folder.path.parent / "away"
    away.mkdir()
    for part in path.parent.glob(f"{path.name}*"):
        shutil.copy(part, away)
    connection.close()
    for part in away.iterdir():
        shutil.copy(part, path.parent)
    assert path.with_name(f"{path.name}-wal").stat().st_size
    assert destroy(folder, path).done
    assert [p.name for p in path.parent.iterdir()] == []


def test_a_reader_in_another_process_keeps_everything_as_it_is(folder: SessionFolder) -> None:
    path, _ = evening(folder)
    with beside(hold_lock, path, "DEFERRED") as (_process, reading):
        assert hear(reading) == "held"
        with pytest.raises(FileInUse):
            destroy(folder, path, busy_seconds=0.1)
        assert folder.files() == [path]
        store = SqliteStore(path)
        assert len(store.entries("answer")) == 2
        store.close()
        told(reading)
        assert hear(reading) == "let go"
    assert destroy(folder, path).done


def test_a_store_that_is_open_keeps_it_too(folder: SessionFolder) -> None:
    path, _ = evening(folder)
    store = SqliteStore(path)
    with pytest.raises(FileInUse):
        destroy(folder, path, busy_seconds=0.1)
    store.close()
    assert destroy(folder, path).done


@pytest.mark.parametrize("step", STEPS)
def test_killed_in_the_middle_the_next_run_finishes(folder: SessionFolder, step: str) -> None:
    path, _ = evening(folder)
    with beside(destroy_until, folder.path, path, step) as (process, pipe):
        assert hear(pipe) == "ready"
        process.join(60)
        assert process.exitcode == 9
    assert (path in folder.files()) == (step == "rename")
    records = finish_begun(folder) or ([destroy(folder, path)] if path.exists() else [])
    assert folder.files() == folder.begun() == []
    assert list((folder.path / "sessions").iterdir()) == []
    assert left_of(folder.path, SAID, ALSO) == []
    if step in {"rename", "wipe"}:
        assert [record.done for record in records] == [True]
    else:  # its words were already gone, so they could not be looked for
        assert [record.pieces for record in records] == [None]


def test_what_cannot_be_removed_is_told(folder: SessionFolder) -> None:
    path, _ = evening(folder)
    stubborn = path.with_suffix(".new")
    stubborn.mkdir()
    record = destroy(folder, path)
    assert not record.done
    assert record.left == (str(stubborn),)
    assert not path.exists()


@POSIX
def test_a_folder_that_may_not_be_written_keeps_everything(nobodys: SessionFolder) -> None:
    path, _ = evening(nobodys)
    with without_rights(nobodys.path):
        for place, shut, wide in ((path.parent, 0o500, 0o700), (path, 0o400, 0o600)):
            place.chmod(shut)
            with pytest.raises(CannotUseData):
                destroy(nobodys, path)
            place.chmod(wide)
        assert content(nobodys.path).count(SAID.encode()) == 1
        assert destroy(nobodys, path).done


@POSIX
def test_a_file_that_could_not_be_looked_at_is_told(nobodys: SessionFolder) -> None:
    path, _ = evening(nobodys)
    secret, shut = nobodys.path / "secret", nobodys.path / "shut"
    secret.write_text("private")
    shut.mkdir()
    with without_rights(nobodys.path):
        secret.chmod(0)
        shut.chmod(0)
        record = destroy(nobodys, path)
        shut.chmod(0o700)
    assert not record.done
    assert set(record.unread) == {str(secret), str(shut)}


def test_a_damaged_file_is_removed_and_said_to_be_unchecked(folder: SessionFolder) -> None:
    path, _ = evening(folder)
    path.write_bytes(b"no database " * 50)
    record = destroy(folder, path)
    assert (record.done, record.pieces, record.left) == (False, None, ())
    assert folder.files() == []


def test_exports_are_listed_with_what_is_known_of_them(
    folder: SessionFolder, tmp_path: Path
) -> None:
    path, _ = evening(folder)
    (tmp_path / "notes.md").write_text("elsewhere")
    store = SqliteStore(path)
    for place in (BROWSER, str(tmp_path / "notes.md"), str(tmp_path / "gone.md")):
        done(store.note_export(Export(format="md", made_on=today(), place=place)))
    store.close()
    record = destroy(folder, path)
    assert record.done
    known = {Path(one.place).name: one.there for one in record.exports}
    assert known == {"browser": None, "notes.md": True, "gone.md": False}


def test_reasons_of_a_hold_are_looked_for_as_well(folder: SessionFolder) -> None:
    reason = "The board of the society asked us to wait"
    path, session = evening(folder, hold=Hold(reason=reason))
    assert isinstance(session, Session)
    (folder.path / "diary.txt").write_text(reason)
    assert destroy(folder, path).found_in == (str(folder.path / "diary.txt"),)
