"""The neutral page says nothing of the workshop."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workshop_kit.content.bread import bread, read_recipe
from workshop_kit.errors import ContentError


def test_it_is_a_whole_recipe() -> None:
    recipe = bread("xx")
    assert recipe == bread()
    assert recipe.title == "Oat bread"
    assert len(recipe.needs) >= 5
    assert len(recipe.steps) >= 5


def test_it_says_nothing_of_the_workshop() -> None:
    text = str(bread().model_dump()).lower()
    for word in ("traffick", "workshop", "help", "exit", "police", "victim", "safe", "kit"):
        assert word not in text


def test_a_mistake_is_found(changed_copy: Callable[[str, str, str], Path]) -> None:
    path = changed_copy("en/bread.toml", 'title = "Oat bread"', "")
    with pytest.raises(ContentError, match=r"“data/en/bread.toml”.*title: Field required"):
        read_recipe(path)
