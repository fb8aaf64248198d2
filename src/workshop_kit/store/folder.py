"""The folder on this laptop that holds the sessions, a file each."""

import os
import secrets
from pathlib import Path

import platformdirs

from workshop_kit.errors import BadSetting, KitError, UnknownSession
from workshop_kit.model import Session, plain_code
from workshop_kit.store.sqlite import SqliteStore
from workshop_kit.words import _

SUFFIX = ".session"


def default_folder() -> Path:
    """Return where this user's programs keep their data."""
    return platformdirs.user_data_path("workshop-kit", appauthor=False)


class SessionFolder:
    """All sessions of one laptop.

    Parameters
    ----------
    path
        The data folder; it is made, readable by its owner only.
    served
        Folders that pages are served from; data must never lie inside one.
    """

    def __init__(self, path: Path, served: tuple[Path, ...] = ()) -> None:
        self.path = path.expanduser().resolve()
        for folder in served:
            if self.path.is_relative_to(folder.resolve()):
                raise BadSetting("--data", str(path), _("a folder outside of the notebooks"))
        self._sessions.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def _sessions(self) -> Path:
        return self.path / "sessions"

    def files(self) -> list[Path]:
        """Return the sessions' files, oldest date first."""
        return sorted(self._sessions.glob(f"*{SUFFIX}"))

    def create(self, new: Session) -> SqliteStore:
        """Make a session's file; its name tells the date and nothing else."""
        return SqliteStore.create(self._sessions / f"{new.held_on}-{new.id[:8]}{SUFFIX}", new)

    def sessions(self) -> list[tuple[Path, Session | KitError]]:
        """Return each file with its session, or with the reason why it cannot be read."""
        return [(path, _peek(path)) for path in self.files()]

    def open_code(self, code: str) -> SqliteStore:
        """Open the session with this join code, or raise :class:`UnknownSession`."""
        for path, session in self.sessions():
            if isinstance(session, Session) and session.join_code == plain_code(code):
                return SqliteStore(path)
        raise UnknownSession(code)

    def cookie_secret(self) -> bytes:
        """Return what signs cookies; made once, kept across restarts."""
        path = self.path / "cookie_secret"
        if not path.exists():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(32))
        return path.read_bytes()


def _peek(path: Path) -> Session | KitError:
    try:
        store = SqliteStore(path)
    except KitError as error:
        return error
    try:
        return store.session()
    finally:
        store.close()
