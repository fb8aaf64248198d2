"""An evening of phones that listen and then say nothing any more; prints how it went, as JSON.

It runs inside a network namespace, where the phones that vanish have an address of their own.
"""

import json
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil

from tests.faults.namespaces import until
from tests.faults.phones import Phone, Sending, lost_and_doubled
from tests.kit_process import KitProcess
from tests.people import Facilitator

VANISHING = "127.0.0.2"
RULES = f"""
table inet hall {{
    chain hall {{
        type filter hook input priority 0;
        ip saddr {VANISHING} drop
        ip daddr {VANISHING} drop
    }}
}}
"""


def listening(phone: Phone) -> socket.socket:
    """Open a phone's feed and read only how the reply begins."""
    _, _, address = phone.url.rpartition("/")
    host, port = address.split(":")
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.bind((VANISHING, 0))
    connection.connect((host, int(port)))
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in phone.http.cookies)
    head = f"GET {phone.mine('feed')} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookies}\r\n\r\n"
    connection.sendall(head.encode())
    assert connection.recv(12) == b"HTTP/1.1 200"
    return connection


def memory(pid: int) -> int:
    """Return the bytes that a process holds."""
    return int(psutil.Process(pid).memory_info().rss)


def main() -> None:
    data, number = Path(sys.argv[1]), int(sys.argv[2])
    with KitProcess(data) as kit:
        facilitator = Facilitator.with_new_workshop(kit.url).opened()
        facilitator.open_all()
        code = facilitator.known()["join_code"]
        others = Phone.several(5, kit.url, code)
        phones = Phone.several(number, kit.url, code)
        before = memory(kit.pid)
        connections = [listening(phone) for phone in phones]
        until(lambda: facilitator.state()["people"]["connected"] == number)
        with Sending(others, lambda phone: [phone.send(key, "words") for key in ("q2", "q3")]):
            pass
        after = memory(kit.pid)
        program = shutil.which("nft") or "nft"
        subprocess.run([program, "-f", "-"], input=RULES, text=True, check=True)
        begun = time.monotonic()
        with Sending(others, lambda phone: [phone.send(key, "more") for key in ("q2", "q3")]):
            pass
        until(lambda: facilitator.state()["people"]["connected"] == 0, 120)
        seconds = time.monotonic() - begun
        for connection in connections:
            connection.close()
    [path] = data.glob(f"sessions/*-{facilitator.session[:8]}.session")
    lost, doubled = lost_and_doubled(path, others)
    told = {
        "people": number,
        "KiB each": round((after - before) / number / 1024),
        "seconds until they were dropped": round(seconds, 1),
        "lost": lost,
        "doubled": doubled,
    }
    print(json.dumps(told))  # noqa: T201 - read by the test


if __name__ == "__main__":
    main()
