"""Files that were sent once: the same reply again; other requests go on to the handlers."""

import pytest
import requests

from tests.kit_process import KitProcess
from workshop_kit.pages.ready_files import ReadyFiles
from workshop_kit.pages.static_files import static_address
from workshop_kit.pages.stored.compressed import Compressed

FILE = static_address("/", "kit.css")
SAME = ("Content-Type", "Cache-Control", "X-Content-Type-Options", "Content-Encoding")


def ask(
    server: KitProcess, path: str, method: str = "GET", coding: str = "br"
) -> requests.Response:
    """Ask as somebody who has no cookies."""
    headers = {"Accept-Encoding": coding}
    return requests.request(method, server.url + path, headers=headers, timeout=20)


@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
def test_the_second_reply_is_as_the_first(server: KitProcess, coding: str) -> None:
    replies = [ask(server, FILE, coding=coding) for _ in range(3)]
    assert {reply.status_code for reply in replies} == {200}
    assert len({reply.content for reply in replies}) == 1
    for name in SAME:
        assert len({reply.headers.get(name) for reply in replies}) == 1, name
    assert replies[2].headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert replies[2].headers["Date"].endswith("GMT")
    wanted = None if coding == "identity" else coding
    assert replies[2].headers.get("Content-Encoding") == wanted


def test_one_file_is_kept_once_however_its_address_is_written() -> None:
    ready, file = ReadyFiles(), Compressed("text/css", {"identity": b"a {}"})
    for path in (FILE, FILE, FILE.replace(".", "%2E"), FILE.replace("k", "%6b")):
        ready.keep(path, file)
    assert len(ready) == 1


def test_one_connection_carries_many(server: KitProcess) -> None:
    with requests.Session() as http:
        sizes = {len(http.get(server.url + FILE, timeout=20).content) for _ in range(20)}
        assert len(sizes) == 1
        assert http.get(f"{server.url}/bread", timeout=20).ok


def test_other_requests_for_it_are_answered_by_its_handler(server: KitProcess) -> None:
    ask(server, FILE)
    assert ask(server, FILE, "HEAD").status_code == 405
    assert ask(server, FILE, "POST").status_code in {403, 405}
    older = FILE.replace(FILE.split("/")[2], "0123456789ab")
    for _ in range(2):
        reply = ask(server, older)
        assert (reply.status_code, reply.headers["Cache-Control"]) == (200, "no-cache")
    for _ in range(2):
        assert ask(server, f"{FILE}.map").status_code == 404
