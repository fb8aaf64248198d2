"""``workshop-kit export``: write a workshop's notes."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workshop_kit.cli.options import Code, Data, open_folder
from workshop_kit.words import _, n_

if TYPE_CHECKING:
    from workshop_kit.model import Entry
    from workshop_kit.notes.report import Report

HELP = _("Write the notes of a workshop: what was approved, and counts.")
EXAMPLE = _("Example: workshop-kit export K7M4QX --format md,csv --out Documents")


def export(
    code: Code,
    formats: Annotated[
        str, typer.Option("--format", metavar="FORMATS", help=_("One or more of md, csv, json."))
    ] = "md,csv,json",
    out: Annotated[
        Path,
        typer.Option(metavar="FOLDER", help=_("Where to write."), show_default=_("this folder")),
    ] = Path(),
    force: Annotated[
        bool, typer.Option("--force", help=_("Replace earlier notes of the same date."))
    ] = False,
    data: Data = None,
) -> None:
    """Read the session once, then write a file for each format."""
    from workshop_kit.notes.export import export as write
    from workshop_kit.notes.export import formats_named
    from workshop_kit.notes.report import report_of

    wanted = formats_named(formats)
    with closing(open_folder(data).open_code(code)) as store:
        entries = store.entries()
        report = report_of(store.session(), entries, store.people().joined)
    for path in write(report, wanted, out, force=force):
        print(path)
    for line in _remarks(report, entries):
        print(line)


def _remarks(report: "Report", entries: "list[Entry]") -> list[str]:
    from workshop_kit.review import counted

    waiting = sum(counted(entries, one.key).waiting for one in report.questions if one.verbatim)
    copies = _("These files are copies. The kit cannot destroy them for you.")
    if not waiting:
        return [copies]
    left = n_(
        "{number} answer was not reviewed, so it is left out.",
        "{number} answers were not reviewed, so they are left out.",
        waiting,
    )
    return [left, copies]
