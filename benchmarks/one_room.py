"""One room for a whole evening: people with open feeds, typing and sending; nothing may be lost.

usage: python benchmarks/one_room.py [PEOPLE] [MINUTES]      from the checkout's root; 2000 and 10
Each person sends an answer every 30 to 60 s, to any of the questions, and revises it later; the
facilitator's board is open. At the end the store must hold exactly what was acknowledged last.
`pages.py --only one_room` keeps what it measures.
"""

import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.crowd import HOST, Feed, Person, join_all, open_all_files, read_reply
from benchmarks.feed_memory import pss_mb
from tests.kit_process import KitProcess
from tests.people import Facilitator
from workshop_kit.screen import Shown
from workshop_kit.store.sqlite import SqliteStore

QUESTIONS = ("q2", "q3", "q4", "q5", "q8")
"""Those whose answers are lists."""
SECONDS_BETWEEN = (30.0, 60.0)
WORDS = ("the law", "to listen", "who to call", "the friendship centre", "a ride home", "names")


@dataclass
class Told:
    """What all people were told: seconds of each answer, problems, and what stands."""

    seconds: list[float] = field(default_factory=list)
    problems: Counter[str] = field(default_factory=Counter)
    stands: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)
    """By a mark of the person and the question: revision and text acknowledged last."""


class Phone:
    """One person who thinks, types and sends over a kept connection.

    Parameters
    ----------
    number
        Marks this person's texts, since the store tells nobody who wrote what.
    """

    def __init__(self, number: int, person: Person, told: Told) -> None:
        self._mark = f"p{number}"
        self._person = person
        self._told = told
        self._dice = random.Random(number)
        self._revisions: Counter[str] = Counter()
        self._writer: asyncio.StreamWriter | None = None
        self._reader: asyncio.StreamReader | None = None

    async def go_on(self, port: int, until: float) -> None:
        """Send answers until the time is over."""
        now = asyncio.get_running_loop().time
        await asyncio.sleep(self._dice.uniform(0, SECONDS_BETWEEN[1]))
        while now() < until:
            try:
                await self._send(port, self._dice.choice(QUESTIONS))
            except (OSError, asyncio.IncompleteReadError) as problem:
                self._told.problems[type(problem).__name__] += 1
                self._writer = None
            await asyncio.sleep(self._dice.uniform(*SECONDS_BETWEEN))
        if self._writer:
            self._writer.close()

    async def _send(self, port: int, question: str) -> None:
        number = self._revisions[question]
        text = f"{self._mark} {question} {number + 1}: {' '.join(self._dice.choices(WORDS, k=30))}"
        body = json.dumps(
            {
                "write_id": f"{self._mark}-{question}-{number}",
                "revision": number,
                "body": {"shape": "list", "items": [text]},
            }
        ).encode()
        if self._writer is None or self._reader is None:
            self._reader, self._writer = await asyncio.open_connection(HOST, port, limit=4096)
        begun = time.perf_counter()
        self._writer.write(self._person.request("PUT", f"entries/answer/{question}", body))
        reply = await read_reply(self._reader)
        if reply.status != 200:
            self._told.problems[f"status {reply.status}"] += 1
            return
        self._told.seconds.append(time.perf_counter() - begun)
        self._revisions[question] = reply.body["revision"]
        self._told.stands[self._mark, question] = (reply.body["revision"], text)


def compare(file: Path, told: Told) -> Counter[str]:
    """Return how many acknowledged answers are lost, doubled or not what was acknowledged."""
    store = SqliteStore(file)
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for entry in store.entries("answer"):
        text = entry.body["items"][0]
        found.setdefault((text.split()[0], entry.key), []).append((entry.revision, text))
    store.close()
    result: Counter[str] = Counter(lost=0, doubled=0, different=0, stored=len(found))
    for place, stands in told.stands.items():
        there = found.pop(place, [])
        result["lost"] += not there
        result["doubled"] += len(there) > 1
        result["different"] += bool(there) and stands not in there
    result["never acknowledged"] = len(found)
    return result


async def evening(
    kit: KitProcess, code: str, number: int, minutes: float
) -> tuple[Told, list[Feed]]:
    """Let everybody join, listen and send; print how it goes, and return what they were told."""
    told, server = Told(), psutil.Process(kit.pid)
    people = await join_all(kit.port, code, number)
    feeds = [Feed(person) for person in people]
    for feed in feeds:
        await feed.open(kit.port)
    print(f"{number} joined, with feeds: server {pss_mb(kit.pid):.0f} MB", flush=True)
    now = asyncio.get_running_loop().time
    until, cpu, begun = now() + minutes * 60, sum(server.cpu_times()[:2]), time.perf_counter()
    phones = [Phone(number, person, told) for number, person in enumerate(people)]
    sending = asyncio.gather(*(phone.go_on(kit.port, until) for phone in phones))
    while now() < until:
        await asyncio.sleep(min(30, max(0, until - now())))
        used = (sum(server.cpu_times()[:2]) - cpu) / (time.perf_counter() - begun)
        print(
            f"  {len(told.seconds)} answers, p95 {p95(told.seconds) * 1000:.0f} ms, server"
            f" {used:.0%} of a core, {pss_mb(kit.pid):.0f} MB, problems {dict(told.problems)}",
            flush=True,
        )
    await sending
    told.problems["feeds that ended"] += sum(feed.ended for feed in feeds)
    return told, feeds


def p95(seconds: list[float]) -> float:
    """Return the 95th percentile; 0 while there are too few."""
    return statistics.quantiles(seconds, n=20)[-1] if len(seconds) > 1 else 0.0


async def run(kit: KitProcess, facilitator: Facilitator, number: int, minutes: float) -> Told:
    """Hold the evening with the facilitator's board open beside it."""
    facilitator.write("screen", "projector", {"show": Shown.JOIN.value})
    board = asyncio.create_task(asyncio.to_thread(read_board, facilitator))
    told, feeds = await evening(kit, facilitator.known()["join_code"], number, minutes)
    for feed in feeds:
        feed.close()
    facilitator.change(state="closed")  # the board hears of it, and ends
    states = await board
    print(f"the board had {states} states", flush=True)
    return told


def read_board(facilitator: Facilitator) -> int:
    """Read the facilitator's feed until the workshop is closed; return how many states came."""
    address, states = f"{facilitator.url}{facilitator.mine('feed')}", 0
    with facilitator.http.get(address, stream=True, timeout=60) as stream:
        for line in stream.iter_lines(decode_unicode=True, chunk_size=64):
            if line.startswith('data: {"version"'):
                states += 1
                if json.loads(line[6:])["state"] == "closed":
                    break
    return states


def measure_one_room(number: int, minutes: float) -> dict[str, Any]:
    """Hold the evening, compare with the store, and return what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        with KitProcess(Path(folder) / "data") as kit:
            facilitator = Facilitator.with_new_workshop(kit.url).opened()
            facilitator.open_all()
            told = asyncio.run(run(kit, facilitator, number, minutes))
            id_ = facilitator.session[:8]
        [file] = (Path(folder) / "data" / "sessions").glob(f"*{id_}*")
        result = compare(file, told)
    return {
        "people": number,
        "minutes": minutes,
        "acknowledged": len(told.seconds),
        "median_ms": round(statistics.median(told.seconds) * 1000, 1),
        "p95_ms": round(p95(told.seconds) * 1000, 1),
        "problems": {name: count for name, count in told.problems.items() if count},
        **result,
    }


def main() -> None:
    """Measure and print."""
    open_all_files()
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    minutes = float(sys.argv[2]) if len(sys.argv) > 2 else 10.0
    found = measure_one_room(number, minutes)
    print(found)
    if found["problems"] or found["lost"] or found["doubled"] or found["different"]:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
