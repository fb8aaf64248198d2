"""Sections: their parts, what they ask and cite, and what a wrong file is told."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from workshop_kit.content.files import KIT_FOLDER
from workshop_kit.content.questions import questions
from workshop_kit.content.sections import (
    LONGEST_READ_ALOUD,
    Table,
    read_section,
    section,
    sections,
)
from workshop_kit.content.sources import source
from workshop_kit.errors import ContentError

TITLES = {
    "welcome": "Welcome",
    "get-organized": "Get organized",
    "get-informed": "Get informed",
    "take-action": "Take action",
    "stories": "Community action stories",
    "resources": "Resources",
}
ASKED = {
    "q1": "get-organized/why",
    "q2": "get-informed/questions",
    "q3": "take-action/ideas",
    "q4": "get-organized/hard_talks",
    "q5": "get-organized/in_place",
    "q6": "get-organized/committees",
    "q7": "get-organized/next",
    "q8": "get-organized/who",
    "q9": "take-action/first_step",
}
TABLES = {
    "help_lines": "welcome/worried",
    "sectors": "get-organized/who",
    "steps": "get-organized/how",
    "committees": "get-organized/committees",
    "toolkits": "get-organized/toolkits",
    "learning_list": "get-informed/questions",
    "learning": "get-informed/list",
    "stories": "stories/from_bc",
    "own_stories": "stories/ours",
    "resources": "resources/list",
}
PARTS = {f"{one.key}/{part.key}": part for one in sections() for part in one.parts}


def test_there_are_all_sections_in_the_toolkits_order() -> None:
    assert {one.key: one.title for one in sections()} == TITLES
    assert [one.key for one in sections()] == list(TITLES)


def test_each_question_is_asked_once_where_the_text_invites_it() -> None:
    assert {key: place for place, part in PARTS.items() for key in part.asks} == ASKED
    assert ASKED.keys() == {question.key for question in questions()}


def test_each_table_stands_once() -> None:
    assert {part.table: place for place, part in PARTS.items() if part.table} == TABLES
    assert TABLES.keys() == set(get_args(Table))


@pytest.mark.parametrize("place", PARTS)
def test_a_part_cites_what_there_is(place: str) -> None:
    for cited in PARTS[place].cites:
        assert source(cited.source).key == cited.source


@pytest.mark.parametrize("place", PARTS)
def test_what_is_read_aloud_is_short_and_without_marks(place: str) -> None:
    text = PARTS[place].read_aloud
    assert len(text.split()) < LONGEST_READ_ALOUD
    assert not set("*[]#_<>") & set(text)
    assert "http" not in text


@pytest.mark.parametrize("key", ["get-informed", "take-action", "stories", "resources"])
def test_where_the_official_text_was_not_in_hand_the_page_says_so(key: str) -> None:
    about = section(key).part("about")
    assert "not at hand when this kit was made" in about.text
    assert "is not official" in about.text
    assert section(key).official.startswith("https://www2.gov.bc.ca/")


def test_the_times_fit_an_evening() -> None:
    for one in sections():
        assert 1 <= one.reading_minutes <= 8
        assert 1 <= one.read_aloud_minutes <= 6


def test_a_key_that_is_none_is_told_the_others() -> None:
    with pytest.raises(ContentError, match=r"“stroies” is no section.*stories, resources"):
        section("stroies")


WELCOME = "en/sections/welcome.toml"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("heading =", "headline =", "parts.0.heading: Field required"),
        ('table = "help_lines"', 'table = "numbers"', "parts.2.table: Input should be"),
        ("number = 0", 'number = "first"', "number: Input should be a valid integer"),
        ('official = "https://', 'official = "', "official: an address begins with https://"),
        ('cites = [{ source = "guide", place = "Who', 'asks = ["q10"]\n#', "parts.6"),
        ('key = "meaning"', 'key = "goal"', "each part needs a key of its own; twice: goal"),
        ('read_aloud = """\n', 'read_aloud = """\n' + "word " * 150, "fewer than 150"),
        ('heading = "What it is for"', 'heading = ""', "parts.0.heading: Value should have"),
    ],
)
def test_a_mistake_is_found_with_its_line(
    changed_copy: Callable[[str, str, str], Path], old: str, new: str, expected: str
) -> None:
    path = changed_copy(WELCOME, old, new)
    with pytest.raises(ContentError) as caught:
        read_section(path)
    assert f"“data/{WELCOME}” cannot be used. Look at line " in caught.value.message
    assert expected in caught.value.message
    assert "Correct it, or put the kit's own file back" in caught.value.message


def test_an_unknown_word_is_found_in_its_own_line(
    changed_copy: Callable[[str, str, str], Path],
) -> None:
    path = changed_copy(WELCOME, 'key = "duty"', 'key = "duty"\ncolour = "red"')
    line = path.read_text("utf-8").split("\n").index('colour = "red"') + 1
    with pytest.raises(ContentError, match=rf"line {line}\. parts\.3\.colour: Extra inputs"):
        read_section(path)


def test_a_file_whose_key_is_another_is_named(
    changed_copy: Callable[[str, str, str], Path],
) -> None:
    path = changed_copy(WELCOME, 'key = "welcome"', 'key = "home"')
    with pytest.raises(ContentError, match=r"has the key “home”.* key = \"welcome\""):
        read_section(path)


@pytest.fixture
def own_kit(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the data of a kit folder of one's own, as ``workshop-kit init`` makes it."""
    shutil.copytree(data, tmp_path / "data")
    monkeypatch.setenv(KIT_FOLDER, str(tmp_path))
    return tmp_path / "data"


def test_a_question_that_is_asked_twice_is_named(own_kit: Path) -> None:
    file = own_kit / "en" / "sections" / "stories.toml"
    text = file.read_text("utf-8").replace('table = "stories"', 'table = "stories"\nasks = ["q3"]')
    file.write_text(text, "utf-8")
    with pytest.raises(ContentError, match=r"more than one place.*: q3\."):
        sections()


def test_a_language_is_only_another_folder(own_kit: Path) -> None:
    french = own_kit / "fr" / "sections" / "stories.toml"
    french.parent.mkdir(parents=True)
    english = (own_kit / "en" / "sections" / "stories.toml").read_text("utf-8")
    title = "Ce que d'autres ont fait"
    french.write_text(english.replace("Community action stories", title), "utf-8")
    translated = {one.key: one.title for one in sections("fr")}
    assert translated == {**TITLES, "stories": title}
    assert section("stories", "fr").parts == section("stories").parts
    assert section("stories").title == TITLES["stories"]
