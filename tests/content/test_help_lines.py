"""Help lines under their own names and numbers."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop_kit.content.help_lines import help_line, help_lines, read_help_lines
from workshop_kit.errors import ContentError
from workshop_kit.model import today

NUMBERS = {
    "Emergency": "9-1-1",
    "VictimLink BC": "1-800-563-0808",
    "OCTIP (BC's Office to Combat Trafficking in Persons)": "1-888-712-7974",
    "Canadian Human Trafficking Hotline": "1-833-900-1010",
    "Report a child at risk": "1-800-663-9122",
}


def test_each_line_stands_under_its_own_name() -> None:
    assert {line.name: line.number for line in help_lines()} == NUMBERS


def test_danger_comes_first() -> None:
    assert help_lines()[0].key == "emergency"


def test_a_phone_can_dial_what_is_shown() -> None:
    for line in help_lines():
        assert re.fullmatch(r"tel:(911|\+1[0-9]{10})", line.tel)
        assert re.sub(r"\D", "", line.tel) == line.number.replace("-", "")
        assert line.model_dump(mode="json")["tel"] == line.tel


def test_each_has_its_source_and_evidence() -> None:
    for line in help_lines():
        assert line.source.startswith("https://")
        assert line.evidence
        assert line.last_checked is None or line.last_checked <= today()


def test_the_date_of_the_check_is_told_in_words() -> None:
    assert help_line("octip").checked == "Last checked: April 14, 2014"
    assert help_line("emergency").checked == "Last checked: date not known"


def test_numbers_of_nobody_knows_whom_are_left_out() -> None:
    shown = {line.number for line in help_lines()}
    assert shown.isdisjoint({"604-836-6381", "1-855-242-3310", "310-1234"})


def test_a_language_that_is_missing_falls_back_to_english() -> None:
    assert help_lines("xx") == help_lines()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("1-800-563-0808", "1 800 call", "line.1.number"),
        ("last_checked = 2021-06-03", 'last_checked = "June"', "line.1.last_checked"),
        ('key = "canadian_hotline"', 'key = "hotline"', "canadian_hotline, hotline"),
    ],
)
def test_a_mistake_is_found(
    changed_copy: Callable[[str, str, str], Path], data: Path, old: str, new: str, expected: str
) -> None:
    path = changed_copy("help_lines.toml", old, new)
    with pytest.raises(ContentError) as caught:
        read_help_lines(path, data / "en" / "help_lines.toml")
    assert "“data/help_lines.toml”" in caught.value.message
    assert expected in caught.value.message


def test_a_line_that_other_texts_name_has_to_be_there(tmp_path: Path, data: Path) -> None:
    def without_octip(name: str) -> Path:
        tables = (data / name).read_text("utf-8").split("[[line]]")
        path = tmp_path / Path(name).parent / "help_lines.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("[[line]]".join(t for t in tables if '"octip"' not in t), "utf-8")
        return path

    with pytest.raises(ContentError, match=r"both files.*: octip"):
        read_help_lines(without_octip("help_lines.toml"), without_octip("en/help_lines.toml"))
