"""A browser's websocket to a kernel, driven by hand: what no page of ours would send."""

import asyncio
import itertools
import json
from collections.abc import Awaitable, Callable
from typing import Any
from weakref import WeakSet

from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.pages.test_kernel_socket import V1, message, packed, unpacked
from tests.people import Browser

PATIENCE = 60
"""Seconds after which a test gives up; nothing is measured."""
_numbers = itertools.count(1)
_ended: WeakSet[WebSocketClientConnection] = WeakSet()


async def attached(
    person: Browser, kernel: str, session: str = "abc", **headers: str
) -> WebSocketClientConnection:
    """Open a kernel's websocket with a person's cookies."""
    address = f"{person.url}/api/kernels/{kernel}/channels?session_id={session}"
    cookies = "; ".join(f"{one.name}={one.value}" for one in person.http.cookies)
    asked = HTTPRequest(address.replace("http", "ws", 1), headers={"Cookie": cookies} | headers)
    return await websocket_connect(asked, subprotocols=[V1])


async def send(
    socket: WebSocketClientConnection,
    kind: str,
    content: dict[str, Any],
    *,
    name: str = "",
    channel: str = "shell",
    version: str = "",
) -> None:
    """Send a message under a name of one's own; ``version`` is that of the widgets' protocol."""
    metadata = {"version": version} if version else {}
    told = message(kind, content, 0) | {"channel": channel, "metadata": metadata}
    told["header"]["msg_id"] = name or f"message-{next(_numbers)}"
    await socket.write_message(packed(told, V1), binary=True)


async def heard(socket: WebSocketClientConnection) -> dict[str, Any] | None:
    """Return the next message; nothing once the connection has ended."""
    said = await asyncio.wait_for(socket.read_message(), PATIENCE)
    return None if said is None else unpacked(said)


async def until(socket: WebSocketClientConnection, kind: str) -> list[dict[str, Any]]:
    """Return all that is heard up to a kind of message, or up to the end."""
    found: list[dict[str, Any]] = []
    while (one := await heard(socket)) is not None:
        found.append(one)
        if one["msg_type"] == kind:
            break
    return found


async def ended(socket: WebSocketClientConnection) -> None:
    """Hear a connection out."""
    while socket not in _ended and await heard(socket) is not None:
        pass
    _ended.add(socket)
    socket.close()


def status(person: Browser, kernel: str, **headers: str) -> int:
    """Try to open a kernel's websocket; return 101 or the status of the refusal."""

    async def use() -> int:
        try:
            socket = await attached(person, kernel, **headers)
        except HTTPClientError as error:
            return error.code
        socket.close()
        await ended(socket)
        return 101

    return asyncio.run(use())


def talk(
    person: Browser,
    kernel: str,
    use: Callable[[WebSocketClientConnection], Awaitable[Any]],
) -> Any:
    """Do something with a kernel's websocket, then close it."""

    async def run() -> Any:
        socket = await attached(person, kernel)
        found = await use(socket)
        socket.close()
        await ended(socket)
        return found

    return asyncio.run(run())


def comms(person: Browser, kernel: str) -> list[str]:
    """Return the ids of a kernel's comms."""

    async def use(socket: WebSocketClientConnection) -> list[str]:
        await send(socket, "comm_info_request", {})
        return sorted((await until(socket, "comm_info_reply"))[-1]["content"]["comms"])

    found: list[str] = talk(person, kernel, use)
    return found


def states(person: Browser, kernel: str) -> dict[str, Any]:
    """Return the state of every widget of a kernel, as its page would ask for it."""

    async def use(socket: WebSocketClientConnection) -> dict[str, Any]:
        opened = {"comm_id": "ask", "target_name": "jupyter.widget.control", "data": {}}
        await send(socket, "comm_open", opened, version="1.0.0")
        ask = {"comm_id": "ask", "data": {"method": "request_states"}}
        await send(socket, "comm_msg", ask)
        said = (await until(socket, "comm_msg"))[-1]["content"]["data"]
        found: dict[str, Any] = said["states"]
        return found

    told: dict[str, Any] = json.loads(json.dumps(talk(person, kernel, use)))
    return told
