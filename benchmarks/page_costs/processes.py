"""What a server takes: CPU seconds and memory of its processes, of those that ended too."""

import time

import psutil

LOOK = 2.0
"""Seconds between two looks at how much processes do."""
RESTING = 0.03
"""CPU seconds a second up to which they rest."""
LONGEST_START = 90.0


class Processes:
    """A process and all that it started, and all that those started."""

    def __init__(self, root: int) -> None:
        self._root = psutil.Process(root)
        self._seen: dict[tuple[int, float], float] = {}

    def _each(self) -> list[psutil.Process]:
        return [self._root, *self._root.children(recursive=True)]

    def cpu_seconds(self) -> float:
        """Return the CPU seconds that they took until now.

        A process that ended counts in two ways, and each may miss some: in what its parent was
        told when it waited for it, and in what was seen of it here before. The larger one holds.
        """
        told = 0.0
        for process in self._each():
            try:
                times = process.cpu_times()
                self._seen[process.pid, process.create_time()] = times.user + times.system
            except psutil.Error:
                continue
            told += times.user + times.system + times.children_user + times.children_system
        return max(told, sum(self._seen.values()))

    def rest(self, most: float = LONGEST_START) -> bool:
        """Wait until they do next to nothing: what a start leaves to do is no visitor's cost.

        Returns whether they came to rest within ``most`` seconds.
        """
        deadline = time.monotonic() + most
        while time.monotonic() < deadline:
            before = self.cpu_seconds()
            time.sleep(LOOK)
            if self.cpu_seconds() - before <= RESTING * LOOK:
                return True
        return False

    def megabytes(self) -> float:
        """Return their memory as PSS: what is shared is divided among those that share it."""
        total = 0
        for process in self._each():
            try:
                total += process.memory_full_info().pss
            except psutil.Error:
                continue
        return total / 1e6

    def number(self, running: str = "") -> int:
        """Return how many there are, or how many of them run something by that name."""
        found = 0
        for process in self._each():
            try:
                found += running in " ".join(process.cmdline())
            except psutil.Error:
                continue
        return found
