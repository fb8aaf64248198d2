"""Any sequence of messages leaves the outputs that nbclient keeps."""

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from nbclient import NotebookClient
from nbconvert.preprocessors.coalescestreams import CoalesceStreamsPreprocessor
from nbformat.v4 import new_code_cell, new_notebook

from workshop_kit.pages.stored.outputs import FrontEnd, Message, OutputArea, overwritten

REQUEST = "the-request"


def message(kind: str, content: dict[str, Any]) -> Message:
    return {
        "msg_type": kind,
        "header": {"msg_type": kind},
        "parent_header": {"msg_id": REQUEST},
        "content": content,
        "metadata": {},
        "buffers": [],
    }


def shown(kind: str, text: str, display_id: str | None) -> Message:
    transient = {"display_id": display_id} if display_id else {}
    data = {"data": {"text/plain": text}, "metadata": {}, "transient": transient}
    return message(kind, data)


WORDS = st.text("ab\r\n é", max_size=6)
STREAMS = st.builds(
    lambda name, text: message("stream", {"name": name, "text": text}),
    st.sampled_from(["stdout", "stderr"]),
    WORDS.filter(bool),
)
SHOWN = st.builds(
    shown,
    st.sampled_from(["display_data", "update_display_data"]),
    st.text("xyz", max_size=3),
    st.sampled_from([None, "one", "two"]),
)
CLEARED = st.builds(lambda wait: message("clear_output", {"wait": wait}), st.booleans())
FAILED = st.just(message("error", {"ename": "E", "evalue": "v", "traceback": ["t"]}))
MESSAGES = st.lists(st.one_of(STREAMS, SHOWN, CLEARED, FAILED), max_size=25)


@given(MESSAGES)
def test_outputs_are_those_of_nbclient(messages: list[Message]) -> None:
    cell = new_code_cell("x")  # type: ignore[no-untyped-call]
    notebook = new_notebook(cells=[cell])  # type: ignore[no-untyped-call]
    client = NotebookClient(notebook, record_timing=False)
    client.reset_execution_trackers()
    client.clear_before_next_output = False
    front_end = FrontEnd()
    area = front_end.request(REQUEST)
    for one in messages:
        client.process_message(copy.deepcopy(one), cell, 0)
        front_end.take(copy.deepcopy(one))
    joined, _ = CoalesceStreamsPreprocessor().preprocess_cell(cell, {}, 0)  # type: ignore[no-untyped-call]
    assert area.outputs() == joined["outputs"]


@given(st.text("ab\b\r\n", max_size=30))
def test_nothing_that_was_overwritten_is_left(text: str) -> None:
    left = overwritten(text)
    assert overwritten(left) == left
    assert left.count("\n") == text.count("\n")
    assert all("\r" not in line[:-1] for line in left.split("\n"))


def test_a_long_line_and_many_short_ones_are_joined_in_no_time() -> None:
    area = OutputArea()
    for _ in range(200_000):
        area.add({"output_type": "stream", "name": "stdout", "text": "0123456789"})
    area.add({"output_type": "stream", "name": "stdout", "text": "\rend"})
    assert area.outputs() == [{"output_type": "stream", "name": "stdout", "text": "end"}]


def test_backspaces_take_away_what_stands_before_them() -> None:
    assert overwritten("10%\b\b\b20%\b\b\b30%\n") == "30%\n"


def test_outputs_of_a_request_that_nobody_made_are_dropped() -> None:
    front_end = FrontEnd()
    front_end.take(message("stream", {"name": "stdout", "text": "lost"}))
    front_end.take(message("clear_output", {"wait": False}))
    assert front_end.request(REQUEST).outputs() == []
