"""Layers of a question: any moves of any phones lose no words, and every one can be undone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_kit.answers import MAX_ANSWER
from workshop_kit.errors import TooLarge
from workshop_kit.layers import (
    MAX_LINES,
    RemoveLine,
    RoomAnswerBody,
    TableAnswerBody,
    TableLine,
    TableMove,
    TableOf,
    WriteLine,
)
from workshop_kit.table_errors import LineChanged, TooManyLines

IDS = st.sampled_from(["a", "b", "c"])
TEXTS = st.sampled_from(["Bus", "Food bank", "q̓ic̓əy̓ Nation"])
MOVES = st.one_of(
    st.builds(WriteLine, do=st.just("write"), line=IDS, text=TEXTS, was=TEXTS | st.just("")),
    st.builds(RemoveLine, do=st.just("remove"), line=IDS, was=TEXTS),
)


def answer(**lines: str) -> TableAnswerBody:
    return TableAnswerBody(lines=tuple(TableLine(id=key, text=text) for key, text in lines.items()))


def write(line: str, text: str, was: str = "") -> WriteLine:
    return WriteLine(do="write", line=line, text=text, was=was)


def test_lines_are_added_changed_and_removed() -> None:
    first = answer().moved(write("a", "Bus")).moved(write("b", "Food"))
    assert first == answer(a="Bus", b="Food")
    assert first.moved(write("a", "Night bus", was="Bus")).texts == ["Night bus", "Food"]
    assert first.moved(RemoveLine(do="remove", line="a", was="Bus")).texts == ["Food"]


def test_the_second_of_two_who_change_a_line_is_told() -> None:
    first = answer(a="Bus").moved(write("a", "Night bus", was="Bus"))
    with pytest.raises(LineChanged) as changed:
        first.moved(write("a", "School bus", was="Bus"))
    assert changed.value.current == {"text": "Night bus"}
    with pytest.raises(LineChanged):
        first.moved(RemoveLine(do="remove", line="a", was="Bus"))


def test_words_are_written_anew_where_their_line_was_removed() -> None:
    assert answer().moved(write("a", "Night bus", was="Bus")).texts == ["Night bus"]
    gone = RemoveLine(do="remove", line="a", was="Bus")
    assert answer().moved(gone) == answer()


@given(st.lists(MOVES, max_size=12))
def test_a_move_changes_its_own_line_only_and_twice_is_once(moves: list[TableMove]) -> None:
    said = answer()
    for move in moves:
        try:
            after = said.moved(move)
        except LineChanged:
            continue
        others = [line for line in said.lines if line.id != move.line]
        assert [line for line in after.lines if line.id != move.line] == others
        assert after.moved(move) == after
        said = after


@given(st.lists(MOVES, max_size=12), MOVES)
def test_every_move_can_be_undone_line_by_line(moves: list[TableMove], last: TableMove) -> None:
    said = answer()
    for move in moves:
        try:
            said = said.moved(move)
        except LineChanged:
            continue
    before = {line.id: line.text for line in said.lines}
    try:
        after = said.moved(last)
    except LineChanged:
        return
    now = {line.id: line.text for line in after.lines}.get(last.line, "")
    was = before.get(last.line)
    undo: TableMove = RemoveLine(do="remove", line=last.line, was=now)
    if was is not None:
        undo = write(last.line, was, was=now)
    assert {line.id: line.text for line in after.moved(undo).lines} == before


def test_there_is_an_end_to_lines_and_letters() -> None:
    full = answer(**{f"l{number}": "x" for number in range(MAX_LINES)})
    with pytest.raises(TooManyLines, match="50 lines"):
        full.moved(write("new", "One more"))
    long = answer(a="x" * (MAX_ANSWER - 1))
    with pytest.raises(TooLarge):
        long.moved(write("b", "xx"))


def test_the_room_keeps_a_line_once() -> None:
    with pytest.raises(ValidationError, match="stands twice"):
        RoomAnswerBody(lines=("Bus", "Bus"))
    with pytest.raises(ValidationError, match="too long"):
        RoomAnswerBody(lines=("x" * MAX_ANSWER, "y"))


@given(st.from_regex(r"^[A-Za-z0-9_-]{1,60}\Z"), st.integers(1, 99))
def test_a_key_says_question_and_table(question: str, table: int) -> None:
    assert TableOf.named(TableOf(question, table).key) == (question, table)
