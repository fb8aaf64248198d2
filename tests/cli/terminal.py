"""The kit as a person runs it, and what it said."""

import os
import subprocess
import sys
from collections.abc import Callable
from typing import NamedTuple


class Said(NamedTuple):
    """What a command ended with and printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


def kit(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "workshop_kit", *words],
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )
