"""What a browser hears over a real websocket when a widget gets what it does not expect."""

import asyncio
import json
from itertools import pairwise
from typing import Any

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.kit_process import KitProcess
from tests.pages.kernel_of_page import opened
from tests.people import Browser, Facilitator

V1 = "v1.kernel.websocket.jupyter.org"
BAD: list[Any] = [
    {"method": "custom", "content": 7},
    {"method": "custom", "content": None},
    {"method": "custom"},
    {"method": "update", "state": 7},
    {"method": "update", "state": {"words": 7}},
    {"method": "nothing"},
    7,
    {},
]
SENTENCE = "A part of this page did not work. Nothing you wrote is lost. Reload the page."


def message(kind: str, content: dict[str, Any], number: int) -> dict[str, Any]:
    header = {"msg_id": f"m{number}", "session": "abc", "username": "", "version": "5.3"}
    return {
        "channel": "shell",
        "header": header | {"msg_type": kind, "date": "2026-11-22T00:00:00Z"},
        "parent_header": {},
        "metadata": {},
        "content": content,
    }


def packed(told: dict[str, Any], subprotocol: str | None) -> str | bytes:
    """Return a message as browsers send it: JSON, or Voilà's newer binary form."""
    if subprotocol is None:
        return json.dumps(told)
    names = ("header", "parent_header", "metadata", "content")
    parts = [told["channel"].encode(), *(json.dumps(told[name]).encode() for name in names)]
    offsets = [8 * (len(parts) + 2)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    numbers = [len(offsets), *offsets]
    return b"".join(number.to_bytes(8, "little") for number in numbers) + b"".join(parts)


def unpacked(heard: str | bytes) -> dict[str, Any]:
    if isinstance(heard, str):
        found: dict[str, Any] = json.loads(heard)
        return found
    count = int.from_bytes(heard[:8], "little")
    at = [int.from_bytes(heard[8 * (i + 1) : 8 * (i + 2)], "little") for i in range(count)]
    parts = [heard[start:end] for start, end in pairwise(at)]
    header, _parent, _metadata, content = (json.loads(part) for part in parts[1:5])
    return {"msg_type": header["msg_type"], "content": content}


async def until(socket: WebSocketClientConnection, kind: str) -> list[dict[str, Any]]:
    """Return everything that is heard up to a kind of message."""
    heard: list[dict[str, Any]] = []
    while not heard or heard[-1]["msg_type"] != kind:
        said = await asyncio.wait_for(socket.read_message(), 60)
        assert said is not None
        heard.append(unpacked(said))
    return heard


async def talk(person: Browser, kernel: str, subprotocol: str | None) -> list[dict[str, Any]]:
    """Send widgets what they do not expect, then a good request, and return all that is heard."""
    url = f"{person.url}/api/kernels/{kernel}/channels?session_id=abc".replace("http", "ws", 1)
    cookies = "; ".join(f"{one.name}={one.value}" for one in person.http.cookies)
    request = HTTPRequest(url, headers={"Cookie": cookies})
    names = [subprotocol] if subprotocol else None
    socket = await websocket_connect(request, subprotocols=names)
    binary = subprotocol is not None

    async def send(kind: str, content: dict[str, Any], number: int) -> None:
        told = packed(message(kind, content, number), subprotocol)
        await socket.write_message(told, binary=binary)

    await send("comm_info_request", {}, 1)
    comms = (await until(socket, "comm_info_reply"))[-1]["content"]["comms"]
    assert comms
    for number, (comm, data) in enumerate([(c, data) for c in comms for data in BAD], start=2):
        await send("comm_msg", {"comm_id": comm, "data": data}, number)
    await send("comm_msg", {"comm_id": "nothing", "data": {}}, 900)
    for number, comm in enumerate(comms, start=1000):
        good = {"method": "custom", "content": {"ask": "again"}}
        await send("comm_msg", {"comm_id": comm, "data": good}, number)
    heard: list[dict[str, Any]] = []
    while not any('"ask": "again"' in json.dumps(one) for one in heard):
        heard += await until(socket, "comm_msg")
    socket.close()
    while await socket.read_message() is not None:
        pass
    return heard


def test_a_broken_message_is_told_in_a_sentence_and_the_page_goes_on(
    server: KitProcess, facilitator: Facilitator
) -> None:
    for subprotocol in (None, V1):
        heard = asyncio.run(talk(facilitator, opened(facilitator, "notes"), subprotocol))
        errors = [one["content"] for one in heard if one["msg_type"] == "error"]
        assert errors
        assert {error["evalue"] for error in errors} == {SENTENCE}
        assert {line for error in errors for line in error["traceback"]} == {SENTENCE}
        said = {one["content"]["text"].strip() for one in heard if one["msg_type"] == "stream"}
        assert said <= {SENTENCE}
        everything = json.dumps(heard)
        for place in ("Traceback", "site-packages", "workshop_kit/", ".py", "/usr/"):
            assert place not in everything
