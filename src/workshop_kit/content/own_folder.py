"""The group's own folder: where it is, and what stands in it from the start."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop_kit.content.own_sheets import SHEETS
from workshop_kit.file_errors import CannotUseData
from workshop_kit.spreadsheet import BYTE_ORDER_MARK
from workshop_kit.whole_file import write_whole
from workshop_kit.words import _

OWN = "WORKSHOP_KIT_OWN"
"""The variable that names the folder. Kernels are told it: all that is in it is for everybody."""
COPIES = "copies"
PARTIAL, REMOVED = ".part-", ".removed-"
"""How files begin that are on their way in, or out."""


def own_folder() -> Path | None:
    """Return the folder of the group's own additions; none means that there are no additions."""
    named = os.environ.get(OWN)
    return Path(named) if named else None


def use_own_folder(data: Path) -> Path:
    """Name ``own`` in a data folder as the group's own, unless another one is named already."""
    folder = (own_folder() or data / "own").expanduser().absolute()
    os.environ[OWN] = str(folder)
    return folder


@contextmanager
def own_folder_of(data: Path) -> Iterator[None]:
    """Use the group's own folder for a while, in a program that does more than one thing."""
    before = os.environ.get(OWN)
    use_own_folder(data)
    try:
        yield
    finally:
        os.environ.pop(OWN)
        if before is not None:
            os.environ[OWN] = before


def plain_file(path: Path) -> os.stat_result | None:
    """Return a file's facts; nothing for what is not there, a folder, or a link to elsewhere."""
    try:
        found = path.lstat()
    except (OSError, ValueError):  # a name with a zero byte
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def prepare_own_folder(folder: Path) -> None:
    """Make the folder with what explains it; what is there already stays as it is.

    What a broken upload left is cleared away, and copies that were removed are gone for good.

    Raises
    ------
    CannotUseData
        The folder cannot be made or written to.
    """
    try:
        (folder / COPIES).mkdir(parents=True, exist_ok=True)
        for name, text in _first_files().items():
            if not os.path.lexists(folder / name):
                write_whole(folder / name, (BYTE_ORDER_MARK + text).encode("utf-8"))
        for left in (folder / COPIES).iterdir():
            if left.name.startswith((PARTIAL, REMOVED)) and plain_file(left):
                left.unlink()
    except OSError as error:
        raise CannotUseData(str(folder), error.strerror or type(error).__name__) from None


def _first_files() -> dict[str, str]:
    tables = {sheet.file: ",".join(sheet.headings) + "\r\n" for sheet in SHEETS.values()}
    return {"README.txt": "\r\n".join(_readme()) + "\r\n", **tables}


def _readme() -> list[str]:
    return [
        _("YOUR GROUP'S OWN LINES, RESOURCES AND COPIES"),
        "",
        _("What you put here stands beside what comes with the kit. It never takes its place."),
        _("Everyone in the workshop can see it. Put nothing private here."),
        "",
        _("help_lines.csv"),
        _("  One help line in each row. It appears on every page, after the kit's lines."),
        _("  name, number and for whom are needed. Who checked it is never shown to others."),
        "",
        _("resources.csv"),
        _("  One resource in each row. It appears in the table of resources."),
        _("  title, address and about are needed. The address begins with https://"),
        "",
        _("copies"),
        _("  One file for a section: PDF, TXT, DOCX or ODT, of 30 MB at most."),
        _("  Name it after the section's page, such as get-informed.pdf"),
        "",
        _("Open the tables with a spreadsheet program. Keep the first row as it is."),
        _("Write dates as year-month-day, such as 2026-11-22."),
        _("The facilitator's page has a form for all of this, and says what cannot be used."),
        _("All of it stays on this laptop until you delete it."),
    ]
