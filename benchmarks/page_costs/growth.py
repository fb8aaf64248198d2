"""More and more people connected: what the server holds for each, and what it does for them."""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.page_costs.kit import Kit
from benchmarks.page_costs.processes import Processes
from benchmarks.page_costs.raw_http import fetch, head, read_status

SETTLE = 5.0
"""Seconds until memory is read after the last one has come."""
AT_THE_DOOR = 20
"""People who come in at the same moment, until all are there."""
PATIENCE = 60.0
IDLE_AT = 500
IDLE_SECONDS = 30.0
"""How long a hall that is silent is watched: several beats of the feed."""


@dataclass
class Hall:
    """People with the kit's page loaded and its feed open, all in this process."""

    kit: Kit
    problems: list[str] = field(default_factory=list)
    beats: list[int] = field(default_factory=list)
    _reading: list[asyncio.Task[None]] = field(default_factory=list)

    async def let_in(self, people: int) -> None:
        """Let people in until there are so many."""
        door = asyncio.Semaphore(AT_THE_DOOR)

        async def come(number: int) -> None:
            async with door:
                await self._come(number)

        self.beats += [0] * (people - len(self.beats))
        await asyncio.gather(*(come(n) for n in range(len(self._reading), people)))

    async def _come(self, number: int) -> None:
        """Do what a phone does: the page, who am I and what did I write, the feed."""
        kit, cookies = self.kit, self.kit.cookies(number)
        for path in (kit.path, "/room/participant"):
            reply = await fetch(kit.port, path, cookies, PATIENCE)
            if reply.status != 200 or not reply.whole:
                self.problems.append(f"{reply.status} for a page or what belongs to it")
                return
        ready = asyncio.Event()
        self._reading.append(asyncio.create_task(self._follow(number, ready)))
        try:
            await asyncio.wait_for(ready.wait(), PATIENCE)
        except TimeoutError:
            self.problems.append("a feed that said nothing")

    async def _follow(self, number: int, ready: asyncio.Event) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.kit.port)
        cookies = self.kit.cookies(number)
        wanted = head("GET", self.kit.mine("feed"), self.kit.port, cookies, "Accept: */*")
        writer.write(wanted)
        try:
            if (status := read_status(await reader.readuntil(b"\r\n\r\n"))) != 200:
                self.problems.append(f"{status} for a feed")
                return
            while said := await reader.read(65_536):
                if b"data:" in said:
                    self.beats[number] += 1
                    ready.set()
            self.problems.append("a feed that ended")
        except (OSError, asyncio.IncompleteReadError):
            self.problems.append("a feed that broke")
        finally:
            writer.close()

    async def leave(self) -> None:
        """Hang up."""
        for task in self._reading:
            task.cancel()
        await asyncio.gather(*self._reading, return_exceptions=True)


def measure_growth(kit: Kit, sizes: Iterable[int]) -> dict[str, Any]:
    """Let people into the kit until something goes wrong; each stays, with the feed open.

    ``empty_mb`` is what the server holds after its first visitor; the rows hold what came on top.
    """
    with kit.running() as pid:
        return asyncio.run(_grow(kit, Processes(pid), sizes))


async def _grow(kit: Kit, cost: Processes, sizes: Iterable[int]) -> dict[str, Any]:
    hall, rows = Hall(kit), []
    await fetch(kit.port, kit.path, kit.cookies(0), PATIENCE)
    await asyncio.sleep(SETTLE)
    await asyncio.to_thread(cost.rest)
    empty = cost.megabytes()
    idle: dict[str, Any] = {}
    for size in sizes:
        before, begun, cpu = len(hall.beats), time.perf_counter(), cost.cpu_seconds()
        await hall.let_in(size)
        taken, spent = time.perf_counter() - begun, cost.cpu_seconds() - cpu
        await asyncio.sleep(SETTLE)
        rows.append(row_of(size, before, cost.megabytes() - empty, spent, taken))
        if hall.problems:
            break
        if size == IDLE_AT:
            idle = await _idle(hall, cost)
    problems = {what: hall.problems.count(what) for what in sorted(set(hall.problems))}
    await hall.leave()
    return {"empty_mb": round(empty, 1), "rows": rows, "idle": idle, "problems": problems}


async def _idle(hall: Hall, cost: Processes) -> dict[str, Any]:
    before, cpu, begun = list(hall.beats), cost.cpu_seconds(), time.perf_counter()
    await asyncio.sleep(IDLE_SECONDS)
    spent, seconds = cost.cpu_seconds() - cpu, time.perf_counter() - begun
    silent = sum(now == then for now, then in zip(hall.beats, before, strict=True))
    return {
        "people": len(before),
        "seconds": round(seconds),
        "core_percent": round(100 * spent / seconds, 2),
        "feeds_without_a_beat": silent,
    }


def row_of(people: int, before: int, megabytes: float, cpu: float, taken: float) -> dict[str, Any]:
    """Return the figures of one size; ``before`` had come already."""
    return {
        "people": people,
        "mb": round(megabytes, 1) + 0.0,  # no minus before a zero
        "mb_a_person": round(megabytes / people, 3) + 0.0,
        "cpu_s_a_person": round(cpu / (people - before), 4),
        "seconds_to_come_in": round(taken, 1),
    }
