"""A crowd on loopback for measurements: people as raw sockets, cheap enough for one process."""

import asyncio
import json
import resource
from typing import Any, NamedTuple

HOST = "127.0.0.1"


class Person(NamedTuple):
    """Who joined: the cookies, the XSRF token and the session's address."""

    cookies: str
    xsrf: str
    session: str

    def request(self, method: str, path: str, body: bytes = b"", more: str = "") -> bytes:
        """Return a request as a phone's browser sends it, path under the session's address."""
        head = (
            f"{method} /room/{self.session}/participant/{path} HTTP/1.1\r\nHost: {HOST}\r\n"
            f"Cookie: {self.cookies}\r\nX-XSRFToken: {self.xsrf}\r\n{more}"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


def open_all_files() -> int:
    """Let this process hold as many connections as the system allows; return how many."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


class Reply(NamedTuple):
    """A reply's status, the cookies it sets, and its JSON."""

    status: int
    cookies: dict[str, str]
    body: Any


async def read_reply(reader: asyncio.StreamReader) -> Reply:
    """Read one reply of a connection that is kept."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    cookies, length = {}, 0
    for line in head[1:]:
        name, _, value = line.partition(": ")
        if name.lower() == "set-cookie":
            key, _, rest = value.partition("=")
            cookies[key] = rest.partition(";")[0]
        if name.lower() == "content-length":
            length = int(value)
    text = await reader.readexactly(length)
    body = json.loads(text) if text.startswith(b"{") else None
    return Reply(int(head[0].split()[1]), cookies, body)


async def join(port: int, code: str) -> Person:
    """Join as a phone does: the page that gives the XSRF cookie, then the code."""
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        writer.write(f"GET / HTTP/1.1\r\nHost: {HOST}\r\n\r\n".encode())
        xsrf = (await read_reply(reader)).cookies["_xsrf"]
        body = json.dumps({"code": code, "consent": True}).encode()
        writer.write(
            f"POST /room/join HTTP/1.1\r\nHost: {HOST}\r\nCookie: _xsrf={xsrf}\r\n"
            f"X-XSRFToken: {xsrf}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        reply = await read_reply(reader)
    finally:
        writer.close()
    if reply.status != 200:
        raise RuntimeError(reply)
    cookies = {"_xsrf": xsrf, **reply.cookies}
    return Person("; ".join(f"{k}={v}" for k, v in cookies.items()), xsrf, reply.body["session"])


async def join_all(port: int, code: str, number: int, together: int = 20) -> list[Person]:
    """Join one after another, some at a time."""
    turn = asyncio.Semaphore(together)

    async def one() -> Person:
        async with turn:
            return await join(port, code)

    return await asyncio.gather(*(one() for _ in range(number)))


class Feed:
    """One person's open feed; it keeps the last state and the time of its coming.

    Parameters
    ----------
    person
        Who listens.
    """

    def __init__(self, person: Person) -> None:
        self.person = person
        self.state: dict[str, Any] = {}
        self.came_at = 0.0
        self.ended = False
        self._task: asyncio.Task[None] | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def open(self, port: int) -> None:
        """Connect, and return with the first state."""
        # A small buffer: thousands of them stand in one process.
        reader, self._writer = await asyncio.open_connection(HOST, port, limit=4096)
        self._writer.write(self.person.request("GET", "feed", more="Accept: text/event-stream\r\n"))
        status = await reader.readline()
        if b" 200 " not in status:
            raise RuntimeError(status)
        await self._next_state(reader)
        self._task = asyncio.create_task(self._read(reader))

    async def _next_state(self, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            if line.startswith(b'data: {"version"'):
                self.state = json.loads(line[6:])
                self.came_at = asyncio.get_running_loop().time()
                return
        raise asyncio.IncompleteReadError(b"", None)

    async def _read(self, reader: asyncio.StreamReader) -> None:
        try:
            while True:
                await self._next_state(reader)
        except (asyncio.IncompleteReadError, ConnectionError):
            self.ended = True

    def close(self) -> None:
        """Let go of it."""
        if self._task:
            self._task.cancel()
        if self._writer:
            self._writer.close()
