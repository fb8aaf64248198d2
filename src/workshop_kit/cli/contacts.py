"""``workshop-kit contacts``: write the contacts that people left, for those who are named."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from workshop_kit.cli.options import Code, Data, open_folder
from workshop_kit.words import _

HELP = _("Write the contacts that people left. Each who was named gets a page and a table.")
EXAMPLE = _("Example: workshop-kit contacts K7M4QX --out Documents")


def contacts(
    code: Code,
    out: Annotated[
        Path,
        typer.Option(metavar="FOLDER", help=_("Where to write."), show_default=_("this folder")),
    ] = Path(),
    data: Data = None,
) -> None:
    """Read the contacts once, write two files for each list, note where they are."""
    from workshop_kit.contact_list import as_page, as_table, contact_lists, file_stems, kept_until
    from workshop_kit.errors import QuestionOpen
    from workshop_kit.model import Export, today
    from workshop_kit.room.offers import Offers
    from workshop_kit.whole_file import write_whole

    with closing(open_folder(data).open_code(code)) as store:
        if Offers.of(store).is_open:
            raise QuestionOpen
        until = kept_until(store.session())
        lists = contact_lists(entry.body for entry in store.entries("contact"))
        folder = out.expanduser()
        folder.mkdir(parents=True, exist_ok=True)
        for one, stem in zip(lists, file_stems(lists, store.session()), strict=True):
            for kind, text in (("html", as_page(one, until)), ("csv", as_table(one, until))):
                path = _free(folder, stem, kind)
                write_whole(path, text.encode("utf-8"))
                print(path)
                made = Export(format=kind, made_on=today(), place=str(path.resolve()))
                store.note_export(made).result()
            print(_("Only for: {recipients}", recipients=one.recipients))
            print(_("Delete by: {until}", until=until))
    if lists:
        print(_("These files are copies. The kit cannot destroy them for you."))
    else:
        print(_("Nobody left a contact."))


def _free(folder: Path, stem: str, kind: str) -> Path:
    """Return a name that is not taken: nothing is replaced."""
    path, number = folder / f"{stem}.{kind}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem} ({number}).{kind}"
    return path
