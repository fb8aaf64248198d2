"""Exporting from a terminal."""

import json
from pathlib import Path

from tests.cli.terminal import Run


def test_writes_every_format_and_says_what_was_left_out(
    run: Run, demo_code: str, tmp_path: Path
) -> None:
    said = run("export", demo_code.lower(), "--out", str(tmp_path / "notes"))
    assert said.code == 0
    *paths, waiting, copies = said.out.splitlines()
    assert [Path(path).suffix for path in paths] == [".txt", ".md", ".csv", ".json"]
    assert all(Path(path).exists() for path in paths)
    assert "were not reviewed, so they are left out." in waiting
    assert "copies" in copies


def test_holds_what_was_approved_and_nothing_else(run: Run, demo_code: str, tmp_path: Path) -> None:
    run("export", demo_code, "--format", "json", "--out", str(tmp_path))
    [path] = tmp_path.glob("notes-*")
    questions = json.loads(path.read_text("utf-8"))["report"]["questions"]
    assert [len(question["answers"]) for question in questions] == [0, 4, 0, 0, 0, 0, 0, 0, 0]
    assert "gas station" not in path.read_text("utf-8")
    assert "motel" not in path.read_text("utf-8")


def test_writes_into_this_folder_and_numbers_what_is_there(
    run: Run, demo_code: str, tmp_path: Path
) -> None:
    for _ in range(2):
        run("export", demo_code, "--format", "md")
    run("export", demo_code, "--format", "md", "--force")
    assert len(list(tmp_path.glob("notes-*.md"))) == 2
    assert len(list(tmp_path.glob("notes-* (2).md"))) == 1


def test_the_workshop_remembers_where_its_notes_went(
    run: Run, data: Path, demo_code: str, tmp_path: Path
) -> None:
    run("export", demo_code, "--format", "md,csv", "--out", str(tmp_path / "notes"))
    said = run("purge", demo_code, "--yes")
    assert said.code == 0
    for suffix in (".md", ".csv"):
        [path] = (tmp_path / "notes").glob(f"*{suffix}")
        assert f"{path}. It is still there. Delete it yourself." in said.out


def test_an_unknown_format_is_named(run: Run, demo_code: str) -> None:
    said = run("export", demo_code, "--format", "md,pdf")
    assert said.code == 1
    assert "--format is “md,pdf”, which cannot be used" in said.err
