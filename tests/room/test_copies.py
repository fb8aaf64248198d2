"""The group's own copies of sections over HTTP: sent from the laptop, opened on phones."""

import contextlib
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
import requests

from tests.content.own_folders import DOCX, PDF, TXT
from tests.kit_process import KitProcess
from tests.people import Browser, Facilitator, Participant

LARGE = b"%PDF-1.7\n" + b"x" * (12 * 1024 * 1024)


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitProcess]:
    """A kit whose own additions no other test sees."""
    with KitProcess(tmp_path_factory.mktemp("own")) as process:
        yield process


@pytest.fixture
def copies(kit: KitProcess) -> Path:
    """The folder of copies, empty."""
    folder = kit.data / "own" / "copies"
    for path in folder.iterdir():
        path.unlink()
    return folder


@pytest.fixture
def lead(kit: KitProcess) -> Facilitator:
    return Facilitator.with_new_workshop(kit.url).opened()


@pytest.fixture
def phone(kit: KitProcess, lead: Facilitator) -> Participant:
    return Participant.joined(kit.url, lead.known()["join_code"])


def send(person: Facilitator, data: bytes, section: str = "welcome") -> requests.Response:
    return person.ask("PUT", person.mine(f"own/copies/{section}"), data=data)


def stored(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_large_copy_arrives_whole_and_opens_on_a_phone(
    lead: Facilitator, phone: Participant, copies: Path
) -> None:
    reply = send(lead, LARGE)
    assert reply.ok, reply.text
    told = {one["section"]: one["copy"] for one in reply.json()["copies"]}
    assert told["welcome"] == {"kind": "PDF", "size": "12.6 MB"}
    assert stored(copies) == {"welcome.pdf": LARGE}
    opened = phone.ask("GET", "/own/welcome")
    assert opened.content == LARGE
    headers = opened.headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == 'inline; filename="welcome.pdf"'
    assert headers["Content-Security-Policy"].startswith("sandbox;")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    part = phone.ask("GET", "/own/welcome", headers={"Range": "bytes=0-4"})
    assert (part.status_code, part.content) == (206, b"%PDF-")
    assert lead.ask("GET", "/own/welcome").ok


def test_a_new_copy_takes_the_old_ones_place_and_is_seen_at_once(
    lead: Facilitator, phone: Participant, copies: Path
) -> None:
    send(lead, PDF)
    tag = phone.ask("GET", "/own/welcome").headers["Etag"]
    send(lead, PDF + b"more")
    again = phone.ask("GET", "/own/welcome", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (200, PDF + b"more")
    send(lead, DOCX)
    assert stored(copies) == {"welcome.docx": DOCX}
    opened = phone.ask("GET", "/own/welcome")
    assert opened.headers["Content-Disposition"] == 'attachment; filename="welcome.docx"'
    send(lead, TXT * 500)
    text = phone.ask("GET", "/own/welcome", headers={"Accept-Encoding": "gzip"})
    assert text.headers["Content-Type"] == "application/octet-stream"
    assert text.content == TXT * 500


def test_removing_can_be_undone_until_the_kit_starts_again(
    lead: Facilitator, phone: Participant, copies: Path
) -> None:
    send(lead, PDF)
    here = lead.mine("own/copies/welcome")
    told = lead.good("DELETE", here)["copies"][0]
    assert (told["section"], told["copy"], told["removed"]) == ("welcome", None, True)
    assert phone.ask("GET", "/own/welcome").status_code == 404
    assert lead.ask("DELETE", here).status_code == 404
    assert lead.good("POST", here)["copies"][0]["copy"]["kind"] == "PDF"
    assert phone.ask("GET", "/own/welcome").content == PDF
    assert lead.ask("POST", here).ok  # sent twice


@pytest.mark.parametrize(
    "data",
    [b"", b"<html><script>alert(1)</script>", b"<svg onload=alert(1)>", b"\x89PNG\r\n\x1a\n\0"],
)
def test_what_is_no_copy_is_refused_and_the_old_one_stays(
    lead: Facilitator, copies: Path, data: bytes
) -> None:
    send(lead, PDF)
    reply = send(lead, data)
    assert reply.status_code == 422
    assert "Save it as PDF" in reply.json()["message"]
    assert stored(copies) == {"welcome.pdf": PDF}


def test_only_a_facilitator_on_the_laptop_may_send(
    kit: KitProcess, lead: Facilitator, phone: Participant, copies: Path
) -> None:
    there = lead.mine("own/copies/welcome")
    assert phone.ask("PUT", there, data=PDF).status_code == 403
    assert Browser(kit.url).ask("PUT", there, data=PDF).status_code == 401
    assert lead.ask("PUT", there, data=PDF, headers={"Host": "hall.test"}).status_code == 403
    with contextlib.suppress(requests.ConnectionError):  # it hangs up before it has read all
        forged = lead.ask("PUT", there, data=PDF, headers={"X-XSRFToken": "x"})
        assert forged.status_code in {403, 404}
    for method in ("DELETE", "POST"):
        assert phone.ask(method, there).status_code == 403
    assert stored(copies) == {}


@pytest.mark.parametrize("section", ["nothing", "...", "..%2Fsessions", "%2Fetc", "a%00b"])
def test_no_section_leads_elsewhere(
    kit: KitProcess, lead: Facilitator, phone: Participant, section: str
) -> None:
    before = sorted(path for path in kit.data.rglob("*") if "own" in path.parts)
    assert send(lead, PDF, section).status_code in {400, 403, 404, 405}
    assert phone.ask("GET", f"/own/{section}").status_code in {400, 404}
    assert sorted(path for path in kit.data.rglob("*") if "own" in path.parts) == before


def test_only_who_is_in_the_workshop_may_open_it(
    kit: KitProcess, lead: Facilitator, phone: Participant, copies: Path
) -> None:
    send(lead, PDF)
    stranger = Browser(kit.url).ask("GET", "/own/welcome")
    assert (stranger.status_code, b"%PDF" in stranger.content) == (401, False)
    lead.change(state="closed")
    assert phone.ask("GET", "/own/welcome").status_code == 401
    assert lead.ask("GET", "/own/welcome").ok


def nothing_is_on_its_way(folder: Path) -> None:
    """Wait until the kit has noticed that nobody sends any more."""
    while list(folder.glob(".part-*")):
        time.sleep(0.05)


def head(person: Facilitator, length: str) -> bytes:
    cookies = {one.name: one.value or "" for one in person.http.cookies}
    lines = [
        f"PUT {person.mine('own/copies/welcome')} HTTP/1.1",
        f"Host: {person.url.removeprefix('http://')}",
        "Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()),
        f"X-XSRFToken: {cookies['_xsrf']}",
        length,
        "",
        "",
    ]
    return "\r\n".join(lines).encode()


def talk(kit: KitProcess, *pieces: bytes) -> bytes:
    """Send something by hand, and return what comes back until the kit hangs up or has answered."""
    with socket.create_connection(("127.0.0.1", kit.port), timeout=60) as line:
        for piece in pieces:
            line.sendall(piece)
        return line.recv(65536)


def test_one_that_is_too_large_is_refused_with_its_head_and_by_its_pieces(
    kit: KitProcess, lead: Facilitator, copies: Path
) -> None:
    send(lead, PDF)
    reply = talk(kit, head(lead, f"Content-Length: {31 * 1024 * 1024}"))
    assert b"413" in reply.splitlines()[0]
    piece = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    with contextlib.suppress(OSError):  # it may hang up while we are still sending
        talk(kit, head(lead, "Transfer-Encoding: chunked"), *[piece] * 40, b"0\r\n\r\n")
    nothing_is_on_its_way(copies)
    assert stored(copies) == {"welcome.pdf": PDF}


def test_an_upload_that_breaks_leaves_the_old_copy_and_nothing_else(
    kit: KitProcess, lead: Facilitator, copies: Path
) -> None:
    send(lead, PDF)
    with socket.create_connection(("127.0.0.1", kit.port), timeout=60) as line:
        line.sendall(head(lead, "Content-Length: 9000000") + b"%PDF-" + b"y" * 500_000)
        while not list(copies.glob(".part-*")):
            time.sleep(0.05)
    nothing_is_on_its_way(copies)
    assert stored(copies) == {"welcome.pdf": PDF}
    assert send(lead, PDF + b"z").ok


@pytest.mark.skipif(not hasattr(psutil, "RLIMIT_FSIZE"), reason="this system has no such limit")
def test_a_full_disk_is_told_and_the_old_copy_stays(
    kit: KitProcess, lead: Facilitator, copies: Path
) -> None:
    send(lead, PDF)
    server = psutil.Process(kit.pid)
    before = server.rlimit(psutil.RLIMIT_FSIZE)
    server.rlimit(psutil.RLIMIT_FSIZE, (4_000_000, before[1]))
    try:
        reply = send(lead, LARGE)
    finally:
        server.rlimit(psutil.RLIMIT_FSIZE, before)
    assert reply.status_code == 409
    assert "could not save" in reply.json()["message"]
    assert stored(copies) == {"welcome.pdf": PDF}


def test_other_requests_are_as_small_as_before(lead: Facilitator) -> None:
    body = {"values": {"name": "x" * 70_000}}
    assert lead.ask("POST", lead.mine("own/help_lines"), body).status_code == 413
