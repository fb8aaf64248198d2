"""Whether a request comes from the laptop itself."""

import pytest
from tornado.httputil import HTTPConnection, HTTPHeaders, HTTPServerRequest, RequestStartLine

from tests.kit_process import KitProcess
from tests.people import Facilitator, Participant
from workshop_kit.model import Role
from workshop_kit.room.feed import TABS_EACH
from workshop_kit.room.identity import cookie_name, is_on_the_laptop


def request(host: str, remote: str, **headers: str) -> HTTPServerRequest:
    all_headers = HTTPHeaders({"Host": host})
    for name, value in headers.items():
        all_headers.add(name.replace("_", "-"), value)
    made = HTTPServerRequest(
        headers=all_headers,
        connection=HTTPConnection(),
        start_line=RequestStartLine("GET", "/", "HTTP/1.1"),
    )
    made.remote_ip = remote
    return made


@pytest.mark.parametrize(
    ("host", "remote"),
    [("127.0.0.1:8765", "127.0.0.1"), ("localhost:8765", "127.0.0.1"), ("[::1]:8765", "::1")],
)
def test_the_laptop_itself(host: str, remote: str) -> None:
    assert is_on_the_laptop(request(host, remote))


@pytest.mark.parametrize(
    ("host", "remote", "headers"),
    [
        ("192.168.8.10:8765", "192.168.8.20", {}),
        ("127.0.0.1:8765", "192.168.8.20", {}),
        ("evil.test:8765", "127.0.0.1", {}),
        ("127.0.0.1.evil.test", "127.0.0.1", {}),
        ("127.0.0.1", "127.0.0.1", {"X_Forwarded_For": "10.0.0.1"}),
        ("127.0.0.1", "127.0.0.1", {"Forwarded": "for=10.0.0.1"}),
        ("127.0.0.1", "127.0.0.1", {"X_Forwarded_Host": "workshop.example.org"}),
        ("127.0.0.1", "127.0.0.1", {"Via": "1.1 proxy"}),
        ("[", "127.0.0.1", {}),
    ],
)
def test_everyone_else(host: str, remote: str, headers: dict[str, str]) -> None:
    assert not is_on_the_laptop(request(host, remote, **headers))


def test_cookie_names_carry_role_and_port() -> None:
    assert cookie_name(Role.SCRIBE, 8765) == "kit-scribe-8765"


def test_a_browser_that_left_without_the_server_is_nobody(
    server: KitProcess, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    person = Participant.joined(server.url, code)
    left = {"domain": "127.0.0.1", "path": "/"}
    person.http.cookies.set("kit_left", "1", **left)  # as the exit does, with the server away
    assert person.ask("GET", "/room/participant").status_code == 401
    assert person.ask("GET", person.mine("entries")).status_code == 401
    page = person.ask("GET", "/reflect", allow_redirects=False)
    assert page.headers["Location"] == "/"
    person.good("POST", "/room/join", {"code": code, "consent": True})
    assert "kit_left" not in {cookie.name for cookie in person.http.cookies}
    assert person.entries() == []


def test_a_browser_has_a_few_streams_and_the_oldest_makes_way(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    address = f"{server.url}{person.mine('feed')}"
    streams = [person.http.get(address, stream=True, timeout=15) for _ in range(TABS_EACH + 1)]
    assert b"".join(streams[0].iter_content(1024)).count(b"event: state") == 1  # it ended
    assert facilitator.state()["people"]["connected"] == 1
    for stream in streams:
        stream.close()
