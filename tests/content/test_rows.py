"""Tables in two files: each row in both, once, and a broken one named with its line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workshop_kit.content.committees import committees, read_committees
from workshop_kit.content.needs import needs, read_needs
from workshop_kit.content.resources import read_resources, resources
from workshop_kit.content.sectors import read_sectors, sectors
from workshop_kit.content.sources import source
from workshop_kit.content.steps import read_steps, steps
from workshop_kit.content.stories import read_stories, stories
from workshop_kit.errors import ContentError

Copy = Callable[[str, str, str], Path]

READERS: dict[str, Callable[[Path, Path], tuple[Any, ...]]] = {
    "committees": read_committees,
    "needs": read_needs,
    "resources": read_resources,
    "sectors": read_sectors,
    "steps": read_steps,
    "stories": read_stories,
}
ROWS = [*committees(), *needs(), *resources(), *sectors(), *steps(), *stories()]


def with_a_mistake(changed_copy: Copy, data: Path, name: str, change: tuple[str, str]) -> str:
    """Return what is said when one file, ``steps.toml`` or ``en/steps.toml``, has a mistake."""
    changed = changed_copy(name, *change)
    table = Path(name).name
    facts, words = data / table, data / "en" / table
    with pytest.raises(ContentError) as caught:
        READERS[Path(name).stem](*((facts, changed) if "/" in name else (changed, words)))
    return caught.value.message


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{type(row).__name__}-{row.key}")
def test_each_row_cites_what_there_is(row: Any) -> None:
    assert row.cites
    for cited in row.cites:
        assert source(cited.source).key == cited.source


@pytest.mark.parametrize("table", READERS)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_an_unknown_word_names_file_line_and_what_to_do(
    changed_copy: Copy, data: Path, table: str, folder: str
) -> None:
    name = f"{folder}{table}.toml"
    said = with_a_mistake(changed_copy, data, name, ('\nkey = "', '\ncolour = "red"\nkey = "'))
    line = (data / name).read_text("utf-8").split("\n").index("", 1) + 3
    assert f"“data/{name}” cannot be used. Look at line {line}. " in said
    assert ".0.colour: Extra inputs are not permitted" in said
    assert "Correct it, or put the kit's own file back" in said


@pytest.mark.parametrize(
    ("name", "change", "expected"),
    [
        ("steps.toml", ("number = 2", "number = 3"), "“read” should have number 2, not 3"),
        ("steps.toml", ('page = "reflect"', 'page = "../x"'), "step.0.page: String should match"),
        ("sectors.toml", ('group = "people"', 'group = "folk"'), "Input should be 'front_line'"),
        ("sectors.toml", ("cites = [", "cites = []\n#"), "sector.0.cites: Tuple should have"),
        ("resources.toml", ('kind = "course"', 'kind = "class"'), "'toolkit', 'course'"),
        ("resources.toml", ('letter = "a"', 'letter = "f"'), "resource.0.letter: Input should be"),
        (
            "resources.toml",
            ('address = "https', 'address = "ftp'),
            "resource.0.address: an address",
        ),
        ("committees.toml", ("evidence = ", "proof = "), "committee.0.evidence: Field required"),
        ("stories.toml", ('"2015-07"', '"July 2015"'), "story.0.published: String should match"),
        (
            "en/stories.toml",
            ('place = "Shuswap"', 'place = ""'),
            "story.4.place: Value should have",
        ),
        ("en/steps.toml", ('key = "join"', 'key = "unite"'), "both files, “data/steps.toml” and"),
        ("en/steps.toml", ('key = "join"', 'key = "talk"'), "“data/en/steps.toml”: talk."),
    ],
)
def test_a_mistake_is_told(
    changed_copy: Copy, data: Path, name: str, change: tuple[str, str], expected: str
) -> None:
    assert expected in with_a_mistake(changed_copy, data, name, change)
