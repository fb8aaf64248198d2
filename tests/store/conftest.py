"""Fixtures: each database, and a workshop in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.databases import DATABASES, Database
from tests.store.evening import joined, open_session, set_question
from workshop_kit.store.contract import Store
from workshop_kit.store.sqlite import SqliteStore


@pytest.fixture(params=sorted(DATABASES))
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    made = DATABASES[request.param](tmp_path)
    yield made
    made.close()


@pytest.fixture
def store(database: Database) -> Store:
    """An open session with question 3 open."""
    made = database.create(open_session())
    set_question(made, "open")
    return made


@pytest.fixture
def person(store: Store) -> str:
    return joined(store)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[SqliteStore]:
    """The same in an SQLite file, for what only a file can show."""
    made = SqliteStore.create(tmp_path / "evening.session", open_session())
    set_question(made, "open")
    yield made
    made.close()
