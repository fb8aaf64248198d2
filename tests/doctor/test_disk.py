"""The data folder is tried, and left as it was."""

import os
from pathlib import Path

import pytest

from workshop_kit.doctor import disk
from workshop_kit.doctor.disk import data_folder
from workshop_kit.doctor.finding import State


def test_a_folder_that_is_there_is_tried_and_left_empty(tmp_path: Path) -> None:
    found = data_folder(tmp_path)
    assert str(tmp_path) in found.found
    assert "MB free" in found.found
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert data_folder(tmp_path / "a" / "b").state is not State.FAILS
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("least", "enough", "state"),
    [(0, 0, State.FINE), (0, 2**60, State.LOOK), (2**60, 2**60, State.FAILS)],
)
def test_how_much_room_is_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, least: int, enough: int, state: State
) -> None:
    monkeypatch.setattr(disk, "LEAST", least)
    monkeypatch.setattr(disk, "ENOUGH", enough)
    found = data_folder(tmp_path)
    assert found.state is state
    assert bool(found.to_do) == (state is not State.FINE)


@pytest.mark.parametrize("inside", [".", "data"])
def test_a_file_in_its_place_will_not_work(tmp_path: Path, inside: str) -> None:
    (tmp_path / "file").touch()
    assert data_folder(tmp_path / "file" / inside).state is State.FAILS


@pytest.mark.skipif(os.name == "nt", reason="needs a place that nobody can write")
def test_a_place_that_cannot_be_written_will_not_work() -> None:
    found = data_folder(Path("/proc/kit/data"))
    assert found.state is State.FAILS
    assert "--data FOLDER" in found.to_do
