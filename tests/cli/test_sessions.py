"""Listing: codes, states and files; what cannot be read says why."""

import json
import sqlite3
from datetime import date
from pathlib import Path

from tests.cli.terminal import Run
from workshop_kit.store.folder import SessionFolder


def test_an_empty_folder_says_what_to_do(run: Run, data: Path) -> None:
    said = run("sessions")
    assert said.code == 0
    assert "no workshop yet" in said.out
    assert str(data) in said.out
    assert run("sessions", "--json").out == "[]\n"


def test_lists_code_state_and_file(run: Run, data: Path, demo_code: str) -> None:
    said = run("sessions")
    [path] = SessionFolder(data).files()
    assert f"{demo_code[:3]} {demo_code[3:]}" in said.out
    assert "Demo workshop: Maple Valley" in said.out
    assert "\n  open\n" in said.out
    assert str(path) in said.out
    assert "destroyed" not in said.out


def test_a_closed_one_says_when_it_is_to_be_destroyed(run: Run, data: Path, demo_code: str) -> None:
    store = SessionFolder(data).open_code(demo_code)
    store.close_session(date(2026, 11, 22)).result()
    store.close()
    assert "To be destroyed on 2026-12-06" in run("sessions").out
    [told] = json.loads(run("sessions", "--json").out)
    assert (told["state"], told["destroy_on"], told["demo"]) == ("closed", "2026-12-06", True)
    assert told.keys() == {"code", "title", "held_on", "state", "demo", "destroy_on", "file"}


def test_damaged_and_newer_files_are_listed_with_the_reason(
    run: Run, data: Path, demo_code: str
) -> None:
    folder = data / "sessions"
    (folder / "2026-01-01-damaged.session").write_bytes(b"no database")
    [path] = SessionFolder(data).files()[1:]
    newer = folder / "2026-01-02-newer.session"
    newer.write_bytes(path.read_bytes())
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE schema_version SET number = 99")
    connection.close()
    said = run("sessions")
    assert said.code == 0
    assert "“2026-01-01-damaged.session” could not be read" in said.out
    assert "“2026-01-02-newer.session” was written by a newer kit" in said.out
    told = json.loads(run("sessions", "--json").out)
    assert [one.get("error") for one in told] == ["damaged_file", "newer_file", None]
