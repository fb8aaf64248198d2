"""Many people ask for one page at the same moment: how long until the last one has it whole?"""

import asyncio
import statistics
from collections.abc import Iterable
from typing import Any

from benchmarks.page_costs.processes import Processes
from benchmarks.page_costs.raw_http import Reply, fetch
from benchmarks.page_costs.servers import Server

TOO_LONG = 60.0
"""Seconds; a server that needs longer is not asked for more people."""
PATIENCE = 120.0


def measure_at_once(server: Server, sizes: Iterable[int]) -> list[dict[str, Any]]:
    """Ask with more and more people until it takes too long or a page does not come whole.

    The server is started anew for each size; one visit warms it up.
    """
    rows = []
    for size in sizes:
        with server.running() as pid:
            asyncio.run(_burst(server, 1))
            Processes(pid).rest()
            row = row_of(asyncio.run(_burst(server, size)))
        rows.append(row)
        if row["whole"] < size or row["last_s"] > TOO_LONG:
            break
    return rows


async def _burst(server: Server, people: int) -> list[Reply]:
    asked = (fetch(server.port, server.path, server.cookies(n), PATIENCE) for n in range(people))
    return list(await asyncio.gather(*asked))


def row_of(replies: list[Reply]) -> dict[str, Any]:
    """Return the figures of one burst."""
    seconds = sorted(reply.seconds for reply in replies)
    return {
        "people": len(replies),
        "whole": sum(reply.status == 200 and reply.whole for reply in replies),
        "median_s": round(statistics.median(seconds), 3),
        "last_s": round(seconds[-1], 3),
        "statuses": sorted({reply.status for reply in replies}),
        "bytes": max(reply.size for reply in replies),
    }
