"""One thread that writes: jobs that arrive together share a commit."""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from workshop_kit.file_errors import CannotSave, Trouble
from workshop_kit.store.savepoint import alone
from workshop_kit.store.session_file import as_cannot_save, try_to_write

T = TypeVar("T")
_Job = tuple[Callable[[Connection], Any], "Future[Any]", bool]

BATCH = 500
"""Jobs that share a commit at most: keeps the wait of the first one short."""

SECONDS_BETWEEN_TRIES = 2.0
"""How often it is tried whether the trouble is over, while nobody else writes."""

MILLISECONDS_WHILE_LOCKED = 300
"""How long a write waits for a lock that was waited for in vain before."""

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
    trouble
        Why the last commit failed; nothing if it went well. While there is trouble, the writer
        tries by itself whether it is over.
    """

    trouble: Trouble | None = None

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
        try:
            job = self._jobs.get(timeout=SECONDS_BETWEEN_TRIES if self.trouble else None)
        except queue.Empty:
            return [(try_to_write, Future(), False)], True
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
                self._connection = self._connect()
            with self._connection.begin():
                for job, future, forgets in batch:
                    self._owed |= forgets
                    outcomes.append((future, alone(self._connection, job)))
            if self._forget and self._owed:
                self._owed = not self._forget(self._connection)
        except Exception as error:  # noqa: BLE001 - a thread that died would let everyone wait
            trouble = self._failed(error)
            outcomes = [(future, CannotSave(trouble)) for _, future, _ in batch]
        else:
            self._went_well()
        for future, outcome in outcomes:
            if isinstance(outcome, Exception):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)

    def _connect(self) -> Connection:
        connection = self._engine.connect()
        if self.trouble is Trouble.LOCKED:  # else all would wait in line behind a lock that stays
            raw: Any = connection.connection.driver_connection
            raw.execute(f"PRAGMA busy_timeout = {MILLISECONDS_WHILE_LOCKED}")
        return connection

    def _went_well(self) -> None:
        if self.trouble:
            log.warning("saving goes on")
            self.trouble = None
            self._drop_connection()  # the next one is patient again

    def _failed(self, error: Exception) -> Trouble:
        """Note why nothing could be saved, and begin anew with the next commit."""
        trouble = as_cannot_save(error).trouble
        if trouble is not self.trouble:  # once, and not with each try
            # The type only: the statement would carry what people wrote into the log.
            log.error("could not save: %s", type(error.__cause__ or error).__name__)
        self.trouble = trouble
        self._drop_connection()
        return trouble

    def _drop_connection(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None
