"""600 answers sent at once: p95 until acknowledged, beside a Tornado handler that does nothing.

usage: python benchmarks/answers_at_once.py [PEOPLE] [ROUNDS]      from the checkout's root
Quote the ratio, not the times: both servers share this machine with their load.
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

from tests.kit_process import KitProcess, free_port
from tests.people import Facilitator, Participant

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
ANSWER = {"shape": "list", "items": ["Ask the action team first. " * 15]}


async def send(port: int, head: str, body: bytes, go: asyncio.Event) -> float:
    """Connect, wait for the signal, send a request; return seconds until its answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    await go.wait()
    begun = time.perf_counter()
    writer.write(request)
    await writer.drain()
    status = await reader.readline()
    seconds = time.perf_counter() - begun
    writer.close()
    assert b" 200 " in status, status
    return seconds


async def burst(port: int, requests: list[tuple[str, bytes]]) -> list[float]:
    """Send all at once."""
    go = asyncio.Event()
    tasks = [asyncio.create_task(send(port, head, body, go)) for head, body in requests]
    await asyncio.sleep(0.5)
    go.set()
    return await asyncio.gather(*tasks)


def p95(seconds: list[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    return statistics.quantiles(seconds, n=20)[-1] * 1000


def requests_of(people: list[Participant], revision: int) -> list[tuple[str, bytes]]:
    """Return one answer of each person as HTTP."""
    made = []
    for number, person in enumerate(people):
        cookies = {c.name: c.value for c in person.http.cookies}
        head = (
            f"PUT {person.mine('entries/answer/q3')} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            f"X-XSRFToken: {cookies['_xsrf']}\r\n"
            f"Cookie: {'; '.join(f'{k}={v}' for k, v in cookies.items())}\r\n"
        )
        body = {"write_id": f"r{revision}-{number}", "revision": revision, "body": ANSWER}
        made.append((head, json.dumps(body).encode()))
    return made


def main() -> None:
    """Measure and print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    port = free_port()
    nothing = subprocess.Popen([sys.executable, "-c", NOTHING, str(port)])
    try:
        with tempfile.TemporaryDirectory() as folder, KitProcess(Path(folder) / "data") as kit:
            facilitator = Facilitator.with_new_workshop(kit.url).opened()
            facilitator.question("q3", "open")
            code = facilitator.known()["join_code"]
            people = [Participant.joined(kit.url, code) for _ in range(number)]
            for revision in range(rounds):
                requests = requests_of(people, revision)
                kit_ms = p95(asyncio.run(burst(kit.port, requests)))
                nothing_ms = p95(asyncio.run(burst(port, requests)))
                print(
                    f"{number} at once: kit p95 {kit_ms:.0f} ms, nothing {nothing_ms:.0f} ms, "
                    f"ratio {kit_ms / nothing_ms:.2f}"
                )
            counted = facilitator.state()["counts"]["q3"]["answered"]
            print(f"stored {counted} of {number}, each once")
            assert counted == number
    finally:
        nothing.kill()
        nothing.wait()


if __name__ == "__main__":
    main()
