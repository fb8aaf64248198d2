"""The databases that every contract test runs over. Another one is one line in ``DATABASES``."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from workshop_kit.model import Session
from workshop_kit.store.contract import Store
from workshop_kit.store.sqlite import SqliteStore


class Database(Protocol):
    """Makes stores, and opens them again."""

    def create(self, new: Session) -> Store: ...

    def reopen(self, store: Store) -> Store: ...

    def close(self) -> None: ...


class SqliteDatabase:
    """Sessions as files in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opened: list[SqliteStore] = []

    def create(self, new: Session) -> Store:
        self._opened.append(SqliteStore.create(self._folder / f"{new.id}.session", new))
        return self._opened[-1]

    def reopen(self, store: Store) -> Store:
        assert isinstance(store, SqliteStore)
        store.close()
        self._opened.append(SqliteStore(store.path))
        return self._opened[-1]

    def close(self) -> None:
        for store in self._opened:
            store.close()


DATABASES: dict[str, Callable[[Path], Database]] = {"sqlite": SqliteDatabase}
