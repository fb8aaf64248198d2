"""What a facilitator reads about an answer that was set aside."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workshop_kit.content.guidance import read_guidance, set_aside
from workshop_kit.errors import ContentError
from workshop_kit.model import SessionDetails


def test_it_names_the_lines_and_what_not_to_do() -> None:
    text = " ".join(set_aside(SessionDetails(title="a")).steps)
    assert "9-1-1" in text
    assert "1-800-663-9122" in text
    assert "Do not go looking for the writer." in text
    assert "Do not read it aloud" in text


def test_danger_comes_first() -> None:
    assert "danger right now" in set_aside(SessionDetails(title="a")).steps[0]


def test_the_support_person_is_named_where_there_is_one() -> None:
    named = set_aside(SessionDetails(title="a", support_person="Mary")).steps
    nobody = set_aside(SessionDetails(title="a"), "xx").steps
    assert any("Talk with Mary" in step for step in named)
    assert any("co-facilitator or a victim service" in step for step in nobody)
    assert len(named) == len(nobody)


def test_a_mistake_is_found(changed_copy: Callable[[str, str, str], Path]) -> None:
    path = changed_copy("en/set_aside.toml", "{child_line}", "{childline}")
    with pytest.raises(ContentError, match=r"“data/en/set_aside.toml”.*“{childline}” cannot"):
        read_guidance(path)
