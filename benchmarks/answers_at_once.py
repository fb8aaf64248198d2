"""600 answers sent at once: p95 until acknowledged, beside a Tornado handler that does nothing.

usage: python benchmarks/answers_at_once.py [PEOPLE] [ROUNDS]      from the checkout's root; 600 5
Both get the same requests, in turns, from the same client. Quote the ratio, not the times: both
servers share this machine with their load. `pages.py --only answers` keeps what it measures.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.crowd import HOST, Person, join_all, open_all_files
from tests.kit_process import KitProcess, free_port
from tests.people import Facilitator

NOTHING = """
import sys, asyncio, tornado.web
class Nothing(tornado.web.RequestHandler):
    def put(self):
        self.finish({"ok": True})
async def main():
    tornado.web.Application([("/.*", Nothing)]).listen(int(sys.argv[1]), "127.0.0.1")
    await asyncio.Event().wait()
asyncio.run(main())
"""
TEXT = "Ask the action team first. " * 15


async def send(port: int, request: bytes, go: asyncio.Event) -> float:
    """Connect, wait for the signal, send a request; return seconds until its answer."""
    reader, writer = await asyncio.open_connection(HOST, port)
    await go.wait()
    begun = time.perf_counter()
    writer.write(request)
    await writer.drain()
    status = await reader.readline()
    seconds = time.perf_counter() - begun
    writer.close()
    assert b" 200 " in status, status
    return seconds


async def burst(port: int, requests: list[bytes]) -> list[float]:
    """Send all at once."""
    go = asyncio.Event()
    tasks = [asyncio.create_task(send(port, request, go)) for request in requests]
    await asyncio.sleep(0.5)
    go.set()
    return await asyncio.gather(*tasks)


def p95(seconds: list[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    return statistics.quantiles(seconds, n=20)[-1] * 1000


def text_of(number: int, revision: int) -> str:
    """Return what a person sends; each text is there once."""
    return f"{number}.{revision} {TEXT}".strip()


def requests_of(people: list[Person], revision: int) -> list[bytes]:
    """Return one answer of each person as HTTP."""
    made = []
    for number, person in enumerate(people):
        answer = {"shape": "list", "items": [text_of(number, revision)]}
        body = {"write_id": f"r{revision}-{number}", "revision": revision, "body": answer}
        made.append(person.request("PUT", "entries/answer/q3", json.dumps(body).encode()))
    return made


def bursts(
    kit: KitProcess, nothing: int, people: list[Person], rounds: int
) -> list[dict[str, float]]:
    """Send each round to both, the one and the other first; return p95 of both and the ratio."""
    found = []
    for revision in range(rounds):
        requests, took = requests_of(people, revision), {}
        for port in sorted((kit.port, nothing), reverse=bool(revision % 2)):
            took[port] = p95(asyncio.run(burst(port, requests)))
        ratio = took[kit.port] / took[nothing]
        print(
            f"{len(people)} at once: kit p95 {took[kit.port]:.0f} ms, "
            f"nothing {took[nothing]:.0f} ms, ratio {ratio:.2f}",
            flush=True,
        )
        found.append(
            {
                "kit_p95_ms": round(took[kit.port], 1),
                "nothing_p95_ms": round(took[nothing], 1),
                "ratio": round(ratio, 3),
            }
        )
    return found


def compare(facilitator: Facilitator, number: int, rounds: int) -> dict[str, int]:
    """Compare what is stored with what was acknowledged last, letter for letter."""
    facilitator.question("q3", "closed")
    stored = Counter(answer["body"]["items"][0] for answer in facilitator.answers("q3"))
    sent = {text_of(person, rounds - 1) for person in range(number)}
    return {
        "stored": stored.total(),
        "lost": len(sent - stored.keys()),
        "doubled": stored.total() - len(stored),
        "different": len(stored.keys() - sent),
    }


def measure_answers(number: int, rounds: int) -> dict[str, Any]:
    """Let people answer at the same moment, several times; return the rounds and what is stored."""
    port = free_port()
    nothing = subprocess.Popen([sys.executable, "-c", NOTHING, str(port)])
    try:
        with tempfile.TemporaryDirectory() as folder, KitProcess(Path(folder) / "data") as kit:
            facilitator = Facilitator.with_new_workshop(kit.url).opened()
            facilitator.question("q3", "open")
            code = facilitator.known()["join_code"]
            people = asyncio.run(join_all(kit.port, code, number))
            found = bursts(kit, port, people, rounds)
            return {"people": number, "rounds": found, **compare(facilitator, number, rounds)}
    finally:
        nothing.kill()
        nothing.wait()


def main() -> None:
    """Measure and print."""
    open_all_files()
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    found = measure_answers(number, rounds)
    ratios = [one["ratio"] for one in found.pop("rounds")]
    print(
        f"median ratio {statistics.median(ratios):.2f} "
        f"({min(ratios):.2f}-{max(ratios):.2f}, {rounds} rounds); {found}"
    )
    if found["lost"] or found["doubled"] or found["different"]:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
