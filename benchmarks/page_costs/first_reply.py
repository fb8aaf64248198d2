"""A page whose Python sleeps: from a press of its button to what Python said."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext

from benchmarks.page_costs.browser import address, visitor
from benchmarks.page_costs.kit import Kit
from benchmarks.page_costs.processes import Processes

BUTTON = "Ask Python"
ASKED = 2
"""Times that each page asks: the first wakes a kernel, the second finds it awake."""
READING = 1_000
"""Milliseconds between the page's standing there and the first press."""

# Both times are noted on the page itself, for the reason given in browser.py.
WATCH = f"""
(() => {{
  let times = 0;
  const note = (name) => (document.documentElement.dataset[name] = performance.now());
  document.addEventListener("click", (event) => {{
    if (!event.target.closest("button")?.textContent.includes("{BUTTON}")) return;
    const number = ++times;
    note(`asked${{number}}`);
    const look = () => {{
      if (!document.body.textContent.includes(`Reply ${{number}} from`)) return setTimeout(look, 5);
      note(`said${{number}}`);
    }};
    look();
  }}, true);
}})();
"""


def measure_first_reply(kit: Kit, browser: Browser, visits: int) -> dict[str, Any]:
    """Ask from pages of new people, one after another; the first one warms up."""
    with kit.running() as pid:
        stored = 'id="stored-page"' in kit.html(0)
        Processes(pid).rest()
        taken = []
        for number in range(visits + 1):
            context = visitor(browser, kit, number)
            taken.append(_ask(context, kit))
            context.close()
    return {
        "without_a_kernel": stored,
        "first_s": [one[0] for one in taken[1:]],
        "second_s": [one[1] for one in taken[1:]],
    }


def _ask(context: BrowserContext, kit: Kit) -> list[float]:
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address(kit))
    button, noted = page.get_by_role("button", name=BUTTON), page.locator("html")
    button.wait_for()
    page.wait_for_timeout(READING)
    taken = []
    for number in range(1, ASKED + 1):
        button.click()
        page.locator(f"html[data-said{number}]").wait_for(state="attached")
        asked, said = (noted.get_attribute(f"data-{what}{number}") for what in ("asked", "said"))
        taken.append(round((float(said or "nan") - float(asked or "nan")) / 1000, 3))
    return taken
