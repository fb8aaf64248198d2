"""Namespaces of this test's own: a disk or a network that nobody else on this machine sees."""

import functools
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import pytest

from start import must_run_all

UNSHARE = ("unshare", "--user", "--map-root-user")


@functools.cache
def _missing(kind: str, programs: tuple[str, ...]) -> str:
    """Return why this machine cannot make such a namespace; nothing if it can."""
    if not sys.platform.startswith("linux"):
        return "only Linux has namespaces"
    if absent := [one for one in ("unshare", "nsenter", *programs) if shutil.which(one) is None]:
        return f"not installed: {', '.join(absent)}"
    tried = subprocess.run([*UNSHARE, kind, "true"], capture_output=True, text=True, check=False)
    return tried.stderr.strip() if tried.returncode else ""


def needs(kind: str, *programs: str) -> None:
    """Leave a test out, with the reason, where the machine has not what it needs."""
    if reason := _missing(kind, programs):
        cannot_here(reason)


def cannot_here(reason: str) -> None:
    """Leave a test out. Where CI is set nothing may be skipped; it is reported all the same."""
    if must_run_all():
        pytest.xfail(reason)
    pytest.skip(reason)


class Namespace:
    """Namespaces that live as long as this object; other processes can be started in them.

    Parameters
    ----------
    kind
        An option of ``unshare``, such as ``--mount``.
    prepare
        A shell command that is run inside, first.
    """

    def __init__(self, kind: str, prepare: str) -> None:
        self._kind = kind
        self._prepare = prepare

    def __enter__(self) -> Self:
        script = f"{self._prepare} && echo ready && exec cat"  # until its input is closed
        self._holder = subprocess.Popen(
            [*UNSHARE, self._kind, "sh", "-c", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._holder.stdout is not None
        assert self._holder.stdout.readline() == b"ready\n", "the namespace was not made"
        return self

    def __exit__(self, *_problem: object) -> None:
        assert self._holder.stdin is not None
        assert self._holder.stdout is not None
        self._holder.stdin.close()
        self._holder.wait(20)
        self._holder.stdout.close()

    def inside(self, *command: str) -> list[str]:
        """Return a command that runs another one inside; it becomes that process."""
        enter = ["nsenter", "--target", str(self._holder.pid), "--user", self._kind]
        return [*enter, "--preserve-credentials", f"--wd={Path.cwd()}", *command]

    def run(self, *command: str) -> str:
        """Run a command inside and return what it says."""
        done = subprocess.run(self.inside(*command), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def path(self, place: Path) -> Path:
        """Return where a place inside is found from outside."""
        return Path(f"/proc/{self._holder.pid}/root{place}")


class SmallDisk(Namespace):
    """A disk of a few megabytes, in memory, that can be filled and emptied.

    Parameters
    ----------
    place
        The folder at which it is mounted.
    size
        In bytes.
    """

    def __init__(self, place: Path, size: int) -> None:
        place.mkdir(parents=True)
        super().__init__("--mount", f"mount -t tmpfs -o size={size},mode=700 kit-test '{place}'")
        self.place = place

    @property
    def _filler(self) -> Path:
        return self.path(self.place) / "something-else"

    def fill(self) -> None:
        """Let something else take all the room that is left."""
        with self._filler.open("ab", buffering=0) as file:
            for size in (1 << 16, 1 << 12, 1):
                try:
                    while file.write(b"\n" * size) == size:
                        pass
                except OSError:
                    continue

    def make_room(self) -> None:
        """Take that away again."""
        self._filler.unlink(missing_ok=True)


def until(what: object, seconds: float = 60.0) -> None:
    """Wait until a function returns something true."""
    assert callable(what)
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.05)
