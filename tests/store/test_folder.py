"""The data folder: private, apart from served folders, patient with what lies in it."""

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.store.evening import answer, done, joined, of_the_room, open_session, put
from tests.store.processes import beside, hear, hold_lock, make_secret, told
from workshop_kit.errors import BadSetting, KitError, UnknownSession
from workshop_kit.file_errors import CannotUseData, DamagedFile, NewerFile
from workshop_kit.model import Session, shown_code
from workshop_kit.store.folder import SessionFolder, default_folder
from workshop_kit.store.migrations import MIGRATIONS, Migration
from workshop_kit.store.sqlite import SqliteStore

NOBODY = 65534
posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX's")


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder(tmp_path / "data")


def _made(folder: SessionFolder, **details: object) -> Path:
    store = folder.create(open_session(**details))
    store.close()
    return store.path


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _tree(path: Path) -> dict[str, bytes]:
    return {str(p.relative_to(path)): p.read_bytes() for p in path.rglob("*") if p.is_file()}


@posix
def test_only_the_owner_may_look(folder: SessionFolder) -> None:
    path = _made(folder)
    folder.cookie_secret()
    assert [_mode(p) for p in (folder.path, path.parent)] == [0o700, 0o700]
    assert [_mode(p) for p in (path, folder.path / "cookie_secret")] == [0o600, 0o600]


@posix
def test_a_folder_of_the_person_s_own_keeps_its_mode(tmp_path: Path) -> None:
    mine = tmp_path / "documents"
    mine.mkdir(mode=0o755)
    (mine / "sessions").mkdir(mode=0o755)
    SessionFolder(mine)
    assert (_mode(mine), _mode(mine / "sessions")) == (0o755, 0o700)


def test_a_file_s_name_tells_the_date_and_nothing_else(folder: SessionFolder) -> None:
    new = open_session(held_on=date(2026, 11, 22), community="Hope")
    store = folder.create(new)
    store.close()
    assert store.path.name == f"2026-11-22-{new.id[:8]}.session"


@pytest.mark.parametrize("place", ["", "data", "deep/er"])
def test_data_never_lies_in_a_served_folder(tmp_path: Path, place: str) -> None:
    served = tmp_path / "notebooks"
    served.mkdir()
    with pytest.raises(BadSetting, match="a folder outside of the notebooks"):
        SessionFolder(served / place, served=(tmp_path / "other", served))
    assert list(served.iterdir()) == []


@posix
def test_a_link_does_not_hide_a_served_folder(tmp_path: Path) -> None:
    served = tmp_path / "notebooks"
    served.mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "link").symlink_to(served)
    (tmp_path / "data" / "sessions").symlink_to(served)
    for path, outside in (
        (tmp_path / "link" / "data", served),
        (served / "data", tmp_path / "link"),
        (tmp_path / "data", served),
    ):
        with pytest.raises(BadSetting):
            SessionFolder(path, served=(outside,))
    assert list(served.iterdir()) == []


def test_a_folder_beside_a_served_one_is_fine(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    SessionFolder(tmp_path / "notebooks-data", served=(tmp_path / "notebooks",))
    SessionFolder(tmp_path, served=(tmp_path / "notebooks",))


def test_sessions_are_listed_with_the_reasons_of_those_that_cannot_be_read(
    folder: SessionFolder,
) -> None:
    first = _made(folder, held_on=date(2026, 1, 1))
    newer = _made(folder, held_on=date(2026, 1, 2))
    SqliteStore(
        newer, migrations=(*MIGRATIONS, Migration(MIGRATIONS[-1].number + 1, lambda _: None))
    ).close()
    (first.parent / "2026-01-03-x.session").write_text("not a database", encoding="utf-8")
    (first.parent / "2026-01-04-y.session").mkdir()
    (first.parent / "notes.txt").write_text("left alone", encoding="utf-8")
    before = _tree(folder.path)

    found = folder.sessions()

    assert [path.name[:10] for path, _ in found] == [f"2026-01-0{n}" for n in (1, 2, 3, 4)]
    kinds = [Session, NewerFile, DamagedFile, DamagedFile]
    assert [type(session) for _, session in found] == kinds
    assert all(p.name in str(s) for p, s in found if isinstance(s, KitError))
    assert _tree(folder.path) == before


def test_listing_takes_no_lock_and_minds_none(folder: SessionFolder) -> None:
    path = _made(folder)
    folder.sessions()
    with beside(hold_lock, path, "EXCLUSIVE") as (_process, pipe):
        assert hear(pipe) == "held"
        assert [type(session) for _, session in folder.sessions()] == [Session]


def test_listing_sees_what_is_being_written(folder: SessionFolder) -> None:
    store = folder.create(open_session())
    done(store.change_session({"title": "Renamed"}))
    found = folder.sessions()[0][1]
    assert isinstance(found, Session)
    assert found.title == "Renamed"
    store.close()


def test_an_unfinished_file_is_no_session(folder: SessionFolder) -> None:
    path = _made(folder)
    shutil.copy(path, path.with_suffix(".new"))
    assert [p for p, _ in folder.sessions()] == [path]


@pytest.mark.parametrize("typed", ["K7M4QX", "k7m 4qx", " k7m4qx ", "K7M-4QX", "k 7 m 4 q x"])
def test_a_code_opens_its_session_however_it_is_typed(folder: SessionFolder, typed: str) -> None:
    _made(folder)
    wanted = folder.create(open_session(join_code="K7M4QX"))
    _answered(wanted)
    wanted.close()
    (wanted.path.parent / "0.session").write_text("damaged", encoding="utf-8")

    found = folder.open_code(typed)

    assert found.session().join_code == "K7M4QX"
    assert len(found.entries("answer")) == 1
    found.close()


def _answered(store: SqliteStore) -> None:
    of_the_room(store, "question", "q3", {"state": "open"})
    put(store, answer(joined(store), "x"))


@pytest.mark.parametrize("typed", ["", "K7M 4QY", "…", "k7m4q"])
def test_an_unknown_code_opens_nothing(folder: SessionFolder, typed: str) -> None:
    _made(folder, join_code="K7M4QX")
    with pytest.raises(UnknownSession):
        folder.open_code(typed)


def test_a_code_as_it_is_shown_opens_its_session(folder: SessionFolder) -> None:
    new = open_session()
    folder.create(new).close()
    found = folder.open_code(shown_code(new.join_code))
    assert found.session() == new
    found.close()


def test_the_cookies_secret_is_made_once(folder: SessionFolder) -> None:
    secret = folder.cookie_secret()
    assert len(secret) >= 64
    assert folder.cookie_secret() == SessionFolder(folder.path).cookie_secret() == secret
    assert SessionFolder(folder.path / "other").cookie_secret() != secret
    assert sorted(p.name for p in folder.path.iterdir()) == ["cookie_secret", "other", "sessions"]


def test_two_processes_at_once_get_the_same_secret(folder: SessionFolder) -> None:
    with contextlib.ExitStack() as both:
        pipes = [both.enter_context(beside(make_secret, folder.path))[1] for _ in range(2)]
        assert [hear(pipe) for pipe in pipes] == ["ready"] * 2
        for pipe in pipes:
            told(pipe)
        secrets = {hear(pipe) for pipe in pipes}
    assert secrets == {folder.cookie_secret()}
    assert sorted(p.name for p in folder.path.iterdir()) == ["cookie_secret", "sessions"]


@pytest.mark.parametrize("found", [b"", b"short"])
def test_a_secret_that_is_none_is_refused(folder: SessionFolder, found: bytes) -> None:
    (folder.path / "cookie_secret").write_bytes(found)
    with pytest.raises(DamagedFile, match="cookie_secret"):
        folder.cookie_secret()


def test_a_file_system_without_links_gets_a_secret_too(
    folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here, as on a memory stick")

    monkeypatch.setattr(os, "link", refuse)
    assert folder.cookie_secret() == folder.cookie_secret()
    assert sorted(p.name for p in folder.path.iterdir()) == ["cookie_secret", "sessions"]


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file is no folder", encoding="utf-8")
    for path in (tmp_path / "file", tmp_path / "file" / "data"):
        with pytest.raises(CannotUseData, match="choose another data folder: --data FOLDER"):
            SessionFolder(path)


@contextlib.contextmanager
def _without_rights() -> Iterator[None]:
    """Be nobody for a while, where the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def nobodys() -> Iterator[Path]:
    """A folder that everyone may reach, owned by whoever runs without rights."""
    with tempfile.TemporaryDirectory() as path:
        Path(path).chmod(0o755)
        if os.name == "posix" and os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
        yield Path(path)


@posix
def test_a_folder_that_may_not_be_written_says_so(nobodys: Path) -> None:
    with _without_rights():
        folder = SessionFolder(nobodys / "data")
        path = _made(folder)
        for place in (folder.path, path.parent):
            place.chmod(0o500)
        with pytest.raises(CannotUseData, match="Permission denied"):
            folder.create(open_session())
        with pytest.raises(CannotUseData, match="Permission denied"):
            folder.cookie_secret()
        with pytest.raises(CannotUseData):
            SessionFolder(folder.path / "deeper")
        assert [type(session) for _, session in folder.sessions()] == [Session]
        with pytest.raises(CannotUseData):
            SqliteStore(path)
        for place in (folder.path, path.parent):
            place.chmod(0o700)


@posix
def test_a_folder_that_may_not_be_read_says_so(nobodys: Path) -> None:
    with _without_rights():
        folder = SessionFolder(nobodys / "data")
        path = _made(folder)
        path.chmod(0o000)
        assert isinstance(folder.sessions()[0][1], CannotUseData)
        with pytest.raises(CannotUseData):
            SqliteStore(path)
        path.parent.chmod(0o000)
        with pytest.raises(CannotUseData):
            folder.sessions()
        path.parent.chmod(0o700)


def test_the_default_folder_is_the_user_s_own() -> None:
    assert default_folder().name == "workshop-kit"
    assert Path.home() in default_folder().parents
