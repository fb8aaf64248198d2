"""Counting what phones sorted: no order matters, nothing unknown breaks it, names are followed."""

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.card import Card
from workshop_kit.card_sort import CardSortCountBody, idea_id
from workshop_kit.placements import (
    Placement,
    Said,
    as_most_did,
    counted,
    counted_again,
    names_proposed,
    placements,
)
from workshop_kit.theme import SortState, Theme, ThemesBody, name_mark

CARDS = [Card(id=f"c{number}", text=f"Idea {number}") for number in range(4)]
IDEAS = [idea_id(card.id) for card in CARDS]
BODY = ThemesBody(
    themes=tuple(
        Theme(id=f"t{n}", title=title) for n, title in enumerate(["Rides", "School", "Soup"])
    ),
    state=SortState.CLOSED,
)
TITLES = ["Night bus", "night  BUS", "Elders", "soup"]
Sort = dict[str, Any]


def sort(placed: dict[int, list[str]], *names: str) -> Sort:
    """Return the body of a phone that put ideas, by number, into themes."""
    own = [{"id": f"n{number}", "title": title} for number, title in enumerate(names)]
    return {"placed": {IDEAS[number]: where for number, where in placed.items()}, "names": own}


def sent(*bodies: Sort) -> Said:
    return [(body, 1) for body in bodies]


def found_in(body: ThemesBody, said: Said) -> dict[str, Placement]:
    """Count what phones sent, and tell it."""
    return placements(body, CARDS, counted(body, CARDS, said))


@st.composite
def bodies(draw: st.DrawFn) -> Sort:
    """Return what a phone may have sent, also about ideas and themes that are gone."""
    names = draw(st.lists(st.sampled_from(TITLES), max_size=3, unique_by=name_mark))
    own = [{"id": f"n{number}", "title": title} for number, title in enumerate(names)]
    refs = ["t0", "t1", "t2", "t9", "n9", *(one["id"] for one in own)]
    where = st.lists(st.sampled_from(refs), max_size=2)
    idea = st.sampled_from([*IDEAS, "f" * 16])
    return {"placed": draw(st.dictionaries(idea, where)), "names": own}


@given(st.lists(bodies(), max_size=8), st.randoms(use_true_random=False))
def test_neither_people_nor_placements_have_an_order(
    said: list[Sort], chance: random.Random
) -> None:
    mixed = [
        one | {"placed": dict(chance.sample(sorted(one["placed"].items()), len(one["placed"])))}
        for one in chance.sample(said, len(said))
    ]
    found, again = (found_in(BODY, sent(*some)) for some in (said, mixed))
    assert found == again
    assert [one.told() for one in found.values()] == [one.told() for one in again.values()]
    assert as_most_did(BODY, found) == as_most_did(BODY, again)
    assert names_proposed(BODY, sent(*said)) == names_proposed(BODY, sent(*mixed))


@given(st.lists(bodies(), max_size=8))
def test_what_is_unknown_never_breaks_the_count(said: list[Sort]) -> None:
    for card, one in found_in(BODY, sent(*said)).items():
        assert card in {known.id for known in CARDS}
        assert set(one.chose) <= {"t0", "t1", "t2"}
        assert one.phones <= len(said)
        assert all(0 < number <= one.phones for number in one.chose.values())
        assert one.nowhere + one.other <= one.phones
        assert len(one.most) <= 2
    for title in names_proposed(BODY, sent(*said)):
        assert title["title"] in TITLES


@given(
    st.lists(bodies(), min_size=1, max_size=8),
    st.lists(st.sampled_from(["rename", "merge", "shift", "cards"]), max_size=5),
)
def test_a_name_counts_for_its_theme_whatever_becomes_of_that(
    said: list[Sort], later: list[str]
) -> None:
    body = BODY.with_theme("t7", "By night", [], [name_mark("Night bus")])
    followed = {"t7"}
    at = "t7"
    for move in later:
        if move == "rename":
            body = body.renamed(at, "Something else")
        elif move == "shift":
            body = body.moved(at, -1)
        elif move == "cards":
            body = body.with_cards(at, ["c1"])
        elif others := [one.id for one in body.themes if one.id != at]:
            body, at = body.merged(at, others[0]), others[0]
            followed.add(at)
    found = found_in(body, sent(*said))
    for idea, card in zip(IDEAS, CARDS, strict=True):
        phones = sum(chose(one, idea, followed) for one in said)
        assert (found[card.id].chose.get(at, 0) if card.id in found else 0) == phones
    assert name_mark("Night bus") not in {one["mark"] for one in names_proposed(body, sent(*said))}


def chose(phone: Sort, idea: str, themes: set[str]) -> bool:
    """Tell whether a phone put an idea under the proposed name, or into one of these themes."""
    titles = {theme.title for theme in BODY.themes if theme.id in themes}
    marks = {name_mark(title) for title in ("Night bus", *titles)}
    own = {name["id"]: name_mark(name["title"]) for name in phone["names"]}
    return any(ref in themes or own.get(ref) in marks for ref in phone["placed"].get(idea, []))


def test_an_idea_goes_where_at_least_half_put_it() -> None:
    said = sent(
        sort({0: ["t0"], 1: ["t0", "t1"], 2: [], 3: ["t0"]}),
        sort({0: ["t0"], 1: ["t0", "t1"], 2: [], 3: ["t1"]}),
        sort({0: ["t1"], 1: ["t2"], 2: ["t2"], 3: ["t2"]}),
    )
    found = found_in(BODY, said)
    assert [found[f"c{n}"].most for n in range(4)] == [("t0",), ("t0", "t1"), (), ()]
    assert found["c2"].is_nowhere
    after = as_most_did(BODY, found)
    assert [one.cards for one in after.themes] == [("c0", "c1"), ("c1",), ()]
    assert after.minority == ()


def test_a_tie_is_both_and_more_than_two_themes_are_none() -> None:
    two = found_in(BODY, sent(sort({0: ["t0"]}), sort({0: ["t1"]})))
    assert two["c0"].most == ("t0", "t1")
    more = found_in(BODY, sent(sort({0: ["t0", "t1"]}), sort({0: ["t1", "t2"]})))
    assert more["c0"].most == ()


def test_what_stands_in_a_theme_stays_where_it_is() -> None:
    body = BODY.with_cards("t2", ["c0"])
    said = sent(sort({0: ["t0"], 1: ["t0"]}))
    after = as_most_did(body, found_in(body, said))
    assert [one.cards for one in after.themes] == [("c1",), (), ("c0",)]


def test_from_five_phones_on_numbers_are_told_most_first() -> None:
    few = found_in(BODY, [(sort({0: ["t1"]}), 3), (sort({0: []}), 1)])
    assert few["c0"].told()["where"] == [["t1", None], ["nowhere", None]]
    said = [(sort({0: ["t1"]}), 2), (sort({0: []}), 1), (sort({0: ["t0", "n0"]}, "Elders"), 3)]
    many = found_in(BODY, said)
    assert many["c0"].told() == {
        "where": [["t0", 3], ["other", 3], ["t1", 2], ["nowhere", 1]],
        "most": ["t0"],
        "is_nowhere": False,
    }


def test_proposed_names_are_told_once_in_order_until_they_are_taken_or_left() -> None:
    said = sent(sort({}, "night  BUS", "Elders"), sort({}, "Night bus", "soup"))
    proposed = names_proposed(BODY, said)
    assert [one["title"] for one in proposed] == ["Elders", "Night bus"]  # “Soup” is a theme
    elders, bus = (one["mark"] for one in proposed)
    taken = BODY.with_theme("t8", "Elders lead", [], [elders])
    assert [one["mark"] for one in names_proposed(taken, said)] == [bus]
    assert names_proposed(taken.leaving(bus), said) == []
    assert [one["mark"] for one in names_proposed(taken.without("t8"), said)] == [elders, bus]


def test_nothing_counts_below_five_phones_nor_again_before_five_more() -> None:
    def after(before: CardSortCountBody | None, phones: int) -> CardSortCountBody | None:
        return counted_again(before, BODY, CARDS, sent(*[sort({0: ["t0"], 1: []})] * phones))

    assert after(None, 4) is None
    first = after(None, 6)
    assert first is not None
    assert (first.phones, first.placed) == (6, {IDEAS[0]: {"t0": 6}, IDEAS[1]: {"": 6}})
    assert after(first, 10) is first
    assert after(first, 2) is first  # some took back what they sent
    second = after(first, 11)
    assert second is not None
    assert second.placed[IDEAS[0]] == {"t0": 11}


@given(st.lists(bodies(), min_size=5, max_size=8), st.randoms(use_true_random=False))
def test_a_count_does_not_say_which_ideas_one_person_put_together(
    said: list[Sort], chance: random.Random
) -> None:
    """Exchange what people said of one idea: it is the same count."""
    named = [{"placed": one["placed"], "names": []} for one in said]
    idea = IDEAS[0]
    where = [one["placed"].get(idea) for one in named]
    chance.shuffle(where)
    mixed = []
    for one, place in zip(named, where, strict=True):
        rest = {key: refs for key, refs in one["placed"].items() if key != idea}
        mixed.append({"placed": rest | ({} if place is None else {idea: place}), "names": []})
    assert counted(BODY, CARDS, sent(*named)) == counted(BODY, CARDS, sent(*mixed))
