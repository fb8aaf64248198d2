"""The processes behind stored pages, found by who started whom, and what is in their memory."""

import re
from pathlib import Path

import psutil

_MAP = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) r")


def fork_server(server: int) -> psutil.Process:
    """Return the process that all pages are forked off."""
    found = [c for c in psutil.Process(server).children() if "fork_server" in " ".join(c.cmdline())]
    assert len(found) == 1
    return found[0]


def page_processes(server: int) -> list[psutil.Process]:
    """Return the processes that have executed a notebook each."""
    return list(fork_server(server).children())


def kernels(server: int) -> list[psutil.Process]:
    """Return the kernels that were forked off pages, oldest first."""
    found = [kernel for page in page_processes(server) for kernel in page.children()]
    return sorted(found, key=psutil.Process.create_time)


def memory_holds(pid: int, secrets: dict[str, bytes]) -> list[str]:
    """Return the names of those secrets that stand somewhere in a process's memory."""
    found: set[str] = set()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            match = _MAP.match(line)
            if match is None or "[v" in line:  # the kernel's own pages cannot be read
                continue
            start, end = int(match[1], 16), int(match[2], 16)
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue
            found |= {name for name, secret in secrets.items() if secret in held}
    return sorted(found)
