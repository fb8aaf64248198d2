"""A report becomes files in a folder, without touching anything that is not the kit's."""

from collections.abc import Iterable
from pathlib import Path

from workshop_kit.errors import BadSetting, KitError
from workshop_kit.notes.formats import FORMATS, Format, file_stem
from workshop_kit.notes.report import Report
from workshop_kit.whole_file import write_whole
from workshop_kit.words import _


def export(
    report: Report, formats: Iterable[Format], folder: Path, *, force: bool = False
) -> list[Path]:
    """Write a report in some formats and return the files.

    Where a name is taken, all files of this export get a number behind their name; with ``force``
    they take the place of earlier notes.

    Raises
    ------
    KitError
        ``force`` would replace a file that the kit did not make. Nothing was written.
    OSError
        The folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = list(formats)
    stem = file_stem(report)
    if force:
        for one in wanted:
            _check_ours(folder / (stem + one.suffix), one)
    else:
        stem = _free_stem(folder, stem, wanted)
    contents = [one.render(report).encode("utf-8") for one in wanted]
    paths = [folder / (stem + one.suffix) for one in wanted]
    for path, content in zip(paths, contents, strict=True):
        write_whole(path, content)
    return paths


def formats_named(listed: str) -> list[Format]:
    """Return formats by their names, such as ``md,csv``; raises :class:`BadSetting`."""
    names = list(dict.fromkeys(name.strip().lower() for name in listed.split(",") if name.strip()))
    if not names or any(name not in FORMATS for name in names):
        raise BadSetting("--format", listed, _("one or more of {known}", known=",".join(FORMATS)))
    return [FORMATS[name] for name in names]


def _free_stem(folder: Path, stem: str, wanted: list[Format]) -> str:
    number, free = 1, stem
    while any((folder / (free + one.suffix)).exists() for one in wanted):
        number += 1
        free = f"{stem} ({number})"
    return free


def _check_ours(path: Path, wanted: Format) -> None:
    if not path.exists():
        return
    try:
        ours = wanted.mark in path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, OSError):
        ours = False
    if not ours:
        raise KitError(
            _(
                "The file “{name}” was not made by the kit, so it stays as it is. "
                "Move it away, or choose another folder with --out.",
                name=str(path),
            )
        )
