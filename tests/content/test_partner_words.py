"""The file of words for partner lists: whole, and read with all other content."""

import shutil
from pathlib import Path

import pytest

from workshop_kit.content.files import KIT_FOLDER, kit_folder
from workshop_kit.content.partner_words import FILE, partner_words
from workshop_kit.content.whole import read_all
from workshop_kit.errors import ContentError


def test_both_languages_are_there() -> None:
    found = partner_words()
    assert {"organization", "organisme"} <= {*found.partner["name"]}
    assert {"x", "yes", "oui"} <= {*found.mark["yes"]}


def test_a_mistake_in_it_is_found_before_anybody_is_in_the_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(kit_folder("data"), tmp_path / "data")
    file = tmp_path / "data" / FILE
    file.write_text(file.read_text("utf-8").replace("member = [", "menber = ["), "utf-8")
    monkeypatch.setenv(KIT_FOLDER, str(tmp_path))
    with pytest.raises(ContentError, match=r"data/partner_headings\.toml"):
        read_all()
