"""Card sorts: what one person may say, and ids that tell nothing of who wrote what."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_kit.card import cards_of
from workshop_kit.card_sort import MAX_PLACED, CardSortBody, idea_id
from workshop_kit.model import Entry, new_id
from workshop_kit.room.base import MAX_REQUEST

ONE, TWO = idea_id("one"), idea_id("two")


def test_what_a_phone_sends_comes_back_as_it_was() -> None:
    body = {
        "placed": {ONE: ["t1", "n1"], TWO: []},
        "names": [{"id": "n1", "title": " Rides  for youth "}],
    }
    told = CardSortBody.model_validate(body).model_dump(mode="json")
    assert told["placed"] == body["placed"]
    assert told["names"] == [{"id": "n1", "title": "Rides  for youth"}]


@pytest.mark.parametrize(
    "wrong",
    [
        {"placed": {ONE: ["t1", "t2", "t3"]}},
        {"placed": {"c0ffee-1-0": ["t1"]}},
        {"placed": {ONE: ["<b>"]}},
        {"placed": {ONE: "t1"}},
        {"placed": {f"{n:016x}": [] for n in range(MAX_PLACED + 1)}},
        {"names": [{"id": f"n{n}", "title": f"Name {n}"} for n in range(6)]},
        {"names": [{"id": "n1", "title": "Rides"}, {"id": "n1", "title": "Soup"}]},
        {"names": [{"id": "n1", "title": "Rides"}, {"id": "n2", "title": " rIDES "}]},
        {"names": [{"id": "n1", "title": " "}]},
        {"names": [{"id": "n1", "title": "x" * 81}]},
        {"author": "me"},
    ],
    ids=lambda wrong: json.dumps(wrong)[:60],
)
def test_what_no_page_sends_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        CardSortBody.model_validate(wrong)


def test_the_most_that_can_be_placed_fits_into_one_request() -> None:
    placed = {f"{n:016x}": ["t12345678", "t87654321"] for n in range(MAX_PLACED)}
    names = [{"id": f"n{n}" + "x" * 30, "title": f"{n}" + "é" * 79} for n in range(5)]
    body = CardSortBody.model_validate({"placed": placed, "names": names}).model_dump(mode="json")
    sent = {"write_id": "x" * 64, "revision": 999, "body": body}
    assert len(json.dumps(sent, separators=(",", ":")).encode()) < MAX_REQUEST


@given(st.integers(1, 9), st.integers(2, 12))
def test_ids_of_the_ideas_of_one_answer_share_nothing(revision: int, number: int) -> None:
    items = [f"Idea {n}" for n in range(number)]
    body = {"shape": "list", "items": items}
    entry = Entry(id=new_id(), kind="answer", key="q3", author="a", revision=revision, body=body)
    cards = [card.id for card in cards_of(entry)]
    ids = [idea_id(card) for card in cards]
    assert len({card[:16] for card in cards}) == 1  # theirs begin alike
    assert len({one[:8] for one in ids}) == len({one[8:] for one in ids}) == number
    assert all(entry.id[:8] not in one for one in ids)
