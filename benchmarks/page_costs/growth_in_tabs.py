"""The same growth for servers whose pages hold a connection that only a browser can drive."""

import time
from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Error as BrowserError

from benchmarks.page_costs.at_once import TOO_LONG
from benchmarks.page_costs.browser import address, form_at, visitor
from benchmarks.page_costs.growth import SETTLE, row_of
from benchmarks.page_costs.processes import Processes
from benchmarks.page_costs.servers import Server


def measure_growth_in_tabs(
    server: Server, browser: Browser, sizes: Iterable[int]
) -> dict[str, Any]:
    """Open a server's page in more and more tabs, each of somebody new; each stays open."""
    with server.running() as pid:
        cost, contexts, rows = Processes(pid), [visitor(browser, server, 0)], []
        problems: dict[str, int] = {}
        _come(contexts[0], server)
        time.sleep(SETTLE)
        cost.rest()
        empty = cost.megabytes()
        try:
            for size in sizes:
                before, begun, cpu = len(contexts) - 1, time.perf_counter(), cost.cpu_seconds()
                while len(contexts) <= size:
                    contexts.append(visitor(browser, server, len(contexts)))
                    _come(contexts[-1], server)
                taken, spent = time.perf_counter() - begun, cost.cpu_seconds() - cpu
                time.sleep(SETTLE)
                rows.append(row_of(size, before, cost.megabytes() - empty, spent, taken))
        except BrowserError:
            problems = {f"no form after {TOO_LONG:.0f} s": 1}
        for context in contexts:
            context.close()
    return {"empty_mb": round(empty, 1), "rows": rows, "idle": {}, "problems": problems}


def _come(context: BrowserContext, server: Server) -> None:
    context.set_default_timeout(TOO_LONG * 1000)
    page = context.new_page()
    page.goto(address(server), wait_until="commit")
    form_at(page)
