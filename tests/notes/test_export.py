"""Exporting: names, numbers behind them, and files that are not ours."""

from pathlib import Path

import pytest

from tests.notes.evening import Evening
from workshop_kit.errors import BadSetting, KitError
from workshop_kit.notes.export import export, formats_named
from workshop_kit.notes.formats import FORMATS

ALL = list(FORMATS.values())


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_makes_the_folder_and_names_files_by_date_only(full: Evening, tmp_path: Path) -> None:
    made = export(full.report(), ALL, tmp_path / "a" / "b")
    assert names(made) == [f"notes-2026-11-22.{end}" for end in ("txt", "md", "csv", "json")]
    assert all(path.parent == tmp_path / "a" / "b" for path in made)


def test_all_of_an_export_have_the_same_number(full: Evening, tmp_path: Path) -> None:
    (tmp_path / "notes-2026-11-22.csv").write_text("mine")
    made = export(full.report(), ALL, tmp_path)
    assert names(made)[0] == "notes-2026-11-22 (2).txt"
    assert names(made)[3] == "notes-2026-11-22 (2).json"
    assert names(export(full.report(), ALL, tmp_path))[0] == "notes-2026-11-22 (3).txt"
    assert (tmp_path / "notes-2026-11-22.csv").read_text() == "mine"


def test_force_takes_the_place_of_earlier_notes(full: Evening, tmp_path: Path) -> None:
    first = export(full.report(), ALL, tmp_path)
    full.says("q9", shape="action", action="a walk")
    assert export(full.report(), ALL, tmp_path, force=True) == first
    assert all("a walk" in path.read_text("utf-8") for path in first)


@pytest.mark.parametrize("content", [b"mine", b"\xff\xfe\x00", b""])
def test_force_leaves_what_is_not_ours_and_then_writes_nothing(
    full: Evening, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "notes-2026-11-22.json").write_bytes(content)
    with pytest.raises(KitError, match=r"notes-2026-11-22\.json.*not made by the kit"):
        export(full.report(), ALL, tmp_path, force=True)
    assert names(list(tmp_path.glob("notes-*"))) == ["notes-2026-11-22.json"]
    assert (tmp_path / "notes-2026-11-22.json").read_bytes() == content


def test_formats_are_chosen_by_name() -> None:
    assert formats_named(" JSON,md,json") == [FORMATS["json"], FORMATS["md"]]


@pytest.mark.parametrize("listed", ["", ",", "pdf", "md,docx"])
def test_an_unknown_format_names_those_that_are_known(listed: str) -> None:
    with pytest.raises(BadSetting, match="txt,md,csv,json"):
        formats_named(listed)
