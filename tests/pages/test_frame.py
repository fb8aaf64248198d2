"""What the frame tells the templates, and that templates say nothing by themselves."""

import json
import re
from pathlib import Path

import pytest

from workshop_kit.content.help_lines import help_lines
from workshop_kit.pages.folders import STATIC, TEMPLATES
from workshop_kit.pages.frame import frame
from workshop_kit.pages.static_files import BUNDLES

FILES = sorted(TEMPLATES.rglob("*.j2"))
NOT_WORDS = re.compile(
    r"\{#.*?#\}|\{% block page %\}.*?\{% endblock %\}|\{%.*?%\}|\{\{.*?\}\}"
    r"|<(script|style|code|svg)\b.*?</\1>|<[^>]*>",
    re.DOTALL,
)


def same(name: str) -> str:
    """Leave a file's name as it is."""
    return f"/static/v1/{name}"


def test_is_text_numbers_and_lists_only() -> None:
    made = frame("en", base_url="/kit/", static=same)

    assert json.loads(json.dumps(made)) == made
    assert made["neutral_page"] == "/kit/bread"
    assert made["languages"][0] == {"code": "en", "name": "English"}


def test_tells_the_direction_of_the_language() -> None:
    assert frame("en", static=same)["direction"] == "ltr"
    assert frame("fa", static=same)["direction"] == "rtl"


def test_every_help_line_stands_under_its_own_name() -> None:
    told = {line["name"]: line["number"] for line in frame("en", static=same)["help_lines"]}

    assert told == {line.name: line.number for line in help_lines("en")}
    assert told["VictimLink BC"] == "1-800-563-0808"


def test_gives_an_address_for_every_static_file() -> None:
    made = frame("en", static=same)["static"]

    named = set(re.findall(r'frame\.static\["([^"]+)"\]', "".join(f.read_text() for f in FILES)))
    assert named
    assert named <= set(made)
    assert all((STATIC / name).is_file() or name in BUNDLES for name in made)
    assert made["kit.css"] == "/static/v1/kit.css"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_templates_hold_no_words_of_their_own(file: Path) -> None:
    left = NOT_WORDS.sub(" ", file.read_text(encoding="utf-8"))

    assert re.findall(r"[A-Za-z]{3,}", left) == []
