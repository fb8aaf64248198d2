"""A data folder, and the kit run as from a terminal."""

import sys
from pathlib import Path

import pytest

from tests.cli.terminal import Run, Said
from workshop_kit.cli import main
from workshop_kit.demo import ensure_demo
from workshop_kit.store.folder import SessionFolder


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("WORKSHOP_KIT_DATA", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def run(data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, through the entry point."""

    def command(*words: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["workshop-kit", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Said(int(ended.value.code or 0), printed.out, printed.err)

    return command


@pytest.fixture
def demo_code(data: Path) -> str:
    """The demo's join code, after its file was let go."""
    store = ensure_demo(SessionFolder(data))
    try:
        return store.session().join_code
    finally:
        store.close()
