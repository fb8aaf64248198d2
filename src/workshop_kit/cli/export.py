"""``workshop-kit export``: write a workshop's notes."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from workshop_kit.cli.options import Code, Data, open_folder
from workshop_kit.words import _

HELP = _("Write the notes of a workshop: what was approved, and counts.")
EXAMPLE = _("Example: workshop-kit export K7M4QX --format md,csv --out Documents")


def export(
    code: Code,
    formats: Annotated[
        str,
        typer.Option("--format", metavar="FORMATS", help=_("One or more of txt, md, csv, json.")),
    ] = "txt,md,csv,json",
    out: Annotated[
        Path,
        typer.Option(metavar="FOLDER", help=_("Where to write."), show_default=_("this folder")),
    ] = Path(),
    force: Annotated[
        bool, typer.Option("--force", help=_("Replace earlier notes of the same date."))
    ] = False,
    data: Data = None,
) -> None:
    """Read the session once, write a file for each format, note which ones."""
    from workshop_kit.content.own_folder import own_folder_of
    from workshop_kit.model import Export, today
    from workshop_kit.notes.export import export as write
    from workshop_kit.notes.export import formats_named
    from workshop_kit.notes.report import report_of
    from workshop_kit.notes.waiting import waiting

    wanted = formats_named(formats)
    folder = open_folder(data)
    with closing(folder.open_code(code)) as store, own_folder_of(folder.path):
        entries = store.entries()
        report = report_of(store.session(), entries, store.people().joined)
        for path in write(report, wanted, out.expanduser(), force=force):
            print(path)
            kind, place = path.suffix.lstrip("."), str(path.resolve())
            store.note_export(Export(format=kind, made_on=today(), place=place)).result()
    if left := waiting(report, entries):
        print(left)
    print(_("These files are copies. The kit cannot destroy them for you."))
