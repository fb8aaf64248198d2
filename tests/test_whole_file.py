"""Files are whole or absent."""

import os
from pathlib import Path

import pytest

from workshop_kit.whole_file import write_whole


def test_writes_and_replaces(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        write_whole(tmp_path / "notes.md", content)
        assert (tmp_path / "notes.md").read_bytes() == content
    assert [path.name for path in tmp_path.iterdir()] == ["notes.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "notes.md", b"one")
    assert (tmp_path / "notes.md").stat().st_mode & 0o077 == 0


def test_what_cannot_be_put_in_its_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "notes.md").mkdir()
    (tmp_path / "notes.md" / "inside").touch()
    with pytest.raises(OSError, match=r"notes\.md"):
        write_whole(tmp_path / "notes.md", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.md"]


def test_a_disk_that_fills_up_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "notes.md", b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "notes.md", b"new")
    assert (tmp_path / "notes.md").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.md"]
