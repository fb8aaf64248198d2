"""The processes behind stored pages, found by who started whom, and what is in their memory."""

import re
from contextlib import suppress
from pathlib import Path

import psutil

_MAP = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) r")


def fork_server(server: int) -> psutil.Process:
    """Return the process that all pages are forked off."""
    found = [one for one in psutil.Process(server).children() if "fork_server" in _command(one)]
    assert len(found) == 1
    return found[0]


def _command(process: psutil.Process) -> str:
    with suppress(psutil.NoSuchProcess):  # it ended since it was listed
        return " ".join(process.cmdline())
    return ""


def page_processes(server: int) -> list[psutil.Process]:
    """Return the processes that have executed a notebook each."""
    return list(fork_server(server).children())


def kernels(server: int) -> list[psutil.Process]:
    """Return the kernels that were forked off pages, oldest first."""
    begun: dict[psutil.Process, float] = {}
    for page in page_processes(server):
        for kernel in _children(page):
            with suppress(psutil.NoSuchProcess):
                begun[kernel] = kernel.create_time()
    return sorted(begun, key=lambda kernel: begun[kernel])


def _children(process: psutil.Process) -> list[psutil.Process]:
    with suppress(psutil.NoSuchProcess):
        return list(process.children())
    return []


def memory_holds(pid: int, secrets: dict[str, bytes]) -> list[str]:
    """Return the names of those secrets that stand somewhere in a process's memory.

    One that ended since it was listed holds nothing any more.
    """
    found: set[str] = set()
    with (
        suppress(FileNotFoundError, ProcessLookupError),
        Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory,
    ):
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
