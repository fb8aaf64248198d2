"""What one more visitor costs a server: CPU seconds and memory, with real Chromium pages."""

import time
from typing import Any

from playwright.sync_api import Browser

from benchmarks.page_costs.browser import address, form_at, visitor
from benchmarks.page_costs.processes import Processes
from benchmarks.page_costs.servers import Server

SETTLE = 3.0
"""Seconds for what a page does after its form stands."""


def measure_visits(server: Server, browser: Browser, visits: int) -> dict[str, Any]:
    """Open a page often, each time as somebody new, and keep it open.

    The first visit warms the server up and does not count.
    """
    with server.running() as pid:
        contexts = []
        cost = Processes(pid)
        cpu = memory = 0.0
        for number in range(visits + 1):
            context = visitor(browser, server, number)
            contexts.append(context)
            page = context.new_page()
            page.goto(address(server), wait_until="commit")
            form_at(page)
            if number == 0:
                time.sleep(SETTLE)
                cost.rest()
                cpu, memory = cost.cpu_seconds(), cost.megabytes()
        page.wait_for_timeout(SETTLE * 1000)
        run = {
            "visits": visits,
            "cpu_s_a_visit": round((cost.cpu_seconds() - cpu) / visits, 4),
            "mb_a_visit": round((cost.megabytes() - memory) / visits, 3),
            "mb_with_one_visitor": round(memory, 1),
            "processes": cost.number(),
        }
        for context in contexts:
            context.close()
    return run
