"""What is saved while the kit runs does not reach the room before the next start."""

import os
import shutil
from pathlib import Path

import pytest

from tests.content.own_kit import kit_in, spoil
from workshop_kit.content.bread import bread
from workshop_kit.content.changes import changes
from workshop_kit.content.files import KIT_FOLDER, kit_folder
from workshop_kit.content.snapshot import kept_as_it_is
from workshop_kit.errors import BadSetting


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv(KIT_FOLDER, raising=False)
    return kit_in(tmp_path / "kit")


def test_content_stays_as_it_was_at_the_start(kit: Path) -> None:
    file = kit / "data" / "en" / "bread.toml"
    changed = file.read_text("utf-8").replace(bread().title, "Our bread")
    file.write_text(changed, "utf-8")
    with kept_as_it_is(kit):
        spoil(file)
        assert bread().title == "Our bread"
        assert changes().changed == ("data/en/bread.toml",)
    assert KIT_FOLDER not in os.environ


def test_the_copy_is_private_and_does_not_stay(kit: Path) -> None:
    with kept_as_it_is(kit):
        place = kit_folder("data").parent
        assert place != kit
        assert os.name == "nt" or place.stat().st_mode & 0o077 == 0
    assert not place.exists()


def test_what_is_missing_does_not_come_from_elsewhere(kit: Path) -> None:
    shutil.rmtree(kit / "workshop")
    with kept_as_it_is(kit):
        assert list(kit_folder("workshop").iterdir()) == []


def test_nothing_but_content_is_copied(kit: Path) -> None:
    (kit / "private.txt").write_text("not content")
    (kit / "data" / ".env").write_text("not content")
    with kept_as_it_is(kit):
        names = {path.name for path in kit_folder("data").parent.rglob("*")}
    assert not {"private.txt", ".env"} & names


def test_a_folder_named_before_is_named_again(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KIT_FOLDER, str(kit))
    with kept_as_it_is(kit):
        assert os.environ[KIT_FOLDER] != str(kit)
    assert os.environ[KIT_FOLDER] == str(kit)


def test_none_is_the_kits_own(tmp_path: Path, kit: Path) -> None:
    with kept_as_it_is(None):
        assert KIT_FOLDER not in os.environ
    with pytest.raises(BadSetting, match="--kit"), kept_as_it_is(tmp_path):
        pass
