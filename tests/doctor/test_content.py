"""Content and help lines as the doctor sees them."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.content.own_kit import kit_in, spoil
from workshop_kit.content.help_lines import help_lines
from workshop_kit.doctor.content import content, help_lines_checked
from workshop_kit.doctor.finding import State


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = kit_in(tmp_path / "kit")
    monkeypatch.setenv("WORKSHOP_KIT_FOLDER", str(folder))
    return folder


def test_says_what_was_changed(kit: Path) -> None:
    (kit / "workshop" / "checklist.md").write_text("ours")
    found = content()
    assert found.state is State.FINE
    assert f"It comes from {kit}. workshop/checklist.md is changed." in found.found


def test_says_what_cannot_be_read(kit: Path) -> None:
    spoil(kit / "data" / "en" / "bread.toml")
    assert content().state is State.FAILS
    assert "data/en/bread.toml" in content().found


def test_numbers_that_nobody_checked_are_named(kit: Path) -> None:
    long_ago = help_lines_checked(date(2100, 1, 1))
    assert long_ago.state is State.LOOK
    assert all(line.name in long_ago.found for line in help_lines())


def test_a_number_is_fresh_for_30_days(kit: Path) -> None:
    file = kit / "data" / "help_lines.toml"
    kept = [ln for ln in file.read_text("utf-8").splitlines() if "last_checked" not in ln]
    text = "\n".join(kept).replace("[[line]]", "[[line]]\nlast_checked = 2026-11-01")
    file.write_text(text, "utf-8")
    assert help_lines_checked(date(2026, 12, 1)).state is State.FINE
    assert help_lines_checked(date(2026, 12, 1) + timedelta(days=1)).state is State.LOOK


def test_lines_that_cannot_be_read_are_told(kit: Path) -> None:
    spoil(kit / "data" / "help_lines.toml")
    assert help_lines_checked(date(2026, 12, 1)).state is State.FAILS
