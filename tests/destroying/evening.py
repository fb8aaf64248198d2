"""A closed workshop in a data folder, with what people wrote in it."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.store.evening import done, joined, put, words
from workshop_kit.model import Session, SessionState, Write, new_id, today
from workshop_kit.store.folder import SessionFolder

SAID = "The gas station on Fourth Avenue, after midnight"
ALSO = 'q̓ic̓əy elders know "who" to ask,\nand when to ask them'


def evening(
    folder: SessionFolder,
    *texts: str,
    closed: bool = True,
    closed_on: date | None = None,
    **details: Any,
) -> tuple[Path, Session]:
    """Make a workshop in which people said some things; let go of its file."""
    new = Session(**{"title": "Evening", "state": SessionState.OPEN} | details)
    store = folder.create(new)
    for text in texts or (SAID, ALSO):
        write = Write(
            kind="answer", key="q3", author=joined(store), write_id=new_id(), body=words(text)
        )
        put(store, write)
    if closed:
        done(store.close_session(closed_on or today()))
    session = store.session()
    store.close()
    return store.path, session


def content(folder: Path) -> bytes:
    """Everything that stands in any file of a folder."""
    return b"\x00\x00".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())
