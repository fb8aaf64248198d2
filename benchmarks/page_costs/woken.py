"""Many pages need Python at the same moment: kernels woken, their first replies, their memory."""

import asyncio
import json
import re
import time
import uuid
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from benchmarks.page_costs.kit import Kit
from benchmarks.page_costs.processes import Processes
from benchmarks.page_costs.raw_http import fetch

PATIENCE = 120.0
SETTLE = 5.0
STAND_IN = "stored.stand_in"
"""The module of a kernel that executed its notebook by itself, because none could be forked."""
STATE = re.compile(r'<script id="stored-state"[^>]*>(.*?)</script>', re.DOTALL)
PAGE = re.compile(r'<script id="stored-page"[^>]*>(.*?)</script>', re.DOTALL)
Message = dict[str, Any]


@dataclass(frozen=True)
class StoredPage:
    """What a page says of itself: where its kernel is asked for, which widget is its button."""

    kernel: str
    channels: str
    button: str

    @classmethod
    def read(cls, html: str) -> "StoredPage | None":
        """Read it from a page; none is found in a page that began with a kernel."""
        page, state = PAGE.search(html), STATE.search(html)
        if page is None or state is None:
            return None
        said, models = json.loads(page[1]), json.loads(state[1])["state"]
        buttons = [key for key, one in models.items() if one["model_name"] == "ButtonModel"]
        return cls(said["kernel"], said["channels"], buttons[0])


def message(kind: str, content: Message) -> str:
    """Return a message to a kernel's shell, as a page's front end sends it."""
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "version": "5.3"}
    header |= {"session": "", "username": "", "date": ""}
    return json.dumps(
        {
            "channel": "shell",
            "header": header,
            "parent_header": {},
            "metadata": {},
            "content": content,
            "buffers": [],
        }
    )


class Phone:
    """One page in its own browser, whose button is pressed."""

    def __init__(self, kit: Kit, number: int, page: StoredPage) -> None:
        self._root = f"127.0.0.1:{kit.port}"
        cookies = kit.cookies(number)
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        self._headers = {"Cookie": cookie, "X-XSRFToken": cookies["_xsrf"]}
        self._page = page
        self.turned_away = 0

    async def press(self) -> float:
        """Wake a kernel, press the button, return seconds until Python's reply is here."""
        begun = time.perf_counter()
        kernel = await self._wake(begun)
        session = uuid.uuid4().hex
        url = f"ws://{self._root}{self._page.channels}{kernel}/channels?session_id={session}"
        wanted = HTTPRequest(url, headers=self._headers, connect_timeout=PATIENCE)
        socket = await websocket_connect(wanted)
        try:
            # The front end of JupyterLab asks this first, and holds the rest until it is answered.
            await socket.write_message(message("kernel_info_request", {}))
            await _until(socket, lambda one: one["msg_type"] == "kernel_info_reply")
            click = {"method": "custom", "content": {"event": "click"}}
            press = {"comm_id": self._page.button, "data": click}
            await socket.write_message(message("comm_msg", press))
            await _until(socket, lambda one: "Reply 1 from" in json.dumps(one["content"]))
            taken = time.perf_counter() - begun
            self.socket = socket  # closing it could end the kernel, whose memory is read later
        except BaseException:
            socket.close()
            raise
        return taken

    async def _wake(self, begun: float) -> str:
        while True:
            reply = await self._post()
            if reply.code == 201:
                return str(json.loads(reply.body)["id"])
            if reply.code != 503 or time.perf_counter() - begun > PATIENCE:
                raise RuntimeError(f"{reply.code} for a kernel")
            self.turned_away += 1
            await asyncio.sleep(float(reply.headers.get("Retry-After", "1")))

    async def _post(self) -> HTTPResponse:
        url = f"http://{self._root}{self._page.kernel}"
        asked = HTTPRequest(url, "POST", self._headers, body=b"", request_timeout=PATIENCE)
        return await AsyncHTTPClient().fetch(asked, raise_error=False)


async def _until(socket: WebSocketClientConnection, fits: Any) -> None:
    while True:
        said = await socket.read_message()
        if said is None:
            raise RuntimeError("the kernel's connection was closed")
        if fits(json.loads(said)):
            return


def measure_woken(kit: Kit, kernels: int) -> dict[str, Any]:
    """Press the buttons of many pages at once."""
    with kit.running() as pid:
        page = StoredPage.read(kit.html(0))
        if page is None:
            return {"missing": "the page has a kernel from the beginning"}
        return asyncio.run(_wake_all(kit, page, Processes(pid), kernels))


async def _wake_all(kit: Kit, page: StoredPage, cost: Processes, kernels: int) -> dict[str, Any]:
    AsyncHTTPClient.configure(None, max_clients=kernels)
    await Phone(kit, 0, page).press()  # the first one warms up, and stays
    for number in range(kernels + 1):
        await fetch(kit.port, kit.path, kit.cookies(number), PATIENCE)
    await asyncio.sleep(SETTLE)
    await asyncio.to_thread(cost.rest)
    memory, cpu, before = cost.megabytes(), cost.cpu_seconds(), cost.number()
    phones = [Phone(kit, number, page) for number in range(1, kernels + 1)]
    presses = (asyncio.wait_for(phone.press(), PATIENCE) for phone in phones)
    done = await asyncio.gather(*presses, return_exceptions=True)
    await asyncio.sleep(SETTLE)
    seconds = sorted(one for one in done if isinstance(one, float))
    failed = [one for one in done if isinstance(one, BaseException)]
    woken = cost.number() - before
    return {
        "kernels": kernels,
        "replied": len(seconds),
        "turned_away": sum(phone.turned_away for phone in phones),
        "problems": dict(Counter(str(one) or type(one).__name__ for one in failed)),
        "first_reply_s": round(seconds[0], 3) if seconds else None,
        "median_reply_s": round(seconds[len(seconds) // 2], 3) if seconds else None,
        "last_reply_s": round(seconds[-1], 3) if seconds else None,
        "processes": woken,
        "stand_ins": cost.number(STAND_IN),
        "mb_a_kernel": round((cost.megabytes() - memory) / woken, 2) if woken else None,
        "cpu_s_a_kernel": round((cost.cpu_seconds() - cpu) / woken, 3) if woken else None,
    }
