"""What a server takes: CPU seconds and memory of its processes, of those that ended too."""

import psutil


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
