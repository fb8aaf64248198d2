"""Another program that holds a session's file for longer than a write waits."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.faults.namespaces import until
from tests.faults.phones import Phone, Sending, lost_and_doubled
from tests.faults.sizes import Record, size
from tests.kit_process import KitProcess
from tests.people import Facilitator

PEOPLE = size(8, 200)


def file_of(server: KitProcess, facilitator: Facilitator) -> Path:
    [path] = server.data.glob(f"sessions/*-{facilitator.session[:8]}.session")
    return path


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold it as a program does that is about to write and never gets there."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")


def test_answers_wait_until_the_file_is_let_go(
    server: KitProcess, facilitator: Facilitator, record: Record
) -> None:
    facilitator.open_all()
    phones = Phone.several(PEOPLE, server.url, facilitator.known()["join_code"])
    with Sending(phones, lambda phone: [phone.send(key, "words") for key in ("q2", "q3")]) as going:
        with held(file_of(server, facilitator)):
            until(lambda: facilitator.state()["trouble"] == "locked")
            phone = phones[0]
            refused = phone.put("q4", {"shape": "list", "items": ["one more"]})
            assert refused.status_code == 503
            assert "Another program" in refused.json()["message"]
            assert refused.headers["Retry-After"]
            assert isinstance(phone.entries(), list), "what is there can be read all the while"
        until(lambda: going.acknowledged() == 2 * len(phones))
    until(lambda: facilitator.state()["trouble"] == "")
    assert set(going.troubles()) <= {"cannot_save", "no answer"}
    lost, doubled = lost_and_doubled(file_of(server, facilitator), phones)
    told = {"people": PEOPLE, "refused meanwhile": going.troubles()["cannot_save"]}
    told |= {"acknowledged": going.acknowledged(), "lost": lost, "doubled": doubled}
    record(told)
    assert (lost, doubled) == (0, 0)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody move a file that is open")
def test_a_file_that_was_moved_away_takes_answers_again_once_it_is_back(
    server: KitProcess, facilitator: Facilitator
) -> None:
    facilitator.open_all()
    phones = Phone.several(3, server.url, facilitator.known()["join_code"])
    path = file_of(server, facilitator)
    elsewhere = path.with_suffix(".elsewhere")
    with Sending(phones, lambda phone: phone.send("q2", "words")) as going:
        path.rename(elsewhere)
        phones[0].put("q3", {"shape": "list", "items": ["nowhere"]})
        until(lambda: facilitator.state()["trouble"] == "cannot_save")
        elsewhere.rename(path)
    until(lambda: facilitator.state()["trouble"] == "")
    assert going.acknowledged() == len(phones)
    assert lost_and_doubled(path, phones) == (0, 0)
