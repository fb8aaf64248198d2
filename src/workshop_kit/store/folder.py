"""The folder on this laptop that holds the sessions, a file each."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

import platformdirs

from workshop_kit.destroy_errors import SeveralFit
from workshop_kit.errors import BadSetting, KitError, UnknownSession
from workshop_kit.file_errors import DamagedFile
from workshop_kit.model import Session, new_id, plain_code
from workshop_kit.store.session_file import as_kit_error, peek
from workshop_kit.store.sqlite import SqliteStore
from workshop_kit.words import _

SUFFIX = ".session"
BEGUN = ".destroying"
"""What the name of a session's file ends with once its destruction has begun."""
SECRET_BYTES = 64
_ID_DIGITS = 6
"""Fewer could fit several sessions, or be a slip."""
_PRIVATE = 0o700


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
        self._sessions = (self.path / "sessions").resolve()  # it may be a link to another disk
        for folder in served:
            if self._sessions.is_relative_to(folder.resolve()):
                raise BadSetting(
                    "--data",
                    str(path),
                    _("a folder outside of the notebooks and of your kit folder"),
                )
        try:
            self.path.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            (self.path / "sessions").mkdir(mode=_PRIVATE, exist_ok=True)  # no link to nowhere
        except OSError as error:
            raise as_kit_error(error, self.path) from error
        with suppress(OSError):  # a memory stick's file system may know no owners
            self._sessions.chmod(_PRIVATE)

    def files(self) -> list[Path]:
        """Return the sessions' files, oldest date first."""
        return self._with_suffix(SUFFIX)

    def _with_suffix(self, suffix: str) -> list[Path]:
        try:
            return sorted(path for path in self._sessions.iterdir() if path.suffix == suffix)
        except OSError as error:
            raise as_kit_error(error, self.path) from error

    def create(self, new: Session) -> SqliteStore:
        """Make a session's file; its name tells the date and nothing else."""
        return SqliteStore.create(self._sessions / f"{new.held_on}-{new.id[:8]}{SUFFIX}", new)

    def sessions(self) -> list[tuple[Path, Session | KitError]]:
        """Return each file with its session, or with the reason why it cannot be read."""
        return [(path, peek(path)) for path in self.files()]

    def open_code(self, code: str) -> SqliteStore:
        """Open the session with this join code, or raise :class:`UnknownSession`."""
        for path, session in self.sessions():
            if isinstance(session, Session) and session.join_code == plain_code(code):
                return SqliteStore(path)
        raise UnknownSession(code)

    def find(self, code: str) -> tuple[Path, Session | KitError]:
        """Return the file of a session by its join code, or by how its id begins.

        A file that cannot be read is found by its name, which has the first digits of the id.

        Raises
        ------
        UnknownSession
            None fits.
        SeveralFit
            More than one file fits, such as a copy beside its original.
        """
        every = self.sessions()
        fits: list[tuple[Path, Session | KitError]]
        typed = plain_code(code)
        fits = [(p, s) for p, s in every if isinstance(s, Session) and s.join_code == typed]
        if not fits and len(typed) >= _ID_DIGITS:
            fits = [(p, s) for p, s in every if _id_of(p, s).startswith(typed.lower())]
        if len(fits) > 1:
            raise SeveralFit(code, [path.name for path, _session in fits])
        if not fits:
            raise UnknownSession(code)
        return fits[0]

    def begun(self) -> list[Path]:
        """Return the files of sessions whose destruction was begun and not finished."""
        return self._with_suffix(BEGUN)

    def cookie_secret(self) -> bytes:
        """Return what signs cookies; made once, kept across restarts.

        Raises
        ------
        CannotUseData
            The data folder may not be written.
        DamagedFile
            The secret is too short to be one.
        """
        path = self.path / "cookie_secret"
        try:
            if not path.exists():
                _make_secret(path)
            secret = path.read_bytes()
        except OSError as error:
            raise as_kit_error(error, path) from error
        if len(secret) < SECRET_BYTES:
            raise DamagedFile(path.name)
        return secret


def _id_of(path: Path, session: Session | KitError) -> str:
    return session.id if isinstance(session, Session) else path.stem[-8:]


def _make_secret(path: Path) -> None:
    """Put a secret there in one step, so that two processes at once end up with the same."""
    fresh = path.with_name(f"{path.name}.{new_id()}")
    fresh.touch(mode=0o600)
    try:
        fresh.write_text(secrets.token_hex(SECRET_BYTES // 2), encoding="ascii")
        os.link(fresh, path)
    except FileExistsError:
        pass  # the other process was faster
    except OSError:  # this file system knows no links
        if not path.exists():
            fresh.rename(path)
    finally:
        fresh.unlink(missing_ok=True)
