"""Taking a group's own copy in, removing it, and bringing it back."""

import contextlib
import os
import tempfile
from pathlib import Path

from workshop_kit.content.copy_kinds import CopyKind, copy_kind
from workshop_kit.content.own import (
    MOST_COPY_BYTES,
    MOST_COPY_MB,
    copies_folder,
    copy_files,
    files_of,
    section_named,
)
from workshop_kit.content.own_errors import (
    CopyTooLarge,
    NotACopy,
    OwnNotSaved,
    OwnTableUnusable,
    UnknownSection,
)
from workshop_kit.content.own_folder import PARTIAL, REMOVED
from workshop_kit.words import _


class CopyOnItsWay:
    """A file that arrives piece by piece beside its place; nothing else changes until it is whole.

    Parameters
    ----------
    section
        The key of the section it is for.

    Raises
    ------
    OwnNotSaved
        Nothing can be written there.
    """

    def __init__(self, section: str) -> None:
        self.section = section
        self._folder = _folder()
        self._size = 0
        self._problem: OwnNotSaved | CopyTooLarge | None = None
        try:
            descriptor, name = tempfile.mkstemp(dir=self._folder, prefix=PARTIAL)
        except OSError:
            raise OwnNotSaved(section) from None
        self._path = Path(name)
        self._file = os.fdopen(descriptor, "wb")

    def add(self, piece: bytes) -> None:
        """Take the next piece; what goes wrong is told by :meth:`keep`."""
        self._size += len(piece)
        if self._problem is not None:
            return
        if self._size > MOST_COPY_BYTES:
            self._problem = CopyTooLarge(MOST_COPY_MB)
            return
        try:
            self._file.write(piece)
        except OSError:
            self._problem = OwnNotSaved(self.section)

    def keep(self) -> None:
        """Put the whole file in its place.

        Raises
        ------
        CopyTooLarge, NotACopy, OwnNotSaved
            It cannot be used or saved. The copy that was there is still there.
        """
        try:
            kind = self._checked()
            place = self._folder / f"{self.section}{kind.suffix}"
            os.replace(self._path, place)  # noqa: PTH105 - as in whole_file
        except OSError:
            raise OwnNotSaved(self.section) from None
        finally:
            self.give_up()
        for path in _files_named(self.section):
            if path != place:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _checked(self) -> CopyKind:
        with self._file as file:
            if self._problem is None:
                file.flush()
                os.fsync(file.fileno())
        if self._problem is not None:
            raise self._problem
        try:
            return copy_kind(self._path)
        except ValueError as error:
            raise NotACopy(error) from None

    def give_up(self) -> None:
        """Forget what came so far; after :meth:`keep` there is nothing to forget."""
        with contextlib.suppress(OSError):
            self._file.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def remove_copy(section: str) -> None:
    """Take a section's copy away; until the kit starts again it can be brought back.

    Raises
    ------
    UnknownSection
        There is none.
    OwnNotSaved
        It cannot be moved.
    """
    folder = _folder()
    if not files_of(section):
        raise UnknownSection(section)
    try:
        for path in folder.glob(f"{REMOVED}{section}.*"):
            path.unlink()
        for path in _files_named(section):
            path.rename(folder / f"{REMOVED}{section}{path.suffix.lower()}")
    except OSError:
        raise OwnNotSaved(section) from None


def bring_back_copy(section: str) -> None:
    """Bring a copy back that was removed; raises as :func:`remove_copy` does."""
    folder = _folder()
    removed = sorted(folder.glob(f"{REMOVED}{section}.*"))
    if not removed and not files_of(section):
        raise UnknownSection(section)
    try:
        for path in removed:
            path.rename(folder / f"{section}{path.suffix}")
    except OSError:
        raise OwnNotSaved(section) from None


def removed_sections() -> tuple[str, ...]:
    """Return the sections whose copy can be brought back."""
    folder = copies_folder()
    paths = folder.glob(f"{REMOVED}*") if folder else []
    return tuple(sorted({path.stem.removeprefix(REMOVED) for path in paths}))


def _files_named(section: str) -> list[Path]:
    return [path for path in copy_files() if section_named(path) == section]


def _folder() -> Path:
    folder = copies_folder()
    if folder is None:
        raise OwnTableUnusable(_("There is no folder for your own copies. Start the kit again."))
    return folder
