"""Notebooks say who may open them."""

import json
from pathlib import Path

import pytest

from workshop_kit.content.files import kit_folder
from workshop_kit.errors import ContentError
from workshop_kit.model import Role
from workshop_kit.pages.notebooks import notebook_pages


def notebook(folder: Path, **said: object) -> Path:
    file = folder / "05-mine.ipynb"
    whole = {"cells": [], "metadata": {"workshop_kit": said} if said else {}, "nbformat": 4}
    file.write_text(json.dumps(whole), encoding="utf-8")
    return file


def test_the_kits_own_pages() -> None:
    pages = notebook_pages(kit_folder("notebooks"))
    roles = {path: page.roles for path, page in pages.items()}
    both = (Role.PARTICIPANT, Role.FACILITATOR)
    assert roles == {
        "welcome": both,
        "get-organized": both,
        "reflect": (Role.PARTICIPANT,),
        "get-informed": both,
        "take-action": both,
        "stories": both,
        "resources": both,
        "facilitate": (Role.FACILITATOR,),
        "notes": (Role.FACILITATOR,),
        "projector": (Role.PROJECTOR,),
        "scribe": (Role.SCRIBE,),
    }


def test_they_are_thin_and_carry_nothing_that_was_run() -> None:
    """A cell for authors, which people in the room do not see, and calls into the kit."""
    for file in kit_folder("notebooks").glob("0*.ipynb"):
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        assert cells[0]["metadata"]["tags"] == ["for-authors"]
        assert [cell["cell_type"] for cell in cells[1:]] in (["code"], ["code"] * 2)
        assert all(cell["outputs"] == [] and len(cell["source"]) <= 4 for cell in cells[1:])


def test_a_notebook_that_says_nothing_is_no_page(tmp_path: Path) -> None:
    notebook(tmp_path)
    assert notebook_pages(tmp_path) == {}


@pytest.mark.parametrize(
    "said",
    [
        {"path": "mine"},
        {"path": "../mine", "roles": ["participant"]},
        {"path": "mine", "roles": ["owner"]},
        {"path": "mine", "roles": [], "extra": 1},
    ],
)
def test_a_mistake_names_the_notebook(tmp_path: Path, said: dict[str, object]) -> None:
    notebook(tmp_path, **said)
    with pytest.raises(ContentError, match=r"05-mine\.ipynb"):
        notebook_pages(tmp_path)


def test_a_broken_file_names_itself(tmp_path: Path) -> None:
    notebook(tmp_path, path="mine", roles=["participant"]).write_text("{", encoding="utf-8")
    with pytest.raises(ContentError, match=r"05-mine\.ipynb"):
        notebook_pages(tmp_path)
