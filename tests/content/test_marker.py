"""How a kit folder is known, and when it is used without being named."""

import os
from pathlib import Path

import pytest

from tests.content.own_kit import kit_in
from workshop_kit import __version__
from workshop_kit.content.files import KIT_FOLDER
from workshop_kit.content.marker import MARKER, read_marker, use_folder_around, version_note
from workshop_kit.errors import BadSetting, ContentError


@pytest.fixture(autouse=True)
def no_folder_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KIT_FOLDER, "")  # put back afterwards, whatever a test sets


def test_says_which_version_filled_the_folder(tmp_path: Path) -> None:
    kit = kit_in(tmp_path / "kit")
    assert read_marker(kit).version == __version__
    assert version_note(kit) == ""
    (kit / MARKER).write_text('version = "0.0.1"\n')
    assert f"workshop-kit init {kit}" in version_note(kit)


def test_a_folder_without_it_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="workshop-kit init FOLDER"):
        read_marker(tmp_path)


@pytest.mark.parametrize("text", ["", "version = 1", 'version = "soon"', "version", 'v = "0.1"'])
def test_a_damaged_one_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    (tmp_path / MARKER).write_text(text)
    with pytest.raises(ContentError, match=f"“{MARKER}” cannot be used. Look at line 1"):
        read_marker(tmp_path)
    assert version_note(tmp_path)


@pytest.mark.parametrize("inside", ["", "data/en", "notebooks"])
def test_whoever_stands_in_the_folder_uses_it(tmp_path: Path, inside: str) -> None:
    kit = kit_in(tmp_path / "kit")
    use_folder_around(kit / inside)
    assert os.environ[KIT_FOLDER] == str(kit)


def test_elsewhere_none_is_used_and_a_named_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = kit_in(tmp_path / "kit")
    use_folder_around(tmp_path)
    assert os.environ[KIT_FOLDER] == ""
    monkeypatch.setenv(KIT_FOLDER, "/named")
    use_folder_around(kit)
    assert os.environ[KIT_FOLDER] == "/named"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="this system knows no owner by number")
def test_a_folder_of_somebody_elses_has_to_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = kit_in(tmp_path / "kit")
    owner = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    use_folder_around(kit)
    assert os.environ[KIT_FOLDER] == ""
