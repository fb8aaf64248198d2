"""A power cut in the middle of a burst: what was acknowledged is there, and once."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.namespaces import until
from tests.faults.phones import Phone, Sending, lost_and_doubled
from tests.faults.sizes import Record, size
from tests.kit_process import KitProcess
from tests.people import Facilitator, write_id

PEOPLE, KILLS, EACH = size(12, 100), size(1, 5), size(20, 50)
QUESTIONS = ("q2", "q3", "q4", "q5", "q8")


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitProcess]:
    """One for both tests: each ends it, and starts it again."""
    with KitProcess(tmp_path_factory.mktemp("killed") / "data") as process:
        yield process


@pytest.fixture
def facilitator(own_server: KitProcess) -> Facilitator:
    made = Facilitator.with_new_workshop(own_server.url).opened()
    made.open_all()
    return made


def file_of(server: KitProcess, facilitator: Facilitator) -> Path:
    [path] = server.data.glob(f"sessions/*-{facilitator.session[:8]}.session")
    return path


def many(phone: Phone) -> None:
    for number in range(EACH):
        phone.send(QUESTIONS[number % len(QUESTIONS)], f"words {number}")


@contextmanager
def unheard(server: KitProcess, phone: Phone, once: str) -> Iterator[None]:
    """Send an answer to question 3 and never read what is replied."""
    body = {"write_id": once, "revision": 0, "body": {"shape": "list", "items": ["unheard"]}}
    data = json.dumps(body).encode()
    cookies = {cookie.name: str(cookie.value) for cookie in phone.http.cookies}
    head = [
        f"PUT {phone.mine('entries/answer/q3')} HTTP/1.1",
        f"Host: 127.0.0.1:{server.port}",
        f"X-XSRFToken: {cookies['_xsrf']}",
        f"Cookie: {'; '.join(f'{name}={value}' for name, value in cookies.items())}",
        f"Content-Length: {len(data)}",
    ]
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall("\r\n".join([*head, "", ""]).encode() + data)
        yield


def test_killed_in_a_burst_it_has_all_that_was_acknowledged_and_phones_go_on(
    own_server: KitProcess, facilitator: Facilitator, record: Record
) -> None:
    phones = Phone.several(PEOPLE, own_server.url, facilitator.known()["join_code"])
    with Sending(phones, many) as going:
        for part in range(1, KILLS + 1):
            until(lambda: going.acknowledged() >= PEOPLE * EACH * part // (KILLS + 2))  # noqa: B023
            own_server.kill()
            assert going.acknowledged() < PEOPLE * EACH, "it was over before the kill"
            own_server.start()
    lost, doubled = lost_and_doubled(file_of(own_server, facilitator), phones)
    told = {"people": PEOPLE, "kills": KILLS, "acknowledged": going.acknowledged()}
    record({**told, "lost": lost, "doubled": doubled})
    assert (lost, doubled, going.acknowledged()) == (0, 0, PEOPLE * EACH)


def test_who_never_heard_the_receipt_gets_the_first_one_after_the_kill(
    own_server: KitProcess, facilitator: Facilitator
) -> None:
    [phone] = Phone.several(1, own_server.url, facilitator.known()["join_code"])
    once = write_id()
    with unheard(own_server, phone, once):
        until(phone.entries)
        [first] = phone.entries()
        own_server.kill()
    own_server.start()
    again = phone.put("q3", {"shape": "list", "items": ["unheard"]}, write_id=once)
    assert again.json() == {"revision": first["revision"], "written_at": first["written_at"]}
    later = phone.put("q3", {"shape": "list", "items": ["unheard"]}, revision=1, write_id=once)
    assert later.json() == again.json()
    assert [entry["revision"] for entry in phone.entries()] == [1]
