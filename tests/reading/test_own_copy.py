"""The head of a section leads to the group's own copy, where there is one."""

from pathlib import Path

import pytest

from tests.content.own_folders import PDF, OwnFolder
from workshop_kit.content.own_folder import OWN, prepare_own_folder
from workshop_kit.content.sections import section
from workshop_kit.reading import html


def test_the_link_tells_kind_and_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(OWN, raising=False)
    assert "own/" not in html.head(section("welcome")).text
    prepare_own_folder(tmp_path / "own")
    monkeypatch.setenv(OWN, str(tmp_path / "own"))
    assert "own/" not in html.head(section("welcome")).text
    OwnFolder(tmp_path / "own").save("copies/welcome.pdf", PDF)
    text = html.head(section("welcome")).text
    assert 'href="own/welcome"' in text
    assert "Our own copy (PDF, 3 KB)" in text
    assert "own/" not in html.head(section("resources")).text
