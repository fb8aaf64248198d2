"""A kit folder as ``workshop-kit init`` makes it, for tests to change."""

from pathlib import Path

from workshop_kit.content.copy_out import copy_out


def kit_in(folder: Path) -> Path:
    """Copy the kit's content out and return the folder."""
    copy_out(folder)
    return folder


def spoil(file: Path) -> None:
    """Put a line into a file that no reader takes."""
    file.write_text(f"{file.read_text('utf-8')}\n??? = [\n", encoding="utf-8")


def change(file: Path, old: str, new: str) -> None:
    """Exchange the first place of a text for another."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
