"""Listing: codes, states and files; what cannot be read says why."""

import json
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.terminal import Run
from tests.destroying.evening import evening
from workshop_kit.destroying.days import note_day
from workshop_kit.model import today
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
    [told] = json.loads(run("sessions", "--json").out)
    assert (told["state"], told["destroy_on"], told["demo"]) == ("closed", "2026-12-06", True)
    assert told.keys() >= {"code", "title", "held_on", "state", "demo", "destroy_on", "file"}
    assert "To be destroyed" not in run("sessions").out  # the demo stays


def test_three_days_before_it_warns(run: Run, data: Path) -> None:
    soon = today() - timedelta(days=12)
    _, session = evening(SessionFolder(data), closed_on=soon)
    said = run("sessions").out
    assert f"To be destroyed on {soon + timedelta(days=14)}" in said
    assert f"Only 2 days are left. To keep it longer: workshop-kit hold {session.join_code}" in said
    [told] = json.loads(run("sessions", "--json").out)
    assert (told["soon"], told["held_by"], told["never_closed"]) == (True, "", False)


def test_a_hold_says_why_and_ends_with_its_date(run: Run, data: Path) -> None:
    _, session = evening(SessionFolder(data))
    code = session.join_code
    said = run("hold", code, "--reason", "A court asked for it", "--by", "The board")
    assert said.code == 0
    assert f"To release it: workshop-kit hold {code} --release" in said.out
    listed = run("sessions").out
    assert "Held: A court asked for it" in listed
    assert "To be destroyed" not in listed
    until = today() + timedelta(days=100)
    said = run("hold", code, "--reason", "A court", "--until", str(until))
    assert f"is kept until {until}" in said.out
    assert f"It is destroyed on {until + timedelta(days=1)}" in said.out
    assert "is no longer held" in run("hold", code, "--release").out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ([], "--reason is “”"),
        (["--reason", "x", "--until", "soon"], "--until is “soon”"),
        (["--reason", "x", "--until", "2020-01-01"], "--until is “2020-01-01”"),
    ],
)
def test_a_hold_that_says_too_little_is_refused(
    run: Run, demo_code: str, words: list[str], named: str
) -> None:
    said = run("hold", demo_code, *words)
    assert said.code == 1
    assert named in said.err


def test_what_was_never_closed_is_told(run: Run, data: Path) -> None:
    long_ago = today() - timedelta(days=40)
    evening(SessionFolder(data), closed=False, held_on=long_ago)
    assert "It was never closed" in run("sessions").out


def test_a_clock_that_leaps_and_a_begun_destruction_are_told(run: Run, data: Path) -> None:
    path, _ = evening(SessionFolder(data), closed_on=today() - timedelta(days=400))
    note_day(data, today() - timedelta(days=400))
    path.with_name("begun.destroying").write_bytes(b"")
    said = run("sessions").out
    assert "long after the kit ran last" in said
    assert "begun.destroying: its destruction was begun" in said


def test_a_clock_that_is_behind_is_told(run: Run, data: Path) -> None:
    evening(SessionFolder(data), closed_on=today() + timedelta(days=9))
    assert "A workshop here is newer. Set the clock." in run("sessions").out


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
