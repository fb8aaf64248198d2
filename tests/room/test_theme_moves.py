"""Moves on themes: each does what it says, and any sequence of them can be undone."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from workshop_kit.errors import KitError
from workshop_kit.placements import Placement
from workshop_kit.room.base import MAX_REQUEST
from workshop_kit.room.theme_moves import ThemeMove, cards_named, sorted_by
from workshop_kit.theme import (
    MAX_MARKS,
    MAX_MINORITY,
    MAX_SORTED,
    MAX_THEMES,
    SortState,
    Theme,
    ThemesBody,
)
from workshop_kit.theme_errors import SortStillOpen, TooManyNames

MOVES: TypeAdapter[ThemeMove] = TypeAdapter(ThemeMove)
CARDS = [f"c{number}" for number in range(6)]
BODY = ThemesBody(
    themes=(
        Theme(id="t1", title="Rides", cards=("c0", "c1")),
        Theme(id="t2", title="School", cards=("c1", "c2")),
    ),
    minority=("c3",),
)


PLACED = {
    "c4": Placement(phones=4, chose={"t1": 2, "t2": 2}, nowhere=0, other=0),
    "c5": Placement(phones=3, chose={"t1": 1}, nowhere=2, other=0),
}


def made(now: ThemesBody, do: str, **move: Any) -> ThemesBody:
    return sorted_by(now, MOVES.validate_python({"do": do} | move), PLACED)


def moves() -> st.SearchStrategy[dict[str, Any]]:
    """Return what a page may ask for, also about themes that are gone."""
    theme = st.sampled_from(["t1", "t2", "t9"])
    some = st.lists(st.sampled_from(CARDS), max_size=4)
    shapes: list[dict[str, st.SearchStrategy[Any]]] = [
        {"do": st.just("new"), "title": st.sampled_from(["A", "B"]), "cards": some},
        {"do": st.just("rename"), "theme": theme, "title": st.just("Other")},
        {"do": st.just("put"), "theme": theme, "cards": some},
        {"do": st.just("take_out"), "theme": theme, "cards": some},
        {"do": st.just("drop"), "theme": theme},
        {"do": st.just("merge"), "theme": theme, "into": theme},
        {"do": st.just("shift"), "theme": theme, "by": st.integers(-50, 50)},
        {"do": st.just("mark"), "card": st.sampled_from(CARDS), "minority": st.booleans()},
        {"do": st.just("new"), "title": st.just("C"), "names": st.just(["n1"])},
        {"do": st.just("leave_name"), "name": st.sampled_from(["n1", "n2"])},
        {"do": st.sampled_from(["open_to_all", "close_to_all", "as_phones"])},
    ]
    return st.one_of([st.fixed_dictionaries(shape) for shape in shapes])


@given(st.lists(moves(), max_size=40))
def test_any_sequence_is_undone_step_by_step(sequence: list[dict[str, Any]]) -> None:
    body = BODY
    past: list[ThemesBody] = []
    for move in sequence:
        try:
            after = sorted_by(body, MOVES.validate_python(move), PLACED)
        except KitError:
            continue  # refused, and so nothing has changed
        past.append(body)
        body = after
    state = body.state
    for before in reversed(past):
        body = made(body, "restore", body=before.model_dump(mode="json"), revision=1)
        assert body == before.turned(state)  # whether phones sort is no move on themes
    assert body == BODY.turned(state)


@given(moves())
def test_a_move_takes_no_card_out_of_a_theme_that_it_does_not_name(move: dict[str, Any]) -> None:
    named = {move.get("theme"), move.get("into")}
    try:
        after = sorted_by(BODY, MOVES.validate_python(move))
    except KitError:
        return
    for theme in BODY.themes:
        if theme.id not in named:
            assert theme in after.themes


def test_each_move_does_what_it_says() -> None:
    *_others, new = made(BODY, "new", title="Soup", cards=["c4"]).themes
    assert (new.title, new.cards) == ("Soup", ("c4",))
    assert new.id not in {"t1", "t2"}
    assert made(BODY, "rename", theme="t1", title="Buses").themes[0].title == "Buses"
    assert made(BODY, "put", theme="t1", cards=["c5"]).themes[0].cards == ("c0", "c1", "c5")
    assert made(BODY, "take_out", theme="t1", cards=["c0"]).themes[0].cards == ("c1",)
    assert [one.id for one in made(BODY, "drop", theme="t1").themes] == ["t2"]
    [both] = made(BODY, "merge", theme="t2", into="t1").themes
    assert (both.id, both.cards) == ("t1", ("c0", "c1", "c2"))
    assert [one.id for one in made(BODY, "shift", theme="t2", by=-1).themes] == ["t2", "t1"]
    assert made(BODY, "mark", card="c5", minority=True).minority == ("c3", "c5")
    assert made(BODY, "mark", card="c3", minority=False).minority == ()
    assert made(BODY, "new", title="Bus", names=["n1"]).stands_for["n1"].startswith("t")
    assert made(BODY, "leave_name", name="n1").left == ("n1",)


def test_phones_sort_until_it_is_closed_and_then_it_is_taken_over() -> None:
    opened = made(BODY, "open_to_all")
    assert opened == BODY.turned(SortState.OPEN)
    with pytest.raises(SortStillOpen, match="Close the sort first"):
        made(opened, "as_phones")
    after = made(made(opened, "close_to_all"), "as_phones")
    assert [one.cards for one in after.themes] == [("c0", "c1", "c4"), ("c1", "c2", "c4")]
    assert after.minority == BODY.minority


def test_what_was_put_into_a_theme_is_followed_where_phones_sorted() -> None:
    assert made(BODY, "merge", theme="t2", into="t1").themes[0].was == ()
    [both] = made(made(BODY, "open_to_all"), "merge", theme="t2", into="t1").themes
    assert both.was == ("t2",)


def test_there_is_an_end_to_names() -> None:
    full = BODY.model_copy(update={"left": tuple(f"n{n}" for n in range(MAX_MARKS))})
    with pytest.raises(TooManyNames, match=f"At most {MAX_MARKS}"):
        made(full, "leave_name", name="one-more")
    with pytest.raises(TooManyNames):
        made(full, "new", title="Bus", names=["one-more"])


def test_an_undo_of_the_most_that_can_be_sorted_fits_into_one_request() -> None:
    ids = [f"{number:016x}-9-99" for number in range(MAX_SORTED)]
    share = MAX_SORTED // MAX_THEMES
    themes = [
        Theme(id=f"t{n:08x}", title="é" * 80, cards=tuple(ids[n * share : (n + 1) * share]))
        for n in range(MAX_THEMES)
    ]
    left = tuple(f"{number:016x}" for number in range(MAX_MARKS))
    body = ThemesBody(themes=tuple(themes), minority=tuple(ids[:MAX_MINORITY]), left=left)
    move = {"do": "restore", "body": body.model_dump(mode="json"), "revision": 999}
    sent = json.dumps({"write_id": "x" * 64, "move": move}, ensure_ascii=False)
    assert len(sent.encode()) < MAX_REQUEST


def test_an_id_is_never_used_again() -> None:
    first = made(BODY, "new", title="Soup").themes[-1].id
    again = made(made(BODY, "drop", theme="t2"), "new", title="Bread").themes[-1].id
    assert len({first, again, "t1", "t2"}) == 4


def test_cards_have_to_be_there_where_they_are_put_and_not_where_they_leave() -> None:
    def named(**move: Any) -> tuple[str, ...]:
        return cards_named(MOVES.validate_python(move))

    assert named(do="new", title="x", cards=["c1"]) == ("c1",)
    assert named(do="put", theme="t1", cards=["c1", "c2"]) == ("c1", "c2")
    assert named(do="mark", card="c1", minority=True) == ("c1",)
    assert named(do="mark", card="c1", minority=False) == ()
    assert named(do="take_out", theme="t1", cards=["c1"]) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"do": "dance"},
        {"do": "new"},
        {"do": "new", "title": " "},
        {"do": "new", "title": "x" * 81},
        {"do": "put", "theme": "t1", "cards": ["<b>"]},
        {"do": "shift", "theme": "t1", "by": 51},
        {"do": "drop", "theme": "t1", "more": 1},
        {"do": "restore", "body": {"themes": [{"id": "t1"}]}, "revision": 1},
    ],
    ids=str,
)
def test_what_no_page_sends_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        MOVES.validate_python(wrong)
