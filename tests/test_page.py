"""What participants' notebooks call."""

import subprocess
import sys

import pytest

from workshop_kit import page
from workshop_kit.content.sections import sections
from workshop_kit.errors import ContentError
from workshop_kit.reading.html import Html
from workshop_kit.widgets.learning_list import LearningList
from workshop_kit.widgets.moment import Moment
from workshop_kit.widgets.reflect import ReflectForm
from workshop_kit.widgets.resource_table import ResourceTable
from workshop_kit.widgets.story_form import StoryForm

UNWANTED = ("pandas", "sqlalchemy", "workshop_kit.store", "workshop_kit.room")


def test_the_form_asks_the_nine_questions() -> None:
    form = page.reflect()
    assert isinstance(form, ReflectForm)
    assert [one["number"] for one in form.questions] == list(range(1, 10))


def test_a_section_is_text_with_its_questions_where_they_are_asked() -> None:
    pieces = page.section("get-organized").pieces
    asked = [
        (pieces[at - 1].text, [one["key"] for one in piece.questions])
        for at, piece in enumerate(pieces)
        if isinstance(piece, Moment)
    ]
    parts = [part for part in sections()[1].parts if part.asks]
    assert [keys for _before, keys in asked] == [list(part.asks) for part in parts]
    for (before, _keys), part in zip(asked, parts, strict=True):
        assert f'id="kit-get-organized-{part.key}"' in before


def test_every_section_begins_with_its_title_and_ends_with_its_sources() -> None:
    for one in sections():
        first, *_between, last = page.section(one.key).pieces
        assert isinstance(first, Html)
        assert f"<h1>{one.title}</h1>" in first.text
        assert ">Sources</h2>" in last.text


def test_the_resources_can_be_searched() -> None:
    pieces = page.section("resources").pieces
    assert [len(one.resources) > 20 for one in pieces if isinstance(one, ResourceTable)] == [True]


def test_what_the_group_wrote_stands_below_the_text_that_asks_for_it() -> None:
    for key, before, kind in (
        ("get-informed", Moment, LearningList),
        ("stories", Html, StoryForm),
    ):
        pieces = page.section(key).pieces
        [at] = [at for at, piece in enumerate(pieces) if isinstance(piece, kind)]
        assert isinstance(pieces[at - 1], before)


def test_a_section_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(ContentError, match="get-organized"):
        page.section("get-organised")


@pytest.mark.parametrize("call", ["page.reflect()", "page.section('resources')"])
def test_a_participants_page_loads_neither_pandas_nor_a_store(call: str) -> None:
    """A page of a participant has no way to what others wrote, and opens fast."""
    code = f"import sys; from workshop_kit import page; {call}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert [name for name in loaded if name.startswith(UNWANTED)] == []
