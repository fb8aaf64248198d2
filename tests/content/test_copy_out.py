"""Content is copied out once, and never over what somebody wrote."""

import os
from pathlib import Path

import pytest

from tests.content.own_kit import kit_in
from workshop_kit import __version__
from workshop_kit.content.changes import content_files, original_files
from workshop_kit.content.copy_out import copy_out
from workshop_kit.content.marker import MARKER, read_marker
from workshop_kit.start_errors import NotEmpty


def test_everything_is_there_as_it_comes_with_the_kit(tmp_path: Path) -> None:
    done = copy_out(tmp_path / "new" / "kit")
    originals = original_files()
    copies = content_files(tmp_path / "new" / "kit")
    assert done.new
    assert (set(done.added), done.kept) == (set(originals), 0)
    assert {name: path.read_bytes() for name, path in copies.items()} == {
        name: path.read_bytes() for name, path in originals.items()
    }
    assert all(os.access(path, os.W_OK) for path in copies.values())
    assert list((tmp_path / "new" / "kit").rglob(".*")) == []


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert copy_out(tmp_path).new


def test_what_is_missing_is_added_and_nothing_is_written_over(tmp_path: Path) -> None:
    kit = kit_in(tmp_path / "kit")
    (kit / "data" / "en" / "bread.toml").write_text("mine")
    (kit / "workshop" / "mine.md").write_text("mine too")
    (kit / "notebooks" / "93-scribe.ipynb").unlink()
    (kit / MARKER).write_text('version = "0.0.1"\n')
    done = copy_out(kit)
    assert (done.added, done.new) == (("notebooks/93-scribe.ipynb",), False)
    assert done.kept == len(original_files()) - 1
    assert (kit / "data" / "en" / "bread.toml").read_text() == "mine"
    assert (kit / "workshop" / "mine.md").read_text() == "mine too"
    assert read_marker(kit).version == __version__


def test_another_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(NotEmpty, match="is not empty, so nothing was copied"):
        copy_out(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_copy_that_was_cut_short_is_gone_on_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut:
        first = sorted(original_files())[0]
        cut.setattr(Path, "rename", _fails_after(first))
        with pytest.raises(OSError, match="disk is full"):
            copy_out(tmp_path / "kit")
    done = copy_out(tmp_path / "kit")
    assert done.added
    assert set(content_files(tmp_path / "kit")) == set(original_files())


def _fails_after(name: str) -> object:
    rename = Path.rename

    def once(path: Path, target: Path) -> Path:
        if target.as_posix().endswith(name):
            return rename(path, target)
        raise OSError("disk is full")

    return once


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    kit = kit_in(tmp_path / "kit")
    (kit / "data" / "NOTICE.md").unlink()
    (kit / "data" / "NOTICE.md").symlink_to(tmp_path / "elsewhere")
    copy_out(kit)
    assert not (tmp_path / "elsewhere").exists()
