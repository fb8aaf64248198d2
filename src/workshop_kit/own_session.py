"""The session that a facilitator's or an author's kernel may read, and one look at it."""

import logging
import os
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import NamedTuple, NoReturn

from workshop_kit.errors import KitError
from workshop_kit.model import BROWSER, Entry, Export, Session, today
from workshop_kit.notes.report import Report, report_of
from workshop_kit.store.folder import SessionFolder, default_folder
from workshop_kit.store.sqlite import SqliteStore
from workshop_kit.words import _

DATA = "WORKSHOP_KIT_DATA"
SESSION = "WORKSHOP_KIT_SESSION"

log = logging.getLogger(__name__)


class Look(NamedTuple):
    """A session as it stood at one moment."""

    session: Session
    entries: list[Entry]
    people: int

    @property
    def report(self) -> Report:
        """What notes may tell of it."""
        return report_of(self.session, self.entries, self.people)


def look() -> Look | None:
    """Read the session of this kernel; none if there is no session yet.

    The server names data folder and session in the environment of a facilitator's kernel. In
    JupyterLab it is the newest session of the data folder, the demo only if there is no other.
    The file is let go at once, so that it can be destroyed.

    Raises
    ------
    KitError
        The session that was named is gone or cannot be read; the message says which.
    """
    path = _file()
    if path is None:
        return None
    with closing(SqliteStore(path)) as store:
        return Look(store.session(), store.entries(), store.people().joined)


def note_saved(format_name: str) -> None:
    """Remember that a browser saved notes of this kernel's session, if it can be written."""
    try:
        path = _file()
        if path is not None:
            with closing(SqliteStore(path)) as store:
                made = Export(format=format_name, made_on=today(), place=BROWSER)
                store.note_export(made).result()
    except KitError as error:  # the file is saved all the same
        log.warning("could not note what was saved: %s", error.code)


def _file() -> Path | None:
    folder = Path(os.environ.get(DATA) or default_folder())
    wanted = os.environ.get(SESSION)
    # Looking for a session must not leave an empty data folder behind.
    found = SessionFolder(folder).sessions() if folder.is_dir() else []
    readable = [(path, one) for path, one in found if isinstance(one, Session)]
    if wanted:
        return _named(wanted, readable) or _gone([one for _, one in found])
    return max(readable, key=lambda pair: newness(pair[1]))[0] if readable else None


def newness(session: Session) -> tuple[bool, date]:
    """Return what sorts sessions: the demo before all others, then by their dates."""
    return not session.demo, session.held_on


def _named(wanted: str, readable: list[tuple[Path, Session]]) -> Path | None:
    return next((path for path, one in readable if one.id == wanted), None)


def _gone(found: list[Session | KitError]) -> NoReturn:
    for one in found:
        if isinstance(one, KitError):  # perhaps it is this one that cannot be read
            raise one
    raise KitError(_("This workshop is no longer on this laptop. It may have been destroyed."))
