"""HTTP by hand: thousands of clients in one process that take little of the servers' two cores."""

import asyncio
import time
from dataclasses import dataclass

from benchmarks.page_costs.servers import HALL


@dataclass(frozen=True)
class Reply:
    """What came back, and how many seconds until the last byte."""

    status: int
    whole: bool
    size: int
    seconds: float


def head(method: str, path: str, port: int, cookies: dict[str, str], *more: str) -> bytes:
    """Return the first lines of a request as a phone sends them."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HALL}:{port}", "Accept-Encoding: gzip, deflate"]
    if cookies:
        lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()))
    return "\r\n".join([*lines, *more, "", ""]).encode()


def read_status(reply: bytes) -> int:
    """Return the status of a reply; 0 for what is none."""
    words = reply.split(b"\r\n", 1)[0].split()
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0


def is_whole(reply: bytes) -> bool:
    """Tell whether a reply that ended is as long as it said."""
    first, found, body = reply.partition(b"\r\n\r\n")
    lines = [line.lower() for line in first.split(b"\r\n")]
    for line in lines:
        name, _colon, value = line.partition(b":")
        if name == b"content-length":
            return len(body) == int(value)
        if (name, value.strip()) == (b"transfer-encoding", b"chunked"):
            return body.endswith(b"0\r\n\r\n")
    return bool(found)


async def fetch(port: int, path: str, cookies: dict[str, str], patience: float) -> Reply:
    """Ask for a page on a connection of its own, and read all of it."""
    begun = time.perf_counter()
    try:
        async with asyncio.timeout(patience):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                writer.write(head("GET", path, port, cookies, "Connection: close"))
                await writer.drain()
                reply = await reader.read()
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return Reply(0, whole=False, size=0, seconds=time.perf_counter() - begun)
    seconds = time.perf_counter() - begun
    return Reply(read_status(reply), is_whole(reply), len(reply), seconds)
