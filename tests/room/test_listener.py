"""A listener that does not read: it costs two messages at most, and not for ever."""

import asyncio
import socket
from collections.abc import Awaitable, Callable

from tornado.iostream import IOStream

from workshop_kit.model import Role
from workshop_kit.room.listener import SILENT_BEATS, Listener, Message

BIG = 200_000
"""More than a connection holds between two programs that do not read."""


def with_phone(test: Callable[[Listener, IOStream, IOStream], Awaitable[None]]) -> None:
    """Run a test with a listener, its stream, and the phone's end of the connection."""

    async def run() -> None:
        here, there = socket.socketpair()
        for end in (here, there):
            end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
        stream, phone = IOStream(here), IOStream(there)
        try:
            await test(Listener(Role.PARTICIPANT, "somebody", stream), stream, phone)
        finally:
            stream.close()
            phone.close()

    asyncio.run(asyncio.wait_for(run(), 30))


def big(text: str) -> Message:
    return Message(text.ljust(BIG) + "\n\n")


async def heard(phone: IOStream) -> str:
    size = int(await phone.read_until(b"\r\n"), 16)
    text = await phone.read_bytes(size)
    assert await phone.read_bytes(2) == b"\r\n"
    return text.decode().strip()


def test_each_message_is_one_chunk() -> None:
    async def test(listener: Listener, _stream: IOStream, phone: IOStream) -> None:
        for text in ("one", "zwölf"):
            listener.tell(Message(f"{text}\n\n"))
            assert await heard(phone) == text
        listener.end()
        assert await phone.read_until_close() == b"0\r\n\r\n"

    with_phone(test)


def test_only_the_newest_waits_for_who_does_not_read() -> None:
    async def test(listener: Listener, _stream: IOStream, phone: IOStream) -> None:
        for number in range(1000):
            listener.tell(big(str(number)))
        assert [await heard(phone), await heard(phone)] == ["0", "999"]
        listener.tell(Message("and on\n\n"))
        assert await heard(phone) == "and on"

    with_phone(test)


def test_who_takes_nothing_for_long_is_ended() -> None:
    async def test(listener: Listener, stream: IOStream, _phone: IOStream) -> None:
        listener.tell(big("state"))
        for _ in range(SILENT_BEATS):
            listener.beat(Message("beat\n\n"))
        assert not stream.closed()
        listener.beat(Message("beat\n\n"))
        assert stream.closed()

    with_phone(test)


def test_who_reads_again_is_kept() -> None:
    async def test(listener: Listener, stream: IOStream, phone: IOStream) -> None:
        for _ in range(3):
            listener.tell(big("state"))
            for _ in range(SILENT_BEATS):
                listener.beat(Message("beat\n\n"))
            assert await heard(phone) == "state"
            while stream.writing():
                await asyncio.sleep(0)
            listener.beat(Message("beat\n\n"))
            assert await heard(phone) == "beat"

    with_phone(test)


def test_a_closed_stream_is_told_in_vain() -> None:
    async def test(listener: Listener, stream: IOStream, phone: IOStream) -> None:
        listener.tell(big("under way"))
        listener.tell(big("waits"))
        stream.close()
        listener.tell(big("late"))
        listener.beat(big("late"))
        listener.end()
        assert len(await phone.read_until_close()) < BIG

    with_phone(test)
