"""Copying content out from a terminal: what is said, what is refused."""

from pathlib import Path

from tests.cli.terminal import Run
from workshop_kit.content.changes import original_files


def test_says_what_it_did_and_what_to_type_next(run: Run, tmp_path: Path) -> None:
    said = run("init", "our kit")
    assert said.code == 0
    assert said.out.splitlines() == [
        f"“{tmp_path / 'our kit'}” is ready.",
        f"  {len(original_files())} files were copied.",
        "Next: go into that folder, change what you like, then type: workshop-kit serve",
    ]


def test_the_second_time_adds_what_is_missing_and_tells_what_differs(
    run: Run, tmp_path: Path
) -> None:
    run("init", "kit")
    assert "Nothing was missing" in run("init", "kit").out
    (tmp_path / "kit" / "data" / "NOTICE.md").unlink()
    (tmp_path / "kit" / "data" / "en" / "bread.toml").write_text("mine")
    said = run("init", "kit")
    assert said.code == 0
    assert "  data/NOTICE.md was missing, and is copied." in said.out
    assert f"  {len(original_files()) - 1} files were there already." in said.out
    assert "  data/en/bread.toml is changed." in said.out
    assert (tmp_path / "kit" / "data" / "en" / "bread.toml").read_text() == "mine"


def test_a_folder_with_something_else_in_it_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    said = run("init", ".")
    assert (said.code, said.out) == (1, "")
    assert f"“{tmp_path}” is not empty, so nothing was copied." in said.err


def test_a_file_in_its_place_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kit").touch()
    said = run("init", "kit")
    assert said.code == 1
    assert str(tmp_path / "kit") in said.err
    assert "Traceback" not in said.err
