"""The group's own additions as the pages show them: help lines, resources, copies of sections."""

import os
import re
from functools import lru_cache
from pathlib import Path

from babel.numbers import format_decimal

from workshop_kit.content.copy_kinds import CopyKind, copy_kind
from workshop_kit.content.own_folder import COPIES, own_folder, plain_file
from workshop_kit.content.own_rows import own_rows
from workshop_kit.content.own_sheets import SHEETS
from workshop_kit.content.sections import sections
from workshop_kit.model import Frozen
from workshop_kit.words import _, language

MOST_COPY_MB = 30
MOST_COPY_BYTES = MOST_COPY_MB * 1024 * 1024
_MOST_FILES = 500
"""Files of the folder that are looked at; there are eight sections."""


class OwnCopy(Frozen):
    """The group's own copy of a section: a file that opens at ``own/SECTION``.

    ``size`` is in bytes; ``changed`` is when the file was changed, in nanoseconds since 1970.
    """

    section: str
    path: Path
    kind: CopyKind
    size: int
    changed: int

    @property
    def label(self) -> str:
        """What a link to it says: “Our own copy (PDF, 1.2 MB)”."""
        return _("Our own copy ({kind}, {size})", kind=self.kind.shown, size=self.shown_size)

    @property
    def shown_size(self) -> str:
        """The size in words, in the language in use."""
        if self.size < 100_000:
            return _("{number} KB", number=max(1, round(self.size / 1000)))
        locale = language().replace("-", "_")
        number = format_decimal(self.size / 1_000_000, format="0.0", locale=locale)
        return _("{number} MB", number=number)

    @property
    def download_name(self) -> str:
        """A file name that says nothing of the topic to who looks through a phone later."""
        return f"{self.section}{self.kind.suffix}"


def own_copy(section_key: str) -> OwnCopy | None:
    """Return the group's own copy of a section, or nothing where there is none to be used.

    Of several files for one section the newest counts. Links are not followed, and files are
    known by what they hold, never by their names.
    """
    return newest(files_of(section_key))


def newest(found: list[OwnCopy]) -> OwnCopy | None:
    """Return the copy that counts."""
    return max(found, key=lambda one: (one.changed, one.path.name), default=None)


def files_of(section_key: str) -> list[OwnCopy]:
    """Return every file that can be used as a copy of a section."""
    return [
        copy
        for path in copy_files()
        if section_named(path) == section_key and (copy := _copy(section_key, path))
    ]


def copy_files() -> list[Path]:
    """Return the plain files in the folder of copies, without those on their way in or out."""
    folder = copies_folder()
    if folder is None:
        return []
    try:
        with os.scandir(folder) as entries:
            names = [one.name for one, _number in zip(entries, range(_MOST_FILES), strict=False)]
    except OSError:
        return []
    paths = (folder / name for name in sorted(names) if not name.startswith("."))
    return [path for path in paths if plain_file(path)]


def copies_folder() -> Path | None:
    """Return the folder of copies; a link in its place is not followed."""
    own = own_folder()
    folder = own / COPIES if own else None
    return folder if folder and folder.is_dir() and not folder.is_symlink() else None


def section_named(path: Path) -> str:
    """Return the section that a file's name means: ``Get Informed.PDF`` is ``get-informed``."""
    return re.sub(r"[\s_-]+", "-", path.stem.casefold().strip())


def _copy(section_key: str, path: Path) -> OwnCopy | None:
    found = plain_file(path)
    if found is None or not 0 < found.st_size <= MOST_COPY_BYTES:
        return None
    try:
        kind = _kind(path, (found.st_mtime_ns, found.st_size, found.st_ino))
    except ValueError:
        return None
    return OwnCopy(
        section=section_key, path=path, kind=kind, size=found.st_size, changed=found.st_mtime_ns
    )


@lru_cache(maxsize=64)
def _kind(path: Path, state: tuple[int, int, int]) -> CopyKind:  # noqa: ARG001 - as in own_rows
    return copy_kind(path)


def own_problems() -> tuple[str, ...]:
    """Return a sentence for each thing in the group's own folder that cannot be used."""
    tables = (problem for sheet in SHEETS.values() for problem in own_rows(sheet).problems)
    return (*tables, *copy_problems())


def copy_problems() -> tuple[str, ...]:
    """Return a sentence for each file in the folder of copies that is not used."""
    keys = [one.key for one in sections()]
    problems = []
    for path in copy_files():
        key = section_named(path)
        copy = _copy(key, path)
        if key not in keys:
            why = _("It is named after no section. These are: {keys}.", keys=", ".join(keys))
        elif copy is None:
            why = _why_not(path)
        elif copy != own_copy(key):
            why = _("There is a newer file for the same section.")
        else:
            continue
        problems.append(_("“{file}” is not used. {why}", file=path.name, why=why))
    return tuple(problems)


def _why_not(path: Path) -> str:
    found = plain_file(path)
    if found and found.st_size > MOST_COPY_BYTES:
        return _("It is larger than {limit} MB.", limit=MOST_COPY_MB)
    return _("It is no PDF, plain text, Word or OpenDocument file.")
