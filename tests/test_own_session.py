"""Which session a kernel reads: the one the server names, else the newest, else none."""

from datetime import date
from pathlib import Path

import pytest

from workshop_kit.demo import ensure_demo
from workshop_kit.errors import KitError
from workshop_kit.file_errors import DamagedFile
from workshop_kit.model import Session
from workshop_kit.own_session import look
from workshop_kit.store.folder import SessionFolder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SessionFolder:
    monkeypatch.setenv("WORKSHOP_KIT_DATA", str(tmp_path))
    monkeypatch.delenv("WORKSHOP_KIT_SESSION", raising=False)
    return SessionFolder(tmp_path)


def plan(folder: SessionFolder, title: str, held_on: date) -> Session:
    session = Session(title=title, held_on=held_on)
    folder.create(session).close()
    return session


def test_without_a_folder_there_is_nothing_and_none_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_DATA", str(tmp_path / "none"))
    monkeypatch.delenv("WORKSHOP_KIT_SESSION", raising=False)
    assert look() is None
    assert not (tmp_path / "none").exists()


def test_the_newest_is_read_and_the_demo_only_if_there_is_no_other(folder: SessionFolder) -> None:
    ensure_demo(folder).close()
    found = look()
    assert found
    assert found.session.demo
    assert found.people == 9
    plan(folder, "old", date(2020, 1, 1))
    plan(folder, "new", date(2021, 1, 1))
    found = look()
    assert found
    assert found.session.title == "new"


def test_the_one_that_the_server_names_is_read(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = plan(folder, "old", date(2020, 1, 1))
    plan(folder, "new", date(2021, 1, 1))
    monkeypatch.setenv("WORKSHOP_KIT_SESSION", older.id)
    found = look()
    assert found
    assert found.session.title == "old"


def test_the_file_is_let_go_at_once(folder: SessionFolder) -> None:
    plan(folder, "old", date(2020, 1, 1))
    look()
    assert [path.suffix for path in (folder.path / "sessions").iterdir()] == [".session"]


def test_no_other_takes_the_place_of_one_that_is_gone(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = plan(folder, "old", date(2020, 1, 1))
    plan(folder, "new", date(2021, 1, 1))
    monkeypatch.setenv("WORKSHOP_KIT_SESSION", gone.id)
    folder.files()[0].unlink()
    with pytest.raises(KitError, match="no longer on this laptop"):
        look()


def test_a_file_that_cannot_be_read_says_why(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = plan(folder, "old", date(2020, 1, 1))
    monkeypatch.setenv("WORKSHOP_KIT_SESSION", session.id)
    folder.files()[0].write_bytes(b"damaged")
    with pytest.raises(DamagedFile):
        look()
