"""A mark of files: it changes with them, and only with them."""

import os
from pathlib import Path

import pytest

from workshop_kit.pages import fingerprint
from workshop_kit.pages.fingerprint import Fingerprint


@pytest.fixture(autouse=True)
def looks_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "SECONDS_BETWEEN_LOOKS", 0.0)
    monkeypatch.setattr(fingerprint, "TIMES_A_LOOK", 0)


def test_it_changes_when_a_file_does_comes_or_goes(tmp_path: Path) -> None:
    (tmp_path / "within").mkdir()
    file = tmp_path / "within" / "a.toml"
    mark = Fingerprint(tmp_path)
    seen = [mark.now()]
    file.write_text("1")
    seen.append(mark.now())
    file.write_text("22")
    seen.append(mark.now())
    os.utime(file, ns=(1, 1))
    seen.append(mark.now())
    assert len(set(seen)) == 4
    file.unlink()
    assert mark.now() == seen[0]


def test_it_stays_when_nothing_does(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("1")
    mark = Fingerprint(tmp_path, tmp_path / "nothing here")
    assert mark.now() == mark.now()


def test_hidden_files_and_other_kinds_do_not_count(tmp_path: Path) -> None:
    mark = Fingerprint(tmp_path, suffixes=(".py",))
    before = mark.now()
    (tmp_path / ".a.part").write_text("half")
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.py").write_text("")
    assert mark.now() == before
    (tmp_path / "a.py").write_text("")
    assert mark.now() != before
