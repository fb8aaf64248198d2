"""Answers are taken apart: nothing is lost, and parts carry their names."""

from tests.notes.evening import Evening
from workshop_kit.notes.items import Item, items


def test_every_shape_is_taken_apart(full: Evening) -> None:
    questions = full.report().questions
    assert set(items(questions[1])) == {Item("", "what signs look like"), Item("", "the law")}
    assert sorted(items(questions[5])) == [
        Item("", "I am not sure"),
        Item("", "Yes, and I can name it"),
        Item("Which one?", "Action team"),
        Item("Which one?", "Youth table"),
    ]
    assert sorted(items(questions[6])) == [
        Item("Abilities", "listening"),
        Item("Ideas", "q̓ic̓əy̓ on the poster"),
        Item("Skills", "first aid"),
    ]
    assert [item.part for item in items(questions[8])] == [""]


def test_a_part_without_a_label_is_called_by_its_key(full: Evening) -> None:
    bare = full.report().questions[6].model_copy(update={"labels": {}})
    assert {item.part for item in items(bare)} == {"skills", "abilities", "ideas"}


def test_what_several_people_wrote_is_there_as_often(evening: Evening) -> None:
    for _ in range(3):
        evening.says("q8", shape="list", items=["youth"])
    assert items(evening.report().questions[7]) == (Item("", "youth"),) * 3
