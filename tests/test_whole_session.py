"""A session's file is whole or absent, and no half of one stays."""

import os
import time
from pathlib import Path

import pytest

from workshop_kit.model import Session
from workshop_kit.store.folder import SessionFolder
from workshop_kit.store.sqlite import SqliteStore
from workshop_kit.whole_session import make_whole


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder(tmp_path)


def test_is_put_among_the_others_when_it_is_full(folder: SessionFolder) -> None:
    def fill(store: SqliteStore) -> None:
        assert folder.files() == []
        store.change_session({"community": "filled"}).result()

    path = make_whole(folder, Session(title="Evening"), fill)
    assert folder.files() == [path]
    [(_path, found)] = folder.sessions()
    assert isinstance(found, Session)
    assert found.community == "filled"
    assert [one.name for one in folder.path.iterdir()] == ["sessions"]


def test_what_fails_leaves_nothing(folder: SessionFolder) -> None:
    def fail(_store: SqliteStore) -> None:
        raise OSError("no")

    with pytest.raises(OSError, match="no"):
        make_whole(folder, Session(title="Evening"), fail)
    assert folder.files() == []
    assert [one.name for one in folder.path.iterdir()] == ["sessions"]


def test_what_a_power_cut_left_is_removed_but_not_what_is_under_way(
    folder: SessionFolder,
) -> None:
    for name, age in ((".new-old", 7200), (".new-now", 0)):
        (folder.path / name).mkdir()
        (folder.path / name / "x.session").write_text("words")
        os.utime(folder.path / name, (time.time() - age,) * 2)
    make_whole(folder, Session(title="Evening"), lambda _store: None)
    assert sorted(one.name for one in folder.path.iterdir()) == [".new-now", "sessions"]
