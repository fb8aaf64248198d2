"""The server as a whole: ports, networks, a proxy in front of it."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.kit_process import KitProcess
from tests.people import Browser, Facilitator, Participant

PUBLIC = "https://hall.example.org"
PROXIED = {
    "Host": "hall.example.org",
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Proto": "https",
}


def test_a_busy_port_is_named_with_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "workshop_kit", "serve", "--no-browser"]
        done = subprocess.run(
            [*command, "--port", str(port), "--data", str(tmp_path)],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert str(port) in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_restarting_keeps_people_signed_in(own_server: KitProcess) -> None:
    mine = Facilitator.with_new_workshop(own_server.url).opened()
    mine.question("q9", "open")
    person = Participant.joined(own_server.url, mine.known()["join_code"])
    assert person.put("q9", {"shape": "action", "action": "Meet"}).ok
    own_server.kill()
    own_server.start()
    assert person.entries()[0]["body"]["action"] == "Meet"
    assert mine.known()["state"] == "open"


def test_behind_a_proxy_the_public_address_counts(tmp_path: Path) -> None:
    with KitProcess(tmp_path / "data", "--public-url", PUBLIC) as server:
        mine = Facilitator.with_new_workshop(server.url).opened()
        told = mine.state()
        assert told["public_url"] == PUBLIC
        code = mine.known()["join_code"]
        away = Browser(server.url)
        body = {"code": code, "consent": True}
        good = away.ask("POST", "/room/join", body, headers={**PROXIED, "Origin": PUBLIC})
        assert good.ok, good.text
        assert "secure" in good.headers["Set-Cookie"].lower()
        other = {**PROXIED, "Origin": "https://elsewhere.example.org"}
        assert away.ask("POST", "/room/join", body, headers=other).status_code == 404
        for path in ("/sign-in", "/room/sessions"):
            assert away.ask("GET", path, headers=PROXIED).status_code == 403
        entering = {"role": "facilitator", "session": mine.session, "passphrase": mine.passphrase}
        assert away.ask("POST", "/room/enter", entering, headers=PROXIED).status_code == 403


def test_from_anywhere_only_when_asked_for(tmp_path: Path) -> None:
    with KitProcess(tmp_path / "data", "--facilitate-from-anywhere") as server:
        mine = Facilitator.with_new_workshop(server.url)
        entering = {"role": "facilitator", "session": mine.session, "passphrase": mine.passphrase}
        away = Browser(server.url)
        reply = away.ask("POST", "/room/enter", entering, headers={"Host": "hall.test"})
        assert reply.ok, reply.text
        planned = away.ask("POST", "/room/sessions", {"title": "X"}, headers={"Host": "hall.test"})
        assert planned.status_code == 403
        code = mine.known()["join_code"]
        for wrong, status in (("CCCCCC", 404), (code, 200)):
            entering = {"role": "facilitator", "code": wrong, "passphrase": mine.passphrase}
            reply = away.ask("POST", "/room/enter", entering, headers={"Host": "hall.test"})
            assert reply.status_code == status
        listed = away.ask("GET", "/room/sessions", headers={"Host": "hall.test"})
        assert listed.status_code == 403  # titles and dates are nobody's business elsewhere
        assert "Maple" not in away.ask("GET", "/sign-in", headers={"Host": "hall.test"}).text


HALL_PROGRAM = """
import sys
from workshop_kit import app
from workshop_kit.room import rooms
from workshop_kit.settings import Settings

app.hall_addresses = lambda: ["127.0.0.2"]  # a network of this machine's own
rooms.hall_urls = lambda port: [f"http://127.0.0.2:{port}"]
app.serve(Settings(port=int(sys.argv[1]), data=sys.argv[2], browser=False))
"""


class HallProcess(KitProcess):
    """The kit without ``--host``, on a machine whose only network is 127.0.0.2."""

    @property
    def hall(self) -> str:
        return f"http://127.0.0.2:{self.port}"

    def command(self) -> list[str]:
        return [sys.executable, "-c", HALL_PROGRAM, str(self.port), str(self.data)]


def test_the_hall_is_listened_to_only_once_there_is_a_workshop_of_ones_own(tmp_path: Path) -> None:
    with HallProcess(tmp_path / "data") as server:
        with pytest.raises(requests.ConnectionError):
            requests.get(f"{server.hall}/", timeout=5)
        mine = Facilitator.with_new_workshop(server.url).opened()
        assert mine.state()["addresses"] == [server.hall]
        person = Participant.joined(server.hall, mine.known()["join_code"])
        assert person.good("GET", "/room/participant")["session"] == mine.session


def test_a_large_body_is_refused_before_it_fills_the_laptop(server: KitProcess) -> None:
    """Nothing of it is sent: who begins a thousand of these waits in nobody's memory."""
    head = "POST /room/join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 200000\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as sender:
        sender.sendall(head.encode())
        assert sender.recv(100).startswith(b"HTTP/1.1 400")
