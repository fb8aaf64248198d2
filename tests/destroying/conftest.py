"""Data folders."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop_kit.store.folder import SessionFolder


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder(tmp_path / "data")


@pytest.fixture
def nobodys() -> Iterator[SessionFolder]:
    """A data folder that is reached without root's rights too."""
    with tempfile.TemporaryDirectory() as path:
        Path(path).chmod(0o755)
        yield SessionFolder(Path(path) / "data")
