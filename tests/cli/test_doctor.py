"""The doctor from a terminal: a plain table, JSON, the exit code, and nothing left behind."""

import json
import socket
from pathlib import Path

import pytest

from tests.cli.terminal import Run
from tests.content.own_kit import kit_in, spoil
from tests.kit_process import free_port
from workshop_kit.cli.doctor import in_words
from workshop_kit.doctor.finding import State, look

THINGS = [
    "Versions", "Content", "Help lines", "Data folder", "Workshops", "Port", "Address",
    "Firewall", "Wi-Fi", "Browser", "Clock", "Sleep", "People", "Memory",
]  # fmt: skip


@pytest.fixture(autouse=True)
def no_kit_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_FOLDER", "")  # put back afterwards


def test_tells_everything_in_words_and_leaves_nothing_behind(run: Run, data: Path) -> None:
    said = run("doctor", "--port", str(free_port()))
    assert said.code == 0, said.out
    words = {state.in_words for state in State}
    rows = [line for line in said.out.splitlines() if any(line.startswith(one) for one in words)]
    assert [row[15:28].strip() for row in rows] == THINGS[: len(rows)]
    assert len(rows) >= len(THINGS) - 1
    assert not data.exists()


def test_json_says_the_same(run: Run) -> None:
    said = run("doctor", "--json", "--port", str(free_port()))
    told = json.loads(said.out)
    assert [one["thing"] for one in told] == THINGS[: len(told)]
    assert {one["state"] for one in told} <= {"fine", "look", "fails"}
    assert all(one["found"] for one in told)
    assert all(one["to_do"] for one in told if one["state"] != "fine")


def test_a_port_that_is_held_is_exit_code_1(run: Run) -> None:
    with socket.socket() as holding:
        holding.bind(("127.0.0.1", 0))
        holding.listen()
        said = run("doctor", "--port", str(holding.getsockname()[1]))
    assert said.code == 1
    assert "will not work  Port" in said.out
    assert "1 thing will not work." in said.out


def test_a_kit_folder_with_a_mistake_is_exit_code_1(run: Run, tmp_path: Path) -> None:
    good, kit = kit_in(tmp_path / "good"), kit_in(tmp_path / "kit")
    spoil(kit / "data" / "en" / "questions.toml")
    options = ["--json", "--port", str(free_port()), "--kit"]
    assert run("doctor", *options, str(good)).code == 0
    said = run("doctor", *options, str(kit))
    assert said.code == 1
    told = {one["thing"]: one for one in json.loads(said.out)}
    assert told["Content"]["state"] == "fails"
    assert run("doctor", "--kit", str(tmp_path)).code == 1


@pytest.mark.parametrize("columns", [20, 40, 59, 60, 80, 300])
def test_rows_fit_into_the_window(columns: int) -> None:
    finding = look("Address", "Phones can use one of these, " * 4, "Choose the right one. " * 5)
    lines = in_words(finding, columns).splitlines()
    assert max(len(line) for line in lines) <= max(columns, 30)
    assert " ".join(in_words(finding, columns).split()).count("Choose the right one.") == 5
