"""Themes: whatever is done with them, nothing is lost, and what was there comes back."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_kit.errors import KitError
from workshop_kit.theme import MAX_MINORITY, MAX_SORTED, MAX_THEMES, Theme, ThemesBody
from workshop_kit.theme_errors import TooManyMinority, TooManySorted, TooManyThemes, UnknownTheme

CARDS = [f"c{number}" for number in range(6)]
BODY = ThemesBody(
    themes=(
        Theme(id="t1", title="Rides", cards=("c0", "c1")),
        Theme(id="t2", title="School", cards=("c1", "c2")),
        Theme(id="t3", title="Soup"),
    ),
    minority=("c4",),
)

Change = Callable[[ThemesBody], ThemesBody]


def changes() -> st.SearchStrategy[Change]:
    """Return what a facilitator may do, also with themes that are gone."""
    theme = st.sampled_from(["t1", "t2", "t3", "t4"])
    some = st.lists(st.sampled_from(CARDS), max_size=3)
    one = st.sampled_from(CARDS)
    return st.one_of(
        st.builds(lambda key, c: lambda body: body.with_theme(key, "New", c), st.just("t4"), some),
        st.builds(lambda t, c: lambda body: body.with_cards(t, c), theme, some),
        st.builds(lambda t, c: lambda body: body.without_cards(t, c), theme, some),
        st.builds(lambda t: lambda body: body.without(t), theme),
        st.builds(lambda t, o: lambda body: body.merged(t, o), theme, theme),
        st.builds(lambda t, n: lambda body: body.moved(t, n), theme, st.integers(-5, 5)),
        st.builds(lambda t: lambda body: body.renamed(t, "Other"), theme),
        st.builds(lambda c, m: lambda body: body.marked(c, minority=m), one, st.booleans()),
    )


def ids(body: ThemesBody) -> list[str]:
    return [theme.id for theme in body.themes]


@given(st.lists(changes(), max_size=30))
def test_every_change_leaves_it_whole_and_the_one_before_as_it_was(sequence: list[Change]) -> None:
    body, dumped = BODY, BODY.model_dump()
    for change in sequence:
        before, text = body, body.model_dump_json()
        try:
            body = change(before)
        except (KitError, ValidationError):
            continue
        assert before.model_dump_json() == text
        assert ThemesBody.model_validate_json(body.model_dump_json()) == body
    assert BODY.model_dump() == dumped


def test_a_card_may_stand_in_two_themes_and_is_put_there_once() -> None:
    body = BODY.with_cards("t1", ["c2", "c0", "c2"])
    assert body.themes[0].cards == ("c0", "c1", "c2")
    assert body.themes[1].cards == ("c1", "c2")
    assert body.without_cards("t2", ["c1", "c5"]).themes[1].cards == ("c2",)
    assert BODY.sorted == {"c0", "c1", "c2"}


def test_dropping_a_theme_leaves_its_cards_unsorted_and_marks_as_they_are() -> None:
    body = BODY.marked("c0", minority=True).without("t1")
    assert body.sorted == {"c1", "c2"}
    assert body.minority == ("c4", "c0")


def test_two_themes_become_one_at_the_place_of_the_other() -> None:
    body = BODY.merged("t1", "t2")
    assert [(one.id, one.cards) for one in body.themes] == [("t2", ("c1", "c2", "c0")), ("t3", ())]
    assert BODY.merged("t1", "t1") == BODY


def test_themes_are_made_renamed_and_moved() -> None:
    assert ids(BODY.with_theme("t9", "Late", ["c5"])) == ["t1", "t2", "t3", "t9"]
    assert BODY.renamed("t3", "  Soup and bread ").themes[2].title == "Soup and bread"
    assert ids(BODY.moved("t3", -1)) == ["t1", "t3", "t2"]
    assert ids(BODY.moved("t1", 99)) == ["t2", "t3", "t1"]
    assert ids(BODY.moved("t3", -99)) == ["t3", "t1", "t2"]


def test_a_view_is_marked_and_the_mark_taken_back() -> None:
    assert BODY.marked("c4", minority=True) == BODY
    assert BODY.marked("c4", minority=False).minority == ()
    assert BODY.marked("c5", minority=False) == BODY


def test_what_is_not_there_is_refused() -> None:
    asked: list[Callable[[], object]] = [
        lambda: BODY.renamed("t9", "x"),
        lambda: BODY.with_cards("t9", []),
        lambda: BODY.without_cards("t9", []),
        lambda: BODY.without("t9"),
        lambda: BODY.merged("t1", "t9"),
        lambda: BODY.merged("t9", "t1"),
        lambda: BODY.moved("t9", 1),
    ]
    for change in asked:
        with pytest.raises(UnknownTheme):
            change()


def test_there_is_an_end_to_themes_cards_and_marks() -> None:
    full = BODY
    while len(full.themes) < MAX_THEMES:
        full = full.with_theme(f"x{len(full.themes)}", "More", [])
    with pytest.raises(TooManyThemes, match="at most 50"):
        full.with_theme("y", "More", [])
    many = [f"m{number}" for number in range(MAX_SORTED - 4)]
    with pytest.raises(TooManySorted):
        BODY.with_cards("t3", [*many, "one-more"])
    marked = ThemesBody(minority=tuple(f"m{number}" for number in range(MAX_MINORITY)))
    with pytest.raises(TooManyMinority):
        marked.marked("one-more", minority=True)


@pytest.mark.parametrize(
    "themes",
    [
        [{"id": "t1", "title": "x"}, {"id": "t1", "title": "y"}],
        [{"id": "t1", "title": "x", "cards": ["c1", "c1"]}],
        [{"id": "t1", "title": " "}],
        [{"id": "t1", "title": "x" * 81}],
    ],
    ids=["id twice", "card twice", "no title", "a title too long"],
)
def test_what_does_not_hold_together_is_refused(themes: list[dict[str, object]]) -> None:
    with pytest.raises(ValidationError):
        ThemesBody.model_validate({"themes": themes})


@pytest.mark.parametrize("title", ["\u200b\u200b", "\u200d", "\ufeff\u2060"])
def test_a_title_can_be_seen(title: str) -> None:
    with pytest.raises(ValidationError, match="can be seen"):
        Theme(id="t1", title=title)
    assert Theme(id="t1", title="👩\u200d👩\u200d👧").title
