"""The kit that is running over a data folder: how a command finds it and asks it to destroy."""

import http.client
import json
import secrets
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from workshop_kit.destroy_errors import DestructionFailed
from workshop_kit.destroying.record import Record
from workshop_kit.errors import KitError
from workshop_kit.model import Frozen, new_id

FILE = "running.json"
LOOPBACK = "127.0.0.1"
HEADER = "X-Kit-Secret"
PATH = "/destroy"
PATIENCE = 120.0
"""Seconds: a large data folder is searched meanwhile."""


class Running(Frozen):
    """Where a running kit listens to its owner; only whoever may read the data folder knows it."""

    port: int
    secret: str


def announce(folder: Path, port: int) -> Running:
    """Write down where this kit listens, readable by the folder's owner only.

    Raises ``OSError``.
    """
    running = Running(port=port, secret=secrets.token_hex(32))
    fresh = folder / f"{FILE}.{new_id()}"
    try:
        fresh.touch(mode=0o600)
        fresh.write_text(running.model_dump_json(), encoding="ascii")
        fresh.replace(folder / FILE)
    finally:
        fresh.unlink(missing_ok=True)
    return running


def withdraw(folder: Path, running: Running) -> None:
    """Take that away again, unless another kit has written since."""
    with suppress(OSError):
        if announced(folder) == running:
            (folder / FILE).unlink()


def announced(folder: Path) -> Running | None:
    """Return where a kit said that it listens; it may have been killed since."""
    try:
        return Running.model_validate_json((folder / FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def ask_running(folder: Path, session_id: str) -> Record | None:
    """Let the running kit destroy a session; return its record, or nothing if none is running.

    A file that a killed kit left behind leads to nobody, or to a program that refuses its secret;
    both mean that none is running, and the file is removed.

    Raises
    ------
    KitError
        The running kit says why it did not do it, or does not say anything.
    """
    running = announced(folder)
    if running is None:
        return None
    connection = http.client.HTTPConnection(LOOPBACK, running.port, timeout=PATIENCE)
    try:
        connection.request(
            "POST", PATH, json.dumps({"session": session_id}), {HEADER: running.secret}
        )
        answer = connection.getresponse()
        status, said = answer.status, json.loads(answer.read())
    except ConnectionRefusedError:
        status, said = 0, {}
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise DestructionFailed(type(error).__name__) from error
    finally:
        connection.close()
    if status in {0, 403, 404, 405}:
        withdraw(folder, running)
        return None
    return _record(status, said)


def _record(status: int, said: object) -> Record:
    told = said if isinstance(said, dict) else {}
    if status != 200:
        raise KitError(told.get("message") or DestructionFailed(str(status)).message)
    return Record.model_validate(told)
