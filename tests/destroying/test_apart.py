"""Destroying beside a running kit leaves the workshops alone that the kit has open."""

import pytest

from tests.destroying.evening import SAID, evening
from tests.store.evening import answer, joined, put, set_question
from tests.store.processes import beside, hear, hold_lock, read_texts
from workshop_kit.destroying.apart import destroy_apart, finish_begun_apart
from workshop_kit.file_errors import FileInUse
from workshop_kit.store.folder import BEGUN, SessionFolder
from workshop_kit.store.sqlite import SqliteStore


def test_what_is_written_meanwhile_in_another_workshop_stays(folder: SessionFolder) -> None:
    """A search in this process would end SQLite's locks, and with them take the journal."""
    path, _ = evening(folder)
    other, _ = evening(folder, "Said before", closed=False)
    store = SqliteStore(other)
    set_question(store, "open")
    assert destroy_apart(folder, path).done
    with beside(read_texts, other) as (_process, pipe):
        hear(pipe)
    put(store, answer(joined(store), "Said after"))
    with beside(read_texts, other) as (_process, pipe):
        assert sorted(hear(pipe)) == ["Said after", "Said before"]
    store.close()


def test_what_keeps_it_from_being_destroyed_is_told_here(folder: SessionFolder) -> None:
    path, _ = evening(folder)
    with beside(hold_lock, path, "EXCLUSIVE") as (_process, pipe):
        assert hear(pipe) == "held"
        with pytest.raises(FileInUse, match=path.name):
            destroy_apart(folder, path)
    assert folder.files() == [path]


def test_what_was_begun_is_finished(folder: SessionFolder) -> None:
    path, _ = evening(folder)
    path.rename(path.with_suffix(BEGUN))
    [record] = finish_begun_apart(folder)
    assert record.done
    assert folder.begun() == []
    assert SAID.encode() not in b"".join(p.read_bytes() for p in folder.path.rglob("*.*"))
    assert finish_begun_apart(folder) == []
