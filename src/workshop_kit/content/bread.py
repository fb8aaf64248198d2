"""The neutral page that the exit leads to: a plain recipe."""

from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from workshop_kit.content.files import content_file
from workshop_kit.content.toml_file import read_toml
from workshop_kit.model import Frozen, Line
from workshop_kit.words import SOURCE_LANGUAGE

FILE = "bread.toml"

Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Recipe(Frozen):
    """A recipe that says nothing about the workshop."""

    title: Line
    lead: Sentence
    needs_heading: Line
    needs: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    steps_heading: Line
    steps: Annotated[tuple[Sentence, ...], Field(min_length=1)]


@cache
def read_recipe(path: Path) -> Recipe:
    """Read a recipe; see :func:`~workshop_kit.content.toml_file.read_toml`."""
    return read_toml(path, Recipe)


def bread(language: str = SOURCE_LANGUAGE) -> Recipe:
    """Return the recipe in a language, or in English where it has none."""
    return read_recipe(content_file(FILE, language))
