"""The kit's data, and copies of it with a mistake in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.content.own_folders import OwnFolder
from workshop_kit.content.files import kit_folder
from workshop_kit.content.own_folder import OWN, prepare_own_folder


@pytest.fixture
def data() -> Path:
    return kit_folder("data")


@pytest.fixture
def changed_copy(tmp_path: Path, data: Path) -> Callable[[str, str, str], Path]:
    """Copy a content file with the first place of a text exchanged for another."""

    def copy(name: str, old: str, new: str) -> Path:
        text = (data / name).read_text("utf-8")
        assert old in text
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return copy


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OwnFolder:
    """A group's own folder as the server makes it."""
    prepare_own_folder(tmp_path / "own")
    monkeypatch.setenv(OWN, str(tmp_path / "own"))
    return OwnFolder(tmp_path / "own")
