"""Phones that vanish while they listen, and pages that never read: others are served."""

import base64
import json
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.faults.namespaces import Namespace, needs, until
from tests.faults.phones import Phone
from tests.faults.sizes import FULL, Record, size
from tests.kit_process import KitProcess
from tests.people import Facilitator

LISTENERS = size(40, 500)
SOCKETS = size(20, 500)
KIB_A_LISTENER, KIB_A_SOCKET = 300, 1000  # bounds far above what is measured


def test_phones_that_vanish_are_dropped_and_others_are_served(
    tmp_path: Path, record: Record
) -> None:
    needs("--net", "ip", "nft")
    with Namespace("--net", "ip link set lo up") as network:
        script = ["-m", "tests.faults.silent_evening", str(tmp_path / "data"), str(LISTENERS)]
        said = json.loads(network.run(sys.executable, *script).splitlines()[-1])
    record(said)
    assert said["people"] == LISTENERS
    assert said["KiB each"] < KIB_A_LISTENER
    assert (said["lost"], said["doubled"]) == (0, 0)


def websocket(page: Facilitator, kernel: str, number: int) -> socket.socket:
    """Open a page's websocket to its kernel, and read only that it was taken."""
    address = page.url.removeprefix("http://")
    host, port = address.split(":")
    lines = [
        f"GET /api/kernels/{kernel}/channels?session_id=page-{number} HTTP/1.1",
        f"Host: {address}",
        f"Origin: {page.url}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
        "Sec-WebSocket-Version: 13",
        f"Cookie: {'; '.join(f'{one.name}={one.value}' for one in page.http.cookies)}",
    ]
    connection = socket.create_connection((host, int(port)), timeout=60)
    connection.sendall("\r\n".join([*lines, "", ""]).encode())
    assert connection.recv(12) == b"HTTP/1.1 101"
    return connection


@pytest.fixture
def sockets() -> Iterator[list[socket.socket]]:
    made: list[socket.socket] = []
    yield made
    for connection in made:
        connection.close()


def test_pages_that_never_read_are_bounded_and_dropped(
    server: KitProcess,
    facilitator: Facilitator,
    sockets: list[socket.socket],
    record: Record,
) -> None:
    facilitator.open_all()
    [phone] = Phone.several(1, server.url, facilitator.known()["join_code"])
    kit = psutil.Process(server.pid)
    kernel = facilitator.good("POST", "/kernel/notes")["id"]
    before, files = kit.memory_info().rss, kit.num_fds()
    sockets += [websocket(facilitator, kernel, number) for number in range(SOCKETS)]
    phone.send("q3", "words")
    grown = (kit.memory_info().rss - before) / SOCKETS / 1024
    opened = round((kit.num_fds() - files) / SOCKETS, 1)
    record({"people": SOCKETS, "KiB each": round(grown), "files each": opened})
    assert grown < KIB_A_SOCKET
    if not FULL:  # the kit waits for three pings of half a minute
        for connection in sockets:
            connection.close()
    until(lambda: kit.num_fds() < files + SOCKETS / 2, 200)
    phone.send("q3", "more words")
    assert [entry["revision"] for entry in phone.entries()] == [2]
