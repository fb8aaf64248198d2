"""From asking for a page, with an empty cache, to a form one can type in."""

import contextlib
import time
from typing import Any

from playwright.sync_api import Browser

from benchmarks.page_costs.browser import address, form_at, visitor
from benchmarks.page_costs.processes import Processes
from benchmarks.page_costs.servers import Server


def measure_first_form(servers: list[Server], browser: Browser, rounds: int) -> dict[str, Any]:
    """Let all servers run, and open each one's page in turn: what disturbs one disturbs all."""
    seconds: dict[str, list[float]] = {server.name: [] for server in servers}
    with contextlib.ExitStack() as running:
        for server in servers:
            Processes(running.enter_context(server.running())).rest()
        for number in range(rounds + 1):
            for server in servers:
                context = visitor(browser, server, number)
                page = context.new_page()
                begun = time.time()
                page.goto(address(server), wait_until="commit")
                taken = form_at(page) - begun
                context.close()
                if number > 0:  # the first visit warms up
                    seconds[server.name].append(round(taken, 3))
    return dict(seconds)
