"""A step of the agenda, and 500 phones: seconds from the facilitator's press to the last one told.

usage: python benchmarks/step_change.py [PEOPLE] [STEPS]           from the checkout's root; 500 13
Everybody listens on a connection of their own, in one process beside the kit. The facilitator goes
from step to step. `pages.py --only steps` keeps what it measures.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.crowd import Feed, join_all, open_all_files
from tests.kit_process import KitProcess
from tests.people import Facilitator

TOGETHER = 50
LONGEST = 30.0
PAUSE = 1.0
"""Between two steps: what came before has arrived then."""


async def told(feeds: list[Feed], facilitator: Facilitator, step: str) -> list[float]:
    """Go to a step; return for each phone the seconds until it knows."""
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await asyncio.to_thread(facilitator.move, "go", step=step)
    while not all((feed.state["step"] or {}).get("id") == step for feed in feeds):
        if loop.time() - begun > LONGEST:
            raise RuntimeError(f"not everybody was told of {step} within {LONGEST:.0f} s")
        await asyncio.sleep(0.005)
    return [feed.came_at - begun for feed in feeds]


async def evening(kit: KitProcess, facilitator: Facilitator, people: int, steps: int) -> list[Any]:
    """Let people listen, and go through the steps."""
    joined = await join_all(kit.port, facilitator.known()["join_code"], people)
    feeds = [Feed(person) for person in joined]
    for at in range(0, people, TOGETHER):
        await asyncio.gather(*(feed.open(kit.port) for feed in feeds[at : at + TOGETHER]))
    found = []
    for number in range(1, steps + 1):
        await asyncio.sleep(PAUSE)
        seconds = await told(feeds, facilitator, f"s{number}")
        took = {"median_s": round(statistics.median(seconds), 3), "last_s": round(max(seconds), 3)}
        print(f"step {number}: median {took['median_s']} s, last {took['last_s']} s", flush=True)
        found.append(took)
    for feed in feeds:
        feed.close()
    return found


def measure_steps(people: int, steps: int) -> dict[str, Any]:
    """Lead people through an agenda; return how long each step took to reach them."""
    with tempfile.TemporaryDirectory() as folder, KitProcess(Path(folder) / "data") as kit:
        facilitator = Facilitator.with_new_workshop(kit.url).opened()
        facilitator.move("plan", agenda="two-hours")
        begun = time.perf_counter()
        found = asyncio.run(evening(kit, facilitator, people, steps))
        return {
            "people": people,
            "steps": found,
            "whole_s": round(time.perf_counter() - begun, 1),
        }


def main() -> None:
    """Measure and print."""
    open_all_files()
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 13
    print(measure_steps(people, steps))


if __name__ == "__main__":
    main()
