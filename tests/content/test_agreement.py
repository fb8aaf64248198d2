"""The starter list: whole, short enough to be read aloud, and the same as on paper."""

from pathlib import Path

import pytest

from workshop_kit.agreement import AgreementBody
from workshop_kit.content.agreement import read_agreement, starter_agreement
from workshop_kit.content.files import kit_folder
from workshop_kit.errors import ContentError


def test_it_is_an_agreement_that_a_room_can_begin_with() -> None:
    assert AgreementBody(lines=starter_agreement()).lines == starter_agreement()


def test_it_says_the_same_as_the_sheet_on_paper() -> None:
    sheet = (kit_folder("workshop") / "group-agreement.md").read_text(encoding="utf-8")
    plain = " ".join(sheet.replace("*", "").split())
    for number, line in enumerate(starter_agreement(), start=1):
        assert f"{number}. {line}" in plain


def test_a_line_without_words_is_named(tmp_path: Path) -> None:
    file = tmp_path / "agreement.toml"
    file.write_text('[[line]]\nkey = "pass"\ntext = ""\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"agreement\.toml"):
        read_agreement(file)
