"""Messages come whole, with what belongs to them, or end the connection."""

import os
import socket
from collections.abc import Iterator

import pytest

from workshop_kit.pages.stored import messages
from workshop_kit.pages.stored.messages import Channel, NoMoreMessages, encode


@pytest.fixture
def ends() -> Iterator[tuple[Channel, socket.socket]]:
    here, there = socket.socketpair()
    channel = Channel(here)
    yield channel, there
    channel.close()
    there.close()


def test_messages_arrive_in_order_however_they_are_cut(
    ends: tuple[Channel, socket.socket],
) -> None:
    channel, there = ends
    line = encode({"first": "é"}) + encode({"second": 2})
    there.sendall(line[:5])
    assert channel.arrived() == []
    there.sendall(line[5:])
    assert channel.receive() == {"first": "é"}
    assert channel.receive() == {"second": 2}


def test_a_descriptor_comes_with_its_message(ends: tuple[Channel, socket.socket]) -> None:
    channel, there = ends
    read, write = os.pipe()
    Channel(there).send({"take": "this"}, write)
    os.close(write)
    assert channel.receive() == {"take": "this"}
    taken = channel.descriptors.popleft()
    os.write(taken, b"here")
    assert os.read(read, 10) == b"here"
    os.close(taken)
    os.close(read)


@pytest.mark.parametrize("said", [b"nothing\n", b"[1]\n", b"\xff\n", b"\n", b'{"begun'])
def test_what_is_no_message_ends_the_connection(
    ends: tuple[Channel, socket.socket], said: bytes
) -> None:
    channel, there = ends
    there.sendall(said)
    there.shutdown(socket.SHUT_WR)
    with pytest.raises(NoMoreMessages):
        channel.receive()


def test_a_message_has_a_longest_size(
    ends: tuple[Channel, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "MAX_LINE", 1000)
    channel, there = ends
    with pytest.raises(ValueError, match="1013 bytes"):
        channel.send({"text": "x" * 1001})
    there.sendall(b"x" * 1001)
    with pytest.raises(NoMoreMessages):
        channel.receive()


def test_who_says_something_to_nobody_is_told(ends: tuple[Channel, socket.socket]) -> None:
    channel, there = ends
    there.close()
    with pytest.raises(NoMoreMessages):
        channel.send({"hello": 1})
