"""``workshop-kit import``: read notes in JSON back in, as a closed workshop."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workshop_kit.cli.options import Data, Json, open_folder
from workshop_kit.words import _

if TYPE_CHECKING:
    from workshop_kit.model import Session

HELP = _("Read notes back in, as a closed workshop. It gets a code and a passphrase of its own.")
EXAMPLE = _("Example: workshop-kit import notes-2026-11-22.json")


def import_notes(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("Notes that end with .json."))],
    data: Data = None,
    as_json: Json = False,
) -> None:
    """Check the file whole, then store it whole."""
    from workshop_kit.notes.json_document import read_file
    from workshop_kit.notes.read_back import entries_of, session_of
    from workshop_kit.room.passphrase import hash_passphrase, new_passphrase
    from workshop_kit.whole_session import make_whole

    report = read_file(file)
    passphrase = new_passphrase()
    secret = {"passphrase_hash": hash_passphrase(passphrase)}
    session = session_of(report).model_copy(update=secret)
    entries = entries_of(report)
    path = make_whole(open_folder(data), session, lambda store: store.restore(entries).result())
    if as_json:
        told = {
            "code": session.join_code,
            "passphrase": passphrase,
            "title": session.title,
            "file": str(path),
        }
        print(json.dumps(told, indent=2))
    else:
        print(_in_words(session, passphrase))


def _in_words(session: "Session", passphrase: str) -> str:
    from workshop_kit.model import shown_code

    lines = [
        _("“{title}” was read in, as a closed workshop.", title=session.title),
        _("  Code:        {code}", code=shown_code(session.join_code)),
        _("  Passphrase:  {passphrase}", passphrase=passphrase),
        _("Write the passphrase down now. It is shown this once."),
    ]
    if session.destroy_on:
        lines.append(_("It is to be destroyed on {date}.", date=session.destroy_on))
    else:
        lines.append(_("The notes say no date on which to destroy it. Choose one."))
    return "\n".join(lines)
