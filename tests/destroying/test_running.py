"""How a command finds the kit that runs over a data folder."""

import os
import stat
from pathlib import Path

import pytest

from tests.kit_process import free_port
from workshop_kit.destroying.running import (
    FILE,
    Running,
    announce,
    announced,
    ask_running,
    withdraw,
)


def test_only_the_owner_can_read_where_it_listens(tmp_path: Path) -> None:
    running = announce(tmp_path, 1234)
    assert announced(tmp_path) == running
    assert len(running.secret) == 64
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    withdraw(tmp_path, running)
    assert list(tmp_path.iterdir()) == []


def test_what_another_kit_wrote_since_stays(tmp_path: Path) -> None:
    first, second = announce(tmp_path, 1), announce(tmp_path, 2)
    assert first.secret != second.secret
    withdraw(tmp_path, first)
    assert announced(tmp_path) == second


@pytest.mark.parametrize("content", ["", "{}", '{"port": "x", "secret": ""}', "\x00"])
def test_what_is_no_such_file_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    assert announced(tmp_path) is None
    assert ask_running(tmp_path, "a" * 32) is None


def test_a_file_that_a_killed_kit_left_is_recognised_and_removed(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(Running(port=free_port(), secret="old").model_dump_json())
    assert ask_running(tmp_path, "a" * 32) is None
    assert not (tmp_path / FILE).exists()
