"""The websocket of a page's kernel loses nothing, whoever listens to the kernel already."""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.kit_process import free_port
from tests.pages.stored.woken import WIDGETS, write


class Visit:
    """A visit to a stored page, without a browser."""

    def __init__(self, port: int, page: str, cookies: list[str]) -> None:
        self.port = port
        self.sockets: list[WebSocketClientConnection] = []
        self.cookie = "; ".join(cookie.split(";")[0] for cookie in cookies)
        found = re.search(r'id="stored-state"[^>]*>(.*?)</script>', page)
        assert found
        models = json.loads(found[1])["state"].items()
        by_name = {model["model_name"]: one for one, model in models}
        self.text, self.label = by_name["TextModel"], by_name["LabelModel"]

    async def wake(self) -> str:
        """Return the id of a new kernel."""
        token = re.search(r"_xsrf=([^;]+)", self.cookie)
        assert token
        headers = {"X-XSRFToken": token[1], "Cookie": self.cookie}
        address = f"http://127.0.0.1:{self.port}/kernel"
        asked = HTTPRequest(address, "POST", headers, "", request_timeout=60)
        kernel: str = json.loads((await AsyncHTTPClient().fetch(asked)).body)["id"]
        return kernel

    async def connect(self, kernel: str, session: str) -> WebSocketClientConnection:
        """Connect to a kernel."""
        address = f"ws://127.0.0.1:{self.port}/api/kernels/{kernel}/channels?session_id={session}"
        asked = HTTPRequest(address, headers={"Cookie": self.cookie}, request_timeout=60)
        self.sockets.append(await websocket_connect(asked))
        return self.sockets[-1]

    async def close(self) -> None:
        """Close every websocket, and wait until it is."""
        while self.sockets:
            socket = self.sockets.pop()
            socket.close()
            while await socket.read_message() is not None:
                pass

    async def ask(self, socket: WebSocketClientConnection, value: str) -> str:
        """Say a value and return Python's answer."""
        await socket.write_message(self.said(value))
        return await self.heard(socket)

    def said(self, value: str) -> str:
        """Return the message that tells Python a new value of the text."""
        data = {"method": "update", "state": {"value": value}, "buffer_paths": []}
        header = {"msg_id": uuid4().hex, "msg_type": "comm_msg", "session": "", "version": "5.3"}
        return json.dumps(
            {
                "channel": "shell",
                "header": {**header, "username": "", "date": "2026-01-01T00:00:00Z"},
                "parent_header": {},
                "metadata": {},
                "content": {"comm_id": self.text, "data": data},
            }
        )

    async def heard(self, socket: WebSocketClientConnection) -> str:
        """Return the label's next value."""
        while True:
            message: dict[str, Any] = json.loads(await socket.read_message() or "null")
            content = message["content"]
            if message["msg_type"] == "comm_msg" and content["comm_id"] == self.label:
                value: str = content["data"]["state"]["value"]
                return value.rsplit(" ", 1)[0]


@asynccontextmanager
async def visit(folder: Path) -> AsyncIterator[Visit]:
    notebook, port = write(folder / "page.ipynb", WIDGETS), free_port()
    command = [sys.executable, "-m", "tests.pages.stored.front_server", str(port), str(notebook)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            await asyncio.to_thread(server.stdout.readline)
            page = await _first_page(port)
            visitor = Visit(port, page.body.decode(), page.headers.get_list("Set-Cookie"))
            yield visitor
            await visitor.close()
        finally:
            server.terminate()


async def _first_page(port: int) -> Any:
    while True:
        try:
            return await AsyncHTTPClient().fetch(f"http://127.0.0.1:{port}/page")
        except ConnectionRefusedError:  # it says that it is ready before it listens
            await asyncio.sleep(0.05)


def test_every_page_that_connects_hears_all_from_the_first_message_on(tmp_path: Path) -> None:
    async def walk() -> None:
        async with visit(tmp_path) as page:
            kernel = await page.wake()
            one = await page.connect(kernel, "one")
            assert await page.ask(one, "first") == "first 1"
            other = await page.connect(kernel, "other")
            assert await page.ask(other, "second") == "second 2"
            assert await page.heard(one) == "second 2"

    asyncio.run(walk())


def test_a_page_that_was_away_goes_on_with_the_channels_it_had(tmp_path: Path) -> None:
    async def walk() -> None:
        async with visit(tmp_path) as page:
            kernel = await page.wake()
            before = await page.connect(kernel, "one")
            await before.write_message(page.said("asked"))
            await page.close()
            back = await page.connect(kernel, "one")
            heard = await page.ask(back, "again")
            if heard == "asked 1":  # the page was away before this could be said
                heard = await page.heard(back)
            assert heard == "again 2"

    asyncio.run(walk())
