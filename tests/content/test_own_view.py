"""What pages see of the group's own folder: the same, at another place."""

import os
from pathlib import Path

import pytest

from workshop_kit.content.own_view import show_own


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    (folder / "copies").mkdir(parents=True)
    (folder / "help_lines.csv").write_text("name\nOurs\n")
    (folder / "copies" / "get-informed.pdf").write_bytes(b"%PDF")
    return folder


@pytest.mark.parametrize("disk", ["the same disk", "another disk"])
def test_it_holds_the_same_files(
    own: Path, tmp_path: Path, disk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_paths: object) -> None:
        raise OSError("another disk")

    linked = disk == "the same disk"
    if not linked:
        monkeypatch.setattr(os, "link", refused)
    view = tmp_path / "view"
    show_own(own, view)
    for name in ("help_lines.csv", "copies/get-informed.pdf"):
        assert (view / name).read_bytes() == (own / name).read_bytes()
        assert (view / name).stat().st_mtime_ns == (own / name).stat().st_mtime_ns
        assert (view / name).samefile(own / name) == linked


def test_links_and_folders_are_left_out(own: Path, tmp_path: Path) -> None:
    (own / "copies" / "take-action.txt").symlink_to("/etc/hostname")
    (own / "more").mkdir()
    show_own(own, tmp_path / "view")
    assert not (tmp_path / "view" / "copies" / "take-action.txt").exists()
    assert not (tmp_path / "view" / "more").exists()


def test_nothing_to_show_is_an_empty_folder(tmp_path: Path) -> None:
    show_own(tmp_path / "nothing", tmp_path / "view")
    assert [one.name for one in (tmp_path / "view").rglob("*")] == ["copies"]
