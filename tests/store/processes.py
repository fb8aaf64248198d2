"""Real processes beside the test: what they do there, and how they are ended."""

import contextlib
import itertools
import multiprocessing
import sqlite3
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import sqlalchemy

from tests.store.evening import answer, joined, put, set_question, texts
from workshop_kit.file_errors import CannotSave
from workshop_kit.model import Write, today
from workshop_kit.store.folder import SessionFolder
from workshop_kit.store.migrations import MIGRATIONS, Migration
from workshop_kit.store.sqlite import SqliteStore


def _context() -> Any:
    """Return how processes are begun: from a server that has read this module, where there is."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pytest", __name__])
    return context


_CONTEXT = _context()


@contextlib.contextmanager
def beside(target: Callable[..., None], *values: Any) -> Iterator[tuple[BaseProcess, Connection]]:
    """Run a function of this module in a process of its own, with a pipe as its first argument."""
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=target, args=(theirs, *values))
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def hear(pipe: Connection) -> Any:
    """Return what the process says next; one that says nothing fails the test."""
    assert pipe.poll(60), "the other process said nothing"
    return pipe.recv()


def put_one(pipe: Connection, path: Path, person: str, text: str) -> None:
    """Write once, when told to."""
    store = SqliteStore(path)
    pipe.send("ready")
    pipe.recv()
    put(store, answer(person, text))
    pipe.send("written")
    pipe.recv()


def put_until_killed(pipe: Connection, path: Path) -> None:
    """Write without end, several at once, and say each id that was acknowledged."""
    store = SqliteStore(path)
    person = joined(store)
    for key in ("q4", "q5"):
        set_question(store, "open", key)
    for number in itertools.count():
        writes = [answer(person, f"answer {number}.{part}", key=f"q{part}") for part in (3, 4, 5)]
        revised = [w.model_copy(update={"revision": number}) for w in writes]
        futures = [store.put(w) for w in revised]
        for write, future in zip(revised, futures, strict=True):
            future.result()
            pipe.send((person, write.write_id, write.body["items"][0]))


def hold_lock(pipe: Connection, path: Path, kind: str) -> None:
    """Hold a lock of SQLite's until told to let go."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"BEGIN {kind}")
    connection.execute("SELECT count(*) FROM entry").fetchall()
    pipe.send("held")
    pipe.recv()
    connection.execute("ROLLBACK")
    connection.close()
    pipe.send("let go")


def read_texts(pipe: Connection, path: Path) -> None:
    """Read every answer, as a command in a terminal does, and let go of the file."""
    store = SqliteStore(path)
    found = texts(store)
    store.close()
    pipe.send(found)


def close_and_stay(pipe: Connection, path: Path) -> None:
    """Close the session while somebody reads, say how that went, and wait to be killed."""
    store = SqliteStore(path, busy_seconds=0.1)
    pipe.send(type(store.close_session(today()).exception()).__name__)
    pipe.recv()


def fill_the_disk(pipe: Connection, path: Path) -> None:
    """Write until the disk is full, then with room again.

    Says what was acknowledged, what was refused, what was stored meanwhile, and how the refused
    writes went when they were sent again.
    """
    import resource  # noqa: PLC0415 - not there on Windows

    store = SqliteStore(path)
    people = [joined(store) for _ in range(8)]
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    journal = path.with_name(path.name + "-wal")
    resource.setrlimit(resource.RLIMIT_FSIZE, (journal.stat().st_size + 200_000, hard))
    acknowledged: dict[str, str] = {}
    refused: list[Write] = []
    number = 0
    while not refused:
        writes = [answer(person, f"{number} " + "x" * 7000, number) for person in people]
        futures = [store.put(w) for w in writes]
        for write, future in zip(writes, futures, strict=True):
            if problem := future.exception(timeout=60):
                assert isinstance(problem, CannotSave)
                refused.append(write)
            else:
                acknowledged[write.author] = write.body["items"][0]
        number += 1
    stored = {e.author: e.body["items"][0] for e in store.entries("answer")}
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    again = [store.put(write).result(timeout=60).revision for write in refused]
    pipe.send((acknowledged, stored, [w.revision for w in refused], again))
    store.close()


def stop_in_migration(pipe: Connection, path: Path) -> None:
    """Begin a migration and wait in the middle of it to be killed."""

    def half(connection: sqlalchemy.Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (x)")
        connection.exec_driver_sql("DELETE FROM entry")
        pipe.send("half")
        pipe.recv()

    SqliteStore(path, migrations=(*MIGRATIONS, Migration(MIGRATIONS[-1].number + 1, half)))


def make_secret(pipe: Connection, folder: Path) -> None:
    """Ask for the cookies' secret when told to."""
    sessions = SessionFolder(folder)
    pipe.send("ready")
    pipe.recv()
    pipe.send(sessions.cookie_secret())


def told(pipe: Connection) -> None:
    """Tell the process to go on."""
    pipe.send("go on")
