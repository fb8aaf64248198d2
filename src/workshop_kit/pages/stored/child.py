"""A forked process: known by a descriptor of its own, so that its number is never mistaken."""

import ctypes
import os
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
"""``prctl(2)``: the signal that a process gets when its parent has died."""


def forking_impossible() -> str:
    """Return why pages cannot be forked on this machine, or an empty string.

    Forking without a new program is unsafe on macOS and missing on Windows; ``pidfd_open`` and
    ``prctl`` are Linux's own.
    """
    if sys.platform != "linux":
        return f"{sys.platform} has no safe fork"
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError as error:
        return f"pidfd_open: {error.strerror}"
    return ""


def live_no_longer_than(parent: int) -> None:
    """End this process, whatever it does, as soon as its parent process has ended.

    The system keeps watch: it needs no thread, no turn of Python's lock, and costs nothing.
    """
    libc: Any = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    if os.getppid() != parent:  # it died before the system was asked
        os._exit(1)


def be_ended_first() -> None:
    """Let the system end this process, and what it forks, before others when memory runs out.

    A page can ask its kernel for more and more; the server, which keeps what people say, goes on.
    Any process may raise its own score (proc(5): ``/proc/self/oom_score_adj``).
    """
    with suppress(OSError):  # a system that gives no say in it
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


@dataclass(frozen=True)
class Child:
    """A child of this process; ``descriptor`` can be read as soon as it has ended (a pidfd)."""

    pid: int
    descriptor: int

    @classmethod
    def of(cls, pid: int) -> "Child":
        """Return the child that was just forked."""
        return cls(pid, os.pidfd_open(pid))

    def send_signal(self, number: int) -> None:
        """Send a signal to the child and to what it started; before it is reaped, it is itself."""
        try:
            os.killpg(self.pid, number)
        except ProcessLookupError:  # it leads no group yet
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def reap(self) -> int:
        """Wait for its end; return its exit code, or the signal's number below zero."""
        _, status = os.waitpid(self.pid, 0)
        os.close(self.descriptor)
        return os.waitstatus_to_exitcode(status)
