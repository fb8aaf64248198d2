"""How much this laptop may hold at once, and how many people that is enough for.

Windows: Tornado waits for connections with ``select``, which in CPython takes 512 of them there
(``FD_SETSIZE`` in ``Modules/selectmodule.c``). Elsewhere each connection is an open file, of which
a process may have as many as its soft limit says; it may raise that to the hard limit by itself
(``getrlimit(2)``). macOS says "no limit" and then takes 10,240 (``OPEN_MAX``).
"""

import sys

CONNECTIONS_EACH = 4
"""Of a person: the feed, and what a browser keeps of the six with which it loads a page."""
OWN_FILES = 256
"""For what the kit needs itself: sessions, kernels of those who lead, logs, the doors it opens."""
MAX_SOCKETS = 16_384
"""ZeroMQ's, of one context for all kernels; its usual 1,023 would end at about 110 of them."""
MAX_KERNELS = 250
HELD_KERNELS = 20
"""More than :data:`MAX_KERNELS`, for facilitators, scribes and projectors."""
MIN_FREE_MEMORY = 400 * 1024 * 1024
"""Bytes free before one more kernel is started; half for those who lead."""
KERNEL_MEMORY = 15 * 1024 * 1024
"""Bytes that a kernel takes at most where it can be forked; see ``docs/performance.md``."""
_SELECT = 512
_MOST = 65_536
"""More than two thousand people need; some systems plan memory for each that may be opened."""
_OPEN_MAX = 10_240


def open_files() -> int:
    """Return how many files and connections this process may have, once it has raised its limit."""
    if sys.platform == "win32":
        return _SELECT
    import resource  # noqa: PLC0415 - Windows has no such module

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = resource.RLIM_INFINITY
    if soft == unlimited:
        return _MOST
    most = _OPEN_MAX if hard == unlimited and sys.platform == "darwin" else _MOST
    return max(soft, most if hard == unlimited else min(hard, most))


def raise_open_files() -> int:
    """Raise this process's limit as far as it may, and return it."""
    wanted = open_files()
    if sys.platform == "win32":
        return wanted
    import resource  # noqa: PLC0415 - Windows has no such module

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft not in {resource.RLIM_INFINITY, wanted}:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    return wanted


def files_for(number: int) -> int:
    """Return how many open files so many people need."""
    return OWN_FILES + number * CONNECTIONS_EACH


def kernels(free: int) -> int:
    """Return how many pages can ask Python at once, with so many bytes of memory free."""
    return min(MAX_KERNELS, max(0, free - MIN_FREE_MEMORY) // KERNEL_MEMORY)


def people(files: int) -> int:
    """Return how many people can be connected with so many open files."""
    return max(0, files - OWN_FILES) // CONNECTIONS_EACH
