"""What one kernel alone may know, on its way past the process that all kernels are forked off.

What goes through a page's process stays in its memory, and so in that of every later kernel: for a
facilitator's page that is another session. So it goes by a file that only this user can read, and
that its reader removes.
"""

import json
import os
from pathlib import Path

_PRIVATE = 0o600
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
"""Nobody's file or link is written to that was there before."""


def _file(connection_file: str) -> Path:
    return Path(f"{connection_file}.environment")


def tell_once(connection_file: str, environment: dict[str, str]) -> None:
    """Write a kernel's environment beside its connection file."""
    descriptor = os.open(_file(connection_file), _NEW, _PRIVATE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(environment, file)


def hear_once(connection_file: str) -> dict[str, str]:
    """Return what was told, and remove it."""
    file = _file(connection_file)
    told: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    file.unlink()
    return told


def forget(connection_file: str) -> None:
    """Remove what nobody has heard."""
    _file(connection_file).unlink(missing_ok=True)
