"""The kit as people start it: a process with a port and a data folder."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import requests

SECONDS_TO_START = 40


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


class KitProcess:
    """``workshop-kit serve`` on loopback; ``hall`` is its name as a phone's browser knows it."""

    def __init__(self, data: Path, *options: str) -> None:
        self.data = data
        self.options = options
        self.port = free_port()
        self.output = data.parent / f"{data.name}-{self.port}.log"
        self.process: subprocess.Popen[bytes] | None = None
        self._said_before = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def hall(self) -> str:
        return f"http://hall.test:{self.port}"

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    @property
    def folder(self) -> Path | None:
        """Where it is started; none is where the tests are."""
        return None

    def environment(self) -> dict[str, str]:
        """Return the environment it is started in."""
        return dict(os.environ)

    def command(self) -> list[str]:
        """Return what a person types, with the folder and port of this test."""
        command = [sys.executable, "-m", "workshop_kit", "serve", "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--data", str(self.data), "--no-browser"]
        return [*command, *self.options]

    def start(self) -> None:
        """Start it and wait until it answers."""
        self._said_before = self.output.stat().st_size if self.output.exists() else 0
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                self.command(),
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
                cwd=self.folder,
                env={**self.environment(), "PYTHONUNBUFFERED": "1"},
            )
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.said()
            try:
                requests.get(f"{self.url}/room/help", timeout=5)
            except requests.ConnectionError:
                time.sleep(0.1)
            else:
                if "Ctrl+C" in self.said():  # the last line of its greeting
                    return
                time.sleep(0.05)
        raise AssertionError(f"the kit did not start:\n{self.said()}")

    def kill(self) -> None:
        """End it as a power cut would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """End it with Ctrl+C and return its exit code."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def said(self) -> str:
        """Return what stands in its terminal since it was started last."""
        return (
            self.output.read_bytes()[self._said_before :].decode() if self.output.exists() else ""
        )

    def start_link(self) -> str:
        """Return the link that its terminal printed last."""
        return str(re.findall(r"http://\S+/start/[0-9a-f]{32}", self.said())[-1])

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_problem: object) -> None:
        if self.process is not None and self.process.poll() is None:
            self.stop()
