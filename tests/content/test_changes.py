"""What differs from the kit's own content, by name and in words."""

import json
from pathlib import Path

import pytest

from tests.content.own_kit import kit_in
from workshop_kit.content.changes import Changes, changes


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return kit_in(tmp_path / "kit")


def test_a_fresh_copy_differs_in_nothing(kit: Path) -> None:
    assert changes(kit) == Changes()
    assert changes(kit).in_words == []


def test_without_a_folder_of_ones_own_nothing_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKSHOP_KIT_FOLDER", raising=False)
    assert changes() == Changes()


def test_names_what_is_changed_missing_and_added(kit: Path) -> None:
    (kit / "data" / "en" / "questions.toml").write_text("changed")
    (kit / "workshop" / "checklist.md").unlink()
    (kit / "notebooks" / "08-our-story.ipynb").write_text("{}")
    assert changes(kit).in_words == [
        "data/en/questions.toml is changed.",
        "workshop/checklist.md is missing.",
        "notebooks/08-our-story.ipynb is added.",
    ]


def test_the_folder_in_use_is_compared(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (kit / "data" / "NOTICE.md").unlink()
    monkeypatch.setenv("WORKSHOP_KIT_FOLDER", str(kit))
    assert changes().missing == ("data/NOTICE.md",)


def test_line_ends_and_what_editors_leave_do_not_count(kit: Path) -> None:
    file = kit / "data" / "en" / "bread.toml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    (kit / "notebooks" / ".ipynb_checkpoints").mkdir()
    (kit / "notebooks" / ".ipynb_checkpoints" / "02-reflect-checkpoint.ipynb").write_text("{}")
    for name in (".DS_Store", "bread.toml~", "~lock", "Thumbs.db"):
        (kit / "data" / name).write_text("x")
    (kit / "notes.txt").write_text("beside the three folders")
    assert changes(kit) == Changes()


def test_a_notebook_that_was_only_run_is_the_same(kit: Path) -> None:
    file = kit / "notebooks" / "02-reflect.ipynb"
    notebook = json.loads(file.read_text("utf-8"))
    notebook["metadata"]["language_info"] = {"name": "python"}
    code = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    code["execution_count"] = 7
    code["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["x"]}]
    file.write_text(json.dumps(notebook), "utf-8")
    assert changes(kit) == Changes()
    code["source"] = ["1 + 1"]
    file.write_text(json.dumps(notebook), "utf-8")
    assert changes(kit).changed == ("notebooks/02-reflect.ipynb",)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"cells": 3}', '{"cells": [3]}'])
def test_what_is_no_notebook_is_changed(kit: Path, text: str) -> None:
    (kit / "notebooks" / "02-reflect.ipynb").write_text(text)
    assert changes(kit).changed == ("notebooks/02-reflect.ipynb",)
