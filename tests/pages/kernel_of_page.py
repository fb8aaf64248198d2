"""Opening a page and finding the kernel that was started for it."""

import re

from tests.people import Browser

KERNEL_ID = re.compile(r'"kernelId": ?"([0-9a-f-]{36})"')


def opened(person: Browser, path: str) -> str:
    """Open a page and return the id of its kernel."""
    page = person.ask("GET", f"/{path}")
    page.raise_for_status()
    found = KERNEL_ID.search(page.text)
    assert found, page.text[-2000:]
    return found[1]
