"""Ids of widgets that are the same in every process that executes the same notebook."""

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import comm

VARIANT = "STORED_PAGE_VARIANT"
"""The environment variable that tells pages of one notebook apart, such as ``en`` and ``fr``."""


def seed(name: str, sources: Iterable[str]) -> str:
    """Return what all ids of a page are made from: a notebook's name and its code cells' texts.

    After a change, an older page must not find other widgets under the ids it knows.
    """
    text = json.dumps([name, os.environ.get(VARIANT, ""), *sources])
    return hashlib.sha256(text.encode()).hexdigest()


class Ids:
    """The ids of one page, one after the other.

    An id is a keyed hash of how many came before and of what it is for. So a process that makes
    its widgets in another order has ids that nobody knows, and none that mean another widget.
    """

    def __init__(self, seed: str) -> None:
        self._key = hashlib.sha256(seed.encode()).digest()
        self._given = 0
        self._turn = threading.Lock()

    def next(self, what: str) -> str:
        """Return another id: 32 hexadecimal digits, as ``uuid4().hex`` has.

        ``what`` says what it is for, in any words.
        """
        with self._turn:
            self._given += 1
            said = f"{self._given}\n{what}".encode()
        return hashlib.blake2b(said, key=self._key, digest_size=16).hexdigest()


@contextmanager
def deterministic_comms(ids: Ids) -> Iterator[None]:
    """Let comms that are opened in this block have these ids.

    It replaces ``comm.create_comm``, which its makers offer for that, and puts it back.
    """
    create: Callable[..., Any] = comm.create_comm

    def create_comm(*args: Any, **kwargs: Any) -> Any:
        if not kwargs.get("comm_id"):
            kwargs["comm_id"] = ids.next(_model(kwargs.get("data")))
        return create(*args, **kwargs)

    comm.create_comm = create_comm
    try:
        yield
    finally:
        comm.create_comm = create


def _model(data: Any) -> str:
    """Return the kind of model that a comm is opened for."""
    state = (data or {}).get("state") or {}
    return f"{state.get('_model_module')}.{state.get('_model_name')}"
