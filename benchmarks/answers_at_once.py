"""600 answers sent at once: p95 until acknowledged, beside a Tornado handler that does nothing.

usage: python benchmarks/answers_at_once.py [PEOPLE] [ROUNDS]      from the checkout's root; 600 5
Both get the same requests, in turns, from the same client. Quote the ratio, not the times: both
servers share this machine with their load.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

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


def measure(kit: KitProcess, nothing: int, people: list[Person], rounds: int) -> None:
    """Send each round to both, the one and the other first; print the ratios."""
    ratios = []
    for revision in range(rounds):
        requests, took = requests_of(people, revision), {}
        for port in sorted((kit.port, nothing), reverse=bool(revision % 2)):
            took[port] = p95(asyncio.run(burst(port, requests)))
        ratios.append(took[kit.port] / took[nothing])
        print(
            f"{len(people)} at once: kit p95 {took[kit.port]:.0f} ms, "
            f"nothing {took[nothing]:.0f} ms, ratio {ratios[-1]:.2f}",
            flush=True,
        )
    print(
        f"median ratio {statistics.median(ratios):.2f} "
        f"({min(ratios):.2f}-{max(ratios):.2f}, {rounds} rounds)"
    )


def check(facilitator: Facilitator, number: int, rounds: int) -> None:
    """Compare what is stored with what was acknowledged last, letter for letter."""
    facilitator.question("q3", "closed")
    stored = [answer["body"]["items"][0] for answer in facilitator.answers("q3")]
    assert sorted(stored) == sorted(text_of(n, rounds - 1) for n in range(number))
    print(f"stored {len(stored)} of {number}, each once, each as it was sent last")


def main() -> None:
    """Measure and print."""
    open_all_files()
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    port = free_port()
    nothing = subprocess.Popen([sys.executable, "-c", NOTHING, str(port)])
    try:
        with tempfile.TemporaryDirectory() as folder, KitProcess(Path(folder) / "data") as kit:
            facilitator = Facilitator.with_new_workshop(kit.url).opened()
            facilitator.question("q3", "open")
            code = facilitator.known()["join_code"]
            measure(kit, port, asyncio.run(join_all(kit.port, code, number)), rounds)
            check(facilitator, number, rounds)
    finally:
        nothing.kill()
        nothing.wait()


if __name__ == "__main__":
    main()
