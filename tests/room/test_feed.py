"""The feed: whole states, coalesced, to those who listen; and what other processes write."""

import asyncio
import json
import socket
import subprocess
import sys
import threading
import time
from typing import Any

import requests
from tornado.iostream import IOStream

from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, Participant
from workshop_kit.file_errors import CannotSave
from workshop_kit.model import Role
from workshop_kit.room.feed import Feed, State
from workshop_kit.room.listener import Listener


class Stream:
    """A person's feed, read in a thread; keeps every state with the time of its coming."""

    def __init__(self, person: Any) -> None:
        self.states: list[tuple[float, dict[str, Any]]] = []
        self.beats = 0
        address = f"{person.url}{person.mine('feed')}"
        self._reply = person.http.get(address, stream=True, timeout=30)
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        try:
            for line in self._reply.iter_lines(decode_unicode=True, chunk_size=1):
                if line == "data: {}":
                    self.beats += 1
                elif line.startswith("data: "):
                    self.states.append((time.monotonic(), json.loads(line[6:])))
        except (requests.RequestException, AttributeError, ValueError):
            pass  # closed below

    def wait_for(self, true_of: Any, seconds: float = 10) -> dict[str, Any]:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for _, state in self.states:
                if true_of(state):
                    return state
            time.sleep(0.02)
        raise AssertionError(self.states)

    def ends_within(self, seconds: float) -> bool:
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def close(self) -> None:
        self._reply.close()
        self._thread.join(5)


def test_a_burst_of_answers_comes_as_a_few_states(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    code = facilitator.known()["join_code"]
    person = Participant.joined(server.url, code)
    board = Stream(facilitator)
    board.wait_for(lambda state: state["people"]["joined"] == 1)
    before = len(board.states)
    for key, body in WORDS.items():
        person.put(key, body)
    last = board.wait_for(
        lambda state: sum(c["answered"] for c in state["counts"].values()) == len(WORDS)
    )
    times = [at for at, _ in board.states[before:]]
    assert len(times) <= 2 * (times[-1] - times[0]) + 2
    versions = [state["version"] for _, state in board.states]
    assert versions == sorted(set(versions))
    assert last["state"] == "open"
    board.close()


def test_people_who_listen_are_counted_once_and_no_longer_when_they_go(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    board = Stream(facilitator)
    tabs = [Stream(person), Stream(person)]
    board.wait_for(lambda state: state["people"]["connected"] == 1)
    for tab in tabs:
        tab.close()
    quiet = len(board.states)
    board.wait_for(
        lambda state: (
            state in [s for _, s in board.states[quiet:]] and state["people"]["connected"] == 0
        )
    )
    board.close()


def test_participants_hear_nothing_of_others(server: KitProcess, facilitator: Facilitator) -> None:
    facilitator.open_all()
    code = facilitator.known()["join_code"]
    phone = Stream(Participant.joined(server.url, code))
    phone.wait_for(lambda state: state["questions"]["q9"] == "open")
    quiet = len(phone.states)
    Participant.joined(server.url, code).put("q9", WORDS["q9"])
    facilitator.question("q9", "closed")
    facilitator.decide(facilitator.answers("q9")[0], "approved")
    phone.wait_for(lambda state: state["questions"]["q9"] == "closed")
    told = json.dumps([state for _, state in phone.states[quiet:]])
    assert "Monday" not in told
    names = {"version", "state", "questions", "now", "step", "paused"}
    assert set(phone.states[-1][1]) == names | {
        "details",
        "revealed",
        "agreement",
        "votes",
        "tables",
    }
    assert phone.states[-1][1]["revealed"] == {}
    phone.close()


def test_what_another_process_writes_is_heard(server: KitProcess, facilitator: Facilitator) -> None:
    board = Stream(facilitator)
    board.wait_for(lambda state: state["state"] == "open")
    program = (
        "import sys; from pathlib import Path\n"
        "from workshop_kit.store.folder import SessionFolder\n"
        "store = SessionFolder(Path(sys.argv[1])).open_code(sys.argv[2])\n"
        "store.change_session({'title': 'From elsewhere'}).result(); store.close()"
    )
    code = facilitator.known()["join_code"]
    subprocess.run([sys.executable, "-c", program, str(server.data), code], check=True)
    board.wait_for(lambda state: state["title"] == "From elsewhere")
    board.close()


def test_a_new_passphrase_ends_the_feed_that_the_old_one_began(
    server: KitProcess, facilitator: Facilitator
) -> None:
    board = Stream(facilitator)
    board.wait_for(lambda state: state["state"] == "open")
    code = facilitator.known()["join_code"]
    command = [sys.executable, "-m", "workshop_kit", "passphrase", code, "--data", str(server.data)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    assert board.ends_within(14)


def test_a_beat_comes_within_ten_seconds(facilitator: Facilitator) -> None:
    stream = Stream(facilitator)
    deadline = time.monotonic() + 14
    while not stream.beats and time.monotonic() < deadline:
        time.sleep(0.1)
    assert stream.beats
    stream.close()


def test_the_feed_goes_on_after_the_store_failed() -> None:
    fails = [True]

    def build(roles: frozenset[Role], connected: int) -> dict[Role, State]:
        if fails:
            fails.clear()
            raise CannotSave
        return {role: {"connected": connected} for role in roles}

    async def listen() -> str:
        here, there = socket.socketpair()
        stream = IOStream(there)
        feed = Feed(build)
        feed.join(Listener(Role.PARTICIPANT, "somebody", IOStream(here), chunked=False))
        message = await asyncio.wait_for(stream.read_until(b"\n\n"), 10)
        await feed.stop()
        stream.close()
        return message.decode()

    assert '"connected":1' in asyncio.run(listen())


def test_a_page_that_comes_right_after_a_write_hears_no_older_state() -> None:
    """The first state decides with which question a phone begins."""
    now = ["q1"]

    def build(roles: frozenset[Role], connected: int) -> dict[Role, State]:
        return {role: {"now": now[0]} for role in roles}

    def join(feed: Feed) -> IOStream:
        here, there = socket.socketpair()
        feed.join(Listener(Role.PARTICIPANT, str(id(here)), IOStream(here), chunked=False))
        return IOStream(there)

    async def listen() -> list[str]:
        feed = Feed(build)
        first = join(feed)
        heard = [await first.read_until(b"\n\n")]
        now[0] = "q5"
        feed.changed()
        late, later = join(feed), join(feed)
        heard += [await one.read_until(b"\n\n") for one in (late, later, first)]
        current = join(feed)
        heard.append(await current.read_until(b"\n\n"))
        await feed.stop()
        for stream in (first, late, later, current):
            stream.close()
        return [json.loads(one.decode().split("data: ")[1])["now"] for one in heard]

    assert asyncio.run(asyncio.wait_for(listen(), 20)) == ["q1", "q5", "q5", "q5", "q5"]


def test_who_speaks_http_1_0_gets_no_chunks(facilitator: Facilitator) -> None:
    """As behind nginx, which asks that way unless it is told otherwise."""
    cookies = "; ".join(f"{c.name}={c.value}" for c in facilitator.http.cookies)
    host, port = facilitator.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as proxy:
        head = f"GET {facilitator.mine('feed')} HTTP/1.0\r\nHost: {host}:{port}\r\n"
        proxy.sendall(f"{head}Cookie: {cookies}\r\n\r\n".encode())
        said = b""
        while b"event: state" not in said or not said.endswith(b"\n\n"):
            said += proxy.recv(4096)
    head, _, body = said.decode().partition("\r\n\r\n")
    assert "chunked" not in head.lower()
    assert body.startswith("retry: 2000\n\nevent: state\nid: ")
