"""HTTP by hand, against real servers."""

import asyncio

import pytest
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from benchmarks.page_costs.raw_http import Reply, fetch, head, is_whole, read_status


class Greeting(RequestHandler):
    async def get(self) -> None:
        self.write(self.request.headers["Host"].split(":")[0] + self.get_cookie("who", "") * 1000)
        if self.get_argument("in_parts", ""):
            await self.flush()
            self.write("the end")


async def _fetched(path: str) -> Reply:
    server = HTTPServer(Application([("/", Greeting)]))
    [socket] = bind_sockets(0, "127.0.0.1")
    server.add_socket(socket)
    try:
        return await fetch(socket.getsockname()[1], path, {"who": "ann"}, 20)
    finally:
        server.stop()


@pytest.mark.parametrize("path", ["/", "/?in_parts=yes"])
def test_a_page_is_read_to_its_end(path: str) -> None:
    reply = asyncio.run(_fetched(path))
    assert (reply.status, reply.whole) == (200, True)
    assert reply.size > 3_000
    assert reply.seconds > 0


def test_an_error_is_a_reply_too() -> None:
    assert asyncio.run(_fetched("/nowhere")).status == 404


def test_nobody_there_is_no_reply() -> None:
    [socket] = bind_sockets(0, "127.0.0.1")
    port = socket.getsockname()[1]
    socket.close()
    reply = asyncio.run(fetch(port, "/", {}, 20))
    assert (reply.status, reply.whole, reply.size) == (0, False, 0)


def test_a_request_is_one_of_a_phone() -> None:
    sent = head("GET", "/reflect", 80, {"a": "1", "b": "2"}, "Connection: close").decode()
    assert sent.startswith("GET /reflect HTTP/1.1\r\nHost: hall.test:80\r\n")
    assert "\r\nCookie: a=1; b=2\r\nConnection: close\r\n\r\n" in sent
    assert "Cookie" not in head("GET", "/", 80, {}).decode()


@pytest.mark.parametrize(
    ("reply", "whole"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc", True),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab", False),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", True),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n", False),
        (b"HTTP/1.1 200 OK\r\n\r\nuntil it is closed", True),
        (b"HTTP/1.1 200 OK\r\nContent-Le", False),
        (b"", False),
    ],
)
def test_a_page_that_was_cut_off_is_not_whole(reply: bytes, whole: bool) -> None:  # noqa: FBT001
    assert is_whole(reply) is whole


def test_a_status_is_read_from_the_first_line() -> None:
    assert read_status(b"HTTP/1.1 503 Service Unavailable\r\n\r\n") == 503
    assert read_status(b"") == read_status(b"nonsense") == 0
