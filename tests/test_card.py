"""Cards: the ideas of approved answers, and nothing of who wrote them."""

from itertools import pairwise
from typing import Any

from workshop_kit.card import cards
from workshop_kit.model import ROOM, Entry, new_id


def answer(key: str, decision: str | None, revision: int = 1, **body: Any) -> list[Entry]:
    """Return an answer with the decision about it, where there is one."""
    entry = Entry(
        id=new_id(), kind="answer", key=key, author=new_id(), revision=revision, body=body
    )
    decided = {"decision": decision, "answer_revision": 1}
    review = Entry(id=new_id(), kind="review", key=entry.id, author=ROOM, revision=1, body=decided)
    return [entry, review] if decision else [entry]


def texts(*answers: list[Entry], question: str = "q3") -> list[str]:
    return sorted(card.text for card in cards([e for found in answers for e in found], question))


def test_each_idea_of_every_shape_is_a_card() -> None:
    items = answer("q3", "approved", shape="list", items=["A film", "A ride"])
    assert texts(items) == ["A film", "A ride"]
    action = answer("q3", "approved", shape="action", action="Meet again")
    assert texts(action) == ["Meet again"]
    names = answer("q3", "approved", shape="decision", committee="yes", names=["Youth table"])
    assert texts(names) == ["Youth table"]
    parts: dict[str, Any] = dict.fromkeys(("abilities", "passions", "connections"), "")
    offers = answer("q3", "approved", shape="offers", skills="First aid", ideas="Soup", **parts)
    assert texts(offers) == ["First aid", "Soup"]


def test_a_line_of_a_table_is_a_card_too() -> None:
    lines = [{"id": "l0", "text": "A ride"}, {"id": "l1", "text": "Soup"}]
    said = Entry(
        id=new_id(), kind="table_answer", key="q3-4", author=ROOM, revision=1, body={"lines": lines}
    )
    body = {"decision": "approved", "answer_revision": 1}
    review = Entry(id=new_id(), kind="review", key=said.id, author=ROOM, revision=1, body=body)
    assert texts([said, review]) == ["A ride", "Soup"]
    assert texts([said]) == []
    assert texts([said, review], question="q2") == []


def test_only_what_is_approved_of_this_question_is_a_card() -> None:
    body: dict[str, Any] = {"shape": "list", "items": ["no"]}
    for decision in ("kept_back", "set_aside", None):
        assert texts(answer("q3", decision, **body)) == []
    assert texts(answer("q3", "approved", revision=2, **body)) == []  # changed since
    assert texts(answer("q2", "approved", **body)) == []
    assert texts(answer("q3", "approved", shape="skipped")) == []
    assert texts(answer("q3", "approved", shape="personal", share=True, text="no")) == []


def test_ids_stay_while_the_answer_does_and_tell_nothing_of_its_writer() -> None:
    found = answer("q3", "approved", shape="list", items=["x", "x", "y"])
    first = cards(found, "q3")
    assert cards(list(reversed(found)), "q3") == first
    assert len({card.id for card in first}) == 3
    assert not any(found[0].author[:8] in card.id for card in first)
    changed = found[0].model_copy(update={"revision": 2})
    review = found[1].model_copy(update={"body": {"decision": "approved", "answer_revision": 2}})
    assert not {card.id for card in first} & {card.id for card in cards([changed, review], "q3")}


def test_what_one_person_wrote_does_not_stand_together() -> None:
    people = [
        answer("q3", "approved", shape="list", items=[f"{person} {n}" for n in range(4)])
        for person in range(8)
    ]
    shown = [card.text[0] for card in cards([e for found in people for e in found], "q3")]
    assert sum(one == other for one, other in pairwise(shown)) < 16
