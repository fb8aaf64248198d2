"""The words of moods: one for each, in order."""

from pathlib import Path

import pytest

from workshop_kit.check import Mood
from workshop_kit.content.check import moods, read_moods
from workshop_kit.errors import ContentError


def test_each_mood_has_a_word_of_its_own() -> None:
    assert [*moods()] == [*Mood]
    assert len(set(moods().values())) == len(Mood)


def test_a_mood_without_a_word_is_named(tmp_path: Path) -> None:
    file = tmp_path / "check.toml"
    file.write_text('[[mood]]\nkey = "heavy"\nword = "Heavy"\n', encoding="utf-8")
    with pytest.raises(ContentError, match="at_ease, steady"):
        read_moods(file)
