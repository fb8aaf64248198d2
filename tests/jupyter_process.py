"""A Jupyter server as its owner starts it: a process with a port, a token, settings."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

import requests

from tests.kit_process import SECONDS_TO_START, free_port

ROOT = Path(__file__).parents[1]
TOKEN = "only-for-this-test"


class JupyterProcess:
    """``jupyter …`` on loopback, with the extension's settings as the wheel installs them."""

    def __init__(self, folder: Path, *command: str, data: Path, **environment: str) -> None:
        self.folder = folder
        self.command = command
        self.port = free_port()
        self.output = folder / "jupyter.log"
        self.process: subprocess.Popen[bytes] | None = None
        settings = folder / "settings"
        settings.mkdir(parents=True)
        # Tests may run as root, which Jupyter refuses unless it is told to.
        told = {"ServerApp": {"allow_root": True}, "IdentityProvider": {"token": TOKEN}}
        (settings / "jupyter_server_config.json").write_text(json.dumps(told))
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("WORKSHOP_KIT_")},
            "HOME": str(folder),
            "JUPYTER_CONFIG_DIR": str(settings),
            "JUPYTER_CONFIG_PATH": str(ROOT / "etc" / "jupyter"),
            "JUPYTER_DATA_DIR": str(folder / "jupyter"),
            "JUPYTER_RUNTIME_DIR": str(folder / "runtime"),
            "IPYTHONDIR": str(folder / "ipython"),
            "WORKSHOP_KIT_DATA": str(data),
            **environment,
        }

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *self.command, "--port", str(self.port), "--no-browser"],
                stdout=output,
                stderr=output,
                stdin=subprocess.DEVNULL,
                env=self.environment,
                cwd=self.folder,
            )
        deadline = time.monotonic() + 2 * SECONDS_TO_START
        while time.monotonic() < deadline:
            assert self.process.poll() is None, self.said()
            try:
                requests.get(f"{self.url}/api", timeout=5)
            except requests.ConnectionError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"Jupyter did not start:\n{self.said()}")

    def said(self) -> str:
        """Return what stands in its terminal."""
        return self.output.read_text(encoding="utf-8", errors="replace")

    def stop(self) -> int:
        """End it as its owner's machine does, and return its exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_problem: object) -> None:
        if self.process is not None and self.process.poll() is None:
            self.stop()
