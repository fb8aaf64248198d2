"""Workshops that are overdue or damaged."""

from datetime import timedelta
from pathlib import Path

from workshop_kit.doctor.finding import State
from workshop_kit.doctor.kept import kept
from workshop_kit.model import Session, shown_code, today
from workshop_kit.store.folder import SessionFolder


def test_a_workshop_is_overdue_the_day_after_its_last(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path)
    new = Session(title="Evening", passphrase_hash="x", keep_days=14)
    store = folder.create(new)
    assert [one.state for one in kept(folder.sessions(), today())] == [State.FINE]
    closed = store.close_session(today()).result()
    store.close()
    assert closed.destroy_on
    assert kept(folder.sessions(), closed.destroy_on)[0].state is State.FINE
    [found] = kept(folder.sessions(), closed.destroy_on + timedelta(days=1))
    assert found.state is State.LOOK
    assert shown_code(new.join_code) in found.found
    assert "Evening" not in found.found


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = SessionFolder(tmp_path)
    (tmp_path / "sessions" / "2026-11-22-abc.session").write_bytes(b"no database")
    [found] = kept(folder.sessions(), today())
    assert found.state is State.LOOK
    assert "2026-11-22-abc.session" in found.found
