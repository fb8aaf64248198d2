"""The kit's folders, and which language's file is read."""

from pathlib import Path

import pytest

from workshop_kit.content import files
from workshop_kit.content.files import KitFolder, content_file, kit_folder, original_folder
from workshop_kit.errors import ContentError


@pytest.mark.parametrize("name", ["data", "notebooks", "workshop"])
def test_each_folder_of_the_kit_is_found(name: KitFolder) -> None:
    assert kit_folder(name).is_dir()
    assert kit_folder(name).name == name


def test_an_installed_kit_reads_the_folders_inside_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "package" / "data").mkdir(parents=True)
    (tmp_path / "checkout" / "data").mkdir(parents=True)
    monkeypatch.setattr(files, "_PLACES", (tmp_path / "package", tmp_path / "checkout"))
    assert kit_folder("data") == tmp_path / "package" / "data"


def test_a_missing_folder_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PLACES", (tmp_path,))
    with pytest.raises(ContentError, match=r"“data” is missing. Install the kit again"):
        kit_folder("data")


def test_a_language_with_its_own_file_is_taken_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language in ("en", "fr"):
        (tmp_path / "data" / language).mkdir(parents=True)
        (tmp_path / "data" / language / "bread.toml").touch()
    (tmp_path / "data" / "en" / "join.toml").touch()
    monkeypatch.setattr(files, "_PLACES", (tmp_path,))
    assert content_file("bread.toml", "fr").parent.name == "fr"
    assert content_file("join.toml", "fr").parent.name == "en"


@pytest.mark.parametrize("language", ["xx", "", ".", "..", "../en", "en/../..", "/etc", "\0"])
def test_a_language_that_is_not_there_becomes_english(language: str, data: Path) -> None:
    assert content_file("questions.toml", language) == data / "en" / "questions.toml"


def test_a_folder_of_ones_own_is_looked_at_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("WORKSHOP_KIT_FOLDER", str(tmp_path))
    assert kit_folder("data") == tmp_path / "data"
    assert kit_folder("notebooks") == original_folder("notebooks")  # it has none of its own
    assert original_folder("data") != tmp_path / "data"
