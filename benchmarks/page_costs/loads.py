"""What a page brings over the air: the first one with an empty cache, then another one."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext

from benchmarks.page_costs.browser import Wire, address, form_at, visitor
from benchmarks.page_costs.servers import Server

SETTLE = 3_000
"""Milliseconds for what comes after the form stands: fonts, the feed."""


def measure_loads(server: Server, browser: Browser, others: tuple[str, ...]) -> dict[str, Any]:
    """Load the form with an empty cache, then one other page of the server, for each of them.

    A server of one page is asked for the same page again.
    """
    with server.running():
        warm = visitor(browser, server, 0)
        _load(warm, address(server), form=True)
        warm.close()
        run: dict[str, Any] = {"second": {}}
        for path in others or (server.path,):
            context = visitor(browser, server, 0)
            run["cold"] = _load(context, address(server), form=True)
            run["second"][path] = _load(context, address(server, path), form=not others)
            context.close()
    return run


def _load(context: BrowserContext, url: str, *, form: bool) -> dict[str, Any]:
    page = context.new_page()
    wire = Wire(page)
    page.goto(url, wait_until="load")
    if form:
        form_at(page)
    page.wait_for_timeout(SETTLE)
    page.close()
    return wire.told()
