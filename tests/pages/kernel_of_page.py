"""Opening a page and waking the kernel that belongs to it."""

from tests.people import Browser


def opened(person: Browser, path: str) -> str:
    """Open a page, let it ask for Python, and return the id of its kernel."""
    person.ask("GET", f"/{path}").raise_for_status()
    kernel: str = person.good("POST", f"/kernel/{path}")["id"]
    return kernel
