"""One thread that writes: jobs that arrive together share a commit."""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from workshop_kit.errors import CannotSave
from workshop_kit.store.savepoint import alone

T = TypeVar("T")
_Job = tuple[Callable[[Connection], Any], "Future[Any]", bool]

BATCH = 500
"""Jobs that share a commit at most: keeps the wait of the first one short."""

log = logging.getLogger(__name__)


class Writer:
    """Runs jobs in order on one connection; a job's future is done after its commit.

    Parameters
    ----------
    engine
        The database.
    forget
        Is called after the commit of a job that forgets something, and again after later commits
        until it returns true.
    """

    def __init__(self, engine: Engine, forget: Callable[[Connection], bool] | None = None) -> None:
        self._engine = engine
        self._forget = forget
        self._owed = False
        self._connection: Connection | None = None
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closed = False
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[Connection], T], *, forgets: bool = False) -> "Future[T]":
        """Run a job in the next transaction; it fails alone, without touching its neighbours.

        A job that ``forgets`` replaces or removes what a person wrote.
        """
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                future.set_exception(CannotSave())
            else:
                self._jobs.put((job, future, forgets))
        return future

    def close(self) -> None:
        """Finish all jobs, then end the thread."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()

    def _run(self) -> None:
        going = True
        while going:
            batch, going = self._next_batch()
            if batch:
                self._commit(batch)
        if self._connection is not None:
            self._connection.close()

    def _next_batch(self) -> tuple[list[_Job], bool]:
        batch: list[_Job] = []
        job = self._jobs.get()
        while job is not None:
            if job[1].set_running_or_notify_cancel():
                batch.append(job)
            if len(batch) == BATCH:
                return batch, True
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return batch, True
        return batch, False

    def _commit(self, batch: list[_Job]) -> None:
        outcomes: list[tuple[Future[Any], Any]] = []
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            with self._connection.begin():
                for job, future, forgets in batch:
                    self._owed |= forgets
                    outcomes.append((future, alone(self._connection, job)))
            if self._forget and self._owed:
                self._owed = not self._forget(self._connection)
        except Exception as error:  # noqa: BLE001 - a thread that died would let everyone wait
            # The type only: the statement would carry what people wrote into the log.
            log.error("could not save: %s", type(error.__cause__ or error).__name__)  # noqa: TRY400
            self._drop_connection()
            outcomes = [(future, CannotSave()) for _, future, _ in batch]
        for future, outcome in outcomes:
            if isinstance(outcome, Exception):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)

    def _drop_connection(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None
