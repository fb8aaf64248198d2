"""What a connected person costs the server: memory, idle CPU, and how soon all hear of a change.

usage: python benchmarks/feed_memory.py [PEOPLE ...]      from the checkout's root; 0 500 2000
Each person has an open feed and one more kept connection, as a browser has.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.crowd import HOST, Feed, Person, join_all, open_all_files, read_reply
from tests.kit_process import KitProcess
from tests.people import Facilitator

IDLE_SECONDS = 20
CHANGES = 5


def pss_mb(pid: int) -> float:
    """Return the process's proportional set size (Linux, /proc/PID/smaps_rollup)."""
    return float(psutil.Process(pid).memory_full_info().pss) / 1e6


async def keep_connection(port: int, person: Person) -> asyncio.StreamWriter:
    """Read one's own entries, and keep the connection as browsers do."""
    reader, writer = await asyncio.open_connection(HOST, port, limit=4096)
    writer.write(person.request("GET", "entries"))
    assert (await read_reply(reader)).status == 200
    return writer


async def idle_cpu(pid: int) -> float:
    """Return the share of one core that the server takes while nobody does anything."""
    process = psutil.Process(pid)
    before, begun = sum(process.cpu_times()[:2]), time.perf_counter()
    await asyncio.sleep(IDLE_SECONDS)
    return float(sum(process.cpu_times()[:2]) - before) / (time.perf_counter() - begun)


async def seconds_to_all(feeds: list[Feed], facilitator: Facilitator) -> float:
    """Change a question; return the seconds from its acknowledgement until the last one heard."""
    state = "open" if feeds[0].state["questions"]["q4"] != "open" else "closed"
    await asyncio.to_thread(facilitator.question, "q4", state)
    done = asyncio.get_running_loop().time()
    while any(feed.state["questions"]["q4"] != state for feed in feeds):
        await asyncio.sleep(0.002)
    return max(feed.came_at for feed in feeds) - done


async def measure(kit: KitProcess, facilitator: Facilitator, counts: list[int]) -> None:
    """Add people up to each number, and print what they cost."""
    code = facilitator.known()["join_code"]
    feeds: list[Feed] = []
    kept: list[asyncio.StreamWriter] = []
    empty = pss_mb(kit.pid)
    for number in counts:
        more = await join_all(kit.port, code, number - len(feeds))
        joined = [Feed(person) for person in more]
        for feed in joined:
            await feed.open(kit.port)
            kept.append(await keep_connection(kit.port, feed.person))
        feeds += joined
        await asyncio.sleep(3)
        cpu, memory = await idle_cpu(kit.pid), pss_mb(kit.pid)
        each = (memory - empty) / number * 1000 if number else 0
        line = f"{number} connected: {memory:.0f} MB, {each:.0f} KB each, idle {cpu:.1%} of a core"
        if feeds:
            took = [await seconds_to_all(feeds, facilitator) for _ in range(CHANGES)]
            line += f", a change reaches the last one in {statistics.median(took):.2f} s"
            line += f" ({min(took):.2f}-{max(took):.2f})"
        print(line, flush=True)
    assert not any(feed.ended for feed in feeds)
    for feed in feeds:
        feed.close()
    for writer in kept:
        writer.close()


def main() -> None:
    """Measure and print."""
    open_all_files()
    counts = sorted(map(int, sys.argv[1:] or ("0", "500", "2000")))
    with tempfile.TemporaryDirectory() as folder, KitProcess(Path(folder) / "data") as kit:
        facilitator = Facilitator.with_new_workshop(kit.url).opened()
        asyncio.run(measure(kit, facilitator, counts))


if __name__ == "__main__":
    main()
