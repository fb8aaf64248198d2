"""The servers that are measured, each started as its makers say, on loopback."""

import contextlib
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import psutil
import requests

from tests.kit_process import free_port

PEERS = Path(__file__).parents[1] / "peers"
HALL = "hall.test"
"""The name under which Chromium opens every server. As on a phone, its pages are no secure context,
and gzip is the best compression: browsers take brotli over https or from the same machine only."""
SECONDS_TO_START = 90


class Server(Protocol):
    """A server with a form on one of its pages."""

    @property
    def name(self) -> str: ...
    @property
    def port(self) -> int: ...
    @property
    def path(self) -> str: ...
    def running(self) -> contextlib.AbstractContextManager[int]:
        """Start it, yield the id of its first process, end it with all that it started."""
        ...

    def cookies(self, visitor: int) -> dict[str, str]:
        """Return the cookies of a visitor by number, from zero."""
        ...


class Peer:
    """Another server of notebooks or forms, from the venv of its own."""

    def __init__(self, name: str, program: Path, *command: str, path: str = "/") -> None:
        self.name = name
        self.port = free_port()
        self.path = path
        fill = {"port": str(self.port), "host": f"{HALL}:{self.port}"}
        self._command = [str(program), *(word.format(**fill) for word in command)]

    def cookies(self, _visitor: int) -> dict[str, str]:
        """Return nothing: everybody is welcome."""
        return {}

    @contextlib.contextmanager
    def running(self) -> Iterator[int]:
        """Start it with an empty home, wait until it answers, end it."""
        with tempfile.TemporaryDirectory() as home:
            process = subprocess.Popen(
                self._command,
                cwd=PEERS,
                env={**os.environ, "HOME": home},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                self._wait(process)
                yield process.pid
            finally:
                end_with_children(process)

    def _wait(self, process: subprocess.Popen[bytes]) -> None:
        # A small file, where there is one: the first page is for the first visitor.
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline and process.poll() is None:
            with contextlib.suppress(requests.RequestException):
                requests.get(f"http://127.0.0.1:{self.port}/favicon.ico", timeout=5)
                return
            time.sleep(0.1)
        raise RuntimeError(f"{self.name} did not start: {' '.join(self._command)}")


def end_with_children(process: subprocess.Popen[bytes]) -> None:
    """End a server, and whatever it leaves behind."""
    try:
        started = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        started = []
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for one in started:
        with contextlib.suppress(psutil.NoSuchProcess):
            one.kill()
    psutil.wait_procs(started, timeout=20)


def peers(programs: Path) -> list[Peer]:
    """Return the servers beside the kit; ``programs`` is the folder of their commands."""
    here = ("--port", "{port}")
    voila = ("voila_form.ipynb", "--no-browser", *here)
    panel = ("serve", "panel_form.py", *here, "--address", "127.0.0.1")
    streamlit = (
        *("run", "streamlit_form.py", "--server.port", "{port}", "--server.address", "127.0.0.1"),
        *("--server.headless", "true", "--browser.gatherUsageStats", "false"),
        # It would refuse a browser that calls it by another name than its own; so would Panel.
        *("--server.enableCORS", "false", "--server.enableXsrfProtection", "false"),
    )
    allowed = ("--allow-websocket-origin", "{host}")
    return [
        Peer("voila", programs / "voila", *voila),
        Peer("panel", programs / "panel", *panel, *allowed, path="/panel_form"),
        Peer("streamlit", programs / "streamlit", *streamlit),
    ]
