"""The machine that is measured on: two cores of it, what it has, how busy it was before."""

import datetime
import importlib.metadata
import os
import platform
import resource
import time
from typing import Any

import psutil

from benchmarks.page_costs.processes import Processes

CORES = 2
"""Servers, clients and Chromium share this many; the goals of the kit are meant for them."""
BUSY = 0.1
"""Cores that other programs took meanwhile, from which on times are not to be trusted."""
KIT_PARTS = ("voila", "jupyter_server", "ipykernel", "ipywidgets", "tornado")


def take_two_cores() -> None:
    """Keep this process, and all that it starts, on two cores."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])


def open_many_files() -> None:
    """Raise the soft limit of open files: 2,000 people are 2,000 sockets."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


class Others:
    """What all other programs of this machine take while something is measured."""

    def __init__(self) -> None:
        self._own = Processes(os.getpid())
        self._begun = time.monotonic(), self._cpu()

    def cores(self) -> float:
        """Return how many cores they took since this was made, on average."""
        then, cpu = self._begun
        return max(0.0, (self._cpu() - cpu) / (time.monotonic() - then))

    def _cpu(self) -> float:
        times = psutil.cpu_times()
        resting = times.idle + times.iowait
        return (
            float(sum(times) - times.guest - times.guest_nice - resting) - self._own.cpu_seconds()
        )


def about(others: Others, *, quick: bool, peers: dict[str, str], browser: str) -> dict[str, Any]:
    """Return what to know of a measurement: no name of the machine, no paths, no addresses."""
    taken = others.cores()
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "quick": quick,
        "busy": taken > BUSY,
        "cores_taken_by_others": round(taken, 2),
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(psutil.virtual_memory().total / 1e9),
        "system": platform.system(),
        "python": platform.python_version(),
        "chromium": browser,
        "kit_on": {name: importlib.metadata.version(name) for name in KIT_PARTS},
        "peers": peers,
    }
