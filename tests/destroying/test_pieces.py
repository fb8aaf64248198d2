"""Runs of 20 bytes, wherever in a file they stand and however they are written there."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.destroying import pieces as module
from workshop_kit.destroying.pieces import PIECE, Pieces, batches, search, stand_in

TEXT = 'The elders said: q̓ic̓əy "first",\nthen the rest'


@given(st.binary(max_size=90), st.binary(max_size=90), st.text(min_size=8, max_size=60), st.data())
def test_a_run_of_20_bytes_is_found_wherever_it_stands(
    before: bytes, after: bytes, text: str, data: st.DataObject
) -> None:
    way = text.encode("utf-8")
    found = Pieces([text])
    if len(way) >= PIECE:
        start = data.draw(st.integers(0, len(way) - PIECE))
        piece = way[start : start + PIECE]
        assert piece in found.within(before + piece + after)
    assert found.within(before) == {
        before[at : at + PIECE]
        for at in range(len(before))
        if before[at : at + PIECE] in found.whole
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "json", "json as typed"])
def test_each_way_in_which_a_file_may_hold_it(encoding: str) -> None:
    if encoding.startswith("json"):
        content = json.dumps([TEXT], ensure_ascii=encoding == "json").encode()
    else:
        content = TEXT.encode(encoding)
    looked_for = Pieces([TEXT])
    assert looked_for.within(content[7 : 7 + PIECE])
    assert not looked_for.within(content[7 : 7 + PIECE - 1])
    assert not looked_for.within(content.upper().swapcase()[:PIECE].replace(b"e", b"o"))


def test_half_a_letter_breaks_nothing() -> None:
    assert Pieces(["\ud800" * 30]).whole
    assert Pieces(["", "short"]).whole == set()


def test_every_file_is_searched_across_the_borders_of_what_is_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CHUNK", 64)
    (tmp_path / "deep" / "er").mkdir(parents=True)
    for shift in range(70):
        content = b"." * shift + TEXT.encode()[:PIECE] + b"." * 50
        (tmp_path / "deep" / "er" / f"{shift}").write_bytes(content)
    (tmp_path / "other").write_bytes(b"something else" * 40)
    found = search(tmp_path, Pieces([TEXT]))
    assert (found.files, len(found.found), found.unread) == (71, 70, [])


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe with a name")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert search(tmp_path, Pieces([TEXT])).found == {}


def test_few_pieces_are_held_at_once_however_much_was_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", 1000)
    texts = [f"{number}: what somebody wrote at table {number}" for number in range(300)]
    every = [one.whole for one in batches(texts)]
    assert set().union(*every) == Pieces(texts).whole
    assert max(map(len, every)) < 1300
    assert [one.whole for one in batches([])] == [set()]


def test_pieces_stand_in_texts_that_have_all_of_them() -> None:
    pieces = Pieces([TEXT]).whole
    assert stand_in(pieces, ["Something else that is long enough", TEXT])
    assert not stand_in(pieces, [TEXT[1:]])
    assert stand_in(set(), [])
