"""Reading notes back in from a terminal."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Run
from workshop_kit.model import Session, SessionState
from workshop_kit.notes.json_document import VERSION
from workshop_kit.room.passphrase import fits
from workshop_kit.store.folder import SessionFolder


@pytest.fixture
def notes(run: Run, demo_code: str, tmp_path: Path) -> Path:
    said = run("export", demo_code, "--format", "json", "--out", str(tmp_path / "out"))
    return Path(said.out.splitlines()[0])


def test_makes_a_closed_session_that_exports_to_the_same_file(
    run: Run, notes: Path, data: Path, tmp_path: Path
) -> None:
    told = json.loads(run("import", str(notes), "--json").out)
    session = next(
        one
        for _path, one in SessionFolder(data).sessions()
        if isinstance(one, Session) and one.join_code == told["code"]
    )
    assert (session.state, session.demo) == (SessionState.CLOSED, False)
    assert fits(session.passphrase_hash, told["passphrase"])
    assert Path(told["file"]).exists()
    said = run("export", told["code"], "--format", "json", "--out", str(tmp_path / "again"))
    assert Path(said.out.splitlines()[0]).read_bytes() == notes.read_bytes()


def test_says_the_code_and_what_to_do_without_a_date(run: Run, notes: Path) -> None:
    said = run("import", str(notes))
    assert said.code == 0
    assert "as a closed workshop" in said.out
    assert "no date on which to destroy it" in said.out


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe", b"[1]", b"# Notes"])
def test_another_file_is_refused_and_nothing_is_made(
    run: Run, data: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "other.json").write_bytes(content)
    said = run("import", str(tmp_path / "other.json"))
    assert said.code == 1
    assert "This is no notes file of the kit." in said.err
    assert not data.exists()


def test_a_missing_file_and_a_folder_are_named(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "none.json", tmp_path):
        said = run("import", str(path))
        assert said.code == 1
        assert f"The file “{path}” cannot be read: " in said.err


def test_a_newer_file_is_refused(run: Run, notes: Path, data: Path) -> None:
    document = json.loads(notes.read_text("utf-8"))
    notes.write_text(json.dumps(document | {"version": VERSION + 1}), "utf-8")
    said = run("import", str(notes))
    assert said.code == 1
    assert "Update the kit, then try again." in said.err
    assert len(SessionFolder(data).files()) == 1
