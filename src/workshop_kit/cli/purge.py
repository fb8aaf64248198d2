"""``workshop-kit purge``: destroy a workshop, and say what was done and what was not."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workshop_kit.cli.options import Code, Data, Json, open_folder
from workshop_kit.words import _, n_

if TYPE_CHECKING:
    from workshop_kit.destroying.record import Record
    from workshop_kit.errors import KitError
    from workshop_kit.model import Session
    from workshop_kit.store.folder import SessionFolder

HELP = _(
    "Destroy a workshop for good. Ends with 0 once it is gone and checked, with 3 if something "
    "of it remains or could not be checked, with 1 if nothing was destroyed."
)
EXAMPLE = _("Example: workshop-kit purge K7M4QX")
REMAINS = 3

Yes = Annotated[
    bool,
    typer.Option(
        "--yes",
        help=_("Do not ask. Not for a workshop that is open, or has answers that were set aside."),
    ),
]


def purge(code: Code, yes: Yes = False, data: Data = None, as_json: Json = False) -> None:
    """Find the session, ask, destroy, print the record."""
    from workshop_kit.destroy_errors import NotConfirmed
    from workshop_kit.destroying.destroy import finish_begun
    from workshop_kit.errors import KitError, UnknownSession

    folder = open_folder(data)
    finished = finish_begun(folder)
    try:
        path, session = folder.find(code)
    except UnknownSession:
        if not finished:
            raise
        _tell(finished, as_json=as_json)
    word = path.stem[-8:] if isinstance(session, KitError) else session.join_code
    needs_word = _explain(path, session, quiet=as_json or yes)
    if not yes or needs_word:
        typed = "" if yes else _ask(word)
        if typed != word.upper():
            raise NotConfirmed(typed)
    _tell([*finished, _destroyed(folder, path, session)], as_json=as_json)


def _explain(path: Path, session: "Session | KitError", *, quiet: bool) -> bool:
    """Say what is to be destroyed, and return whether somebody has to confirm that by hand."""
    from workshop_kit.destroy_errors import Held
    from workshop_kit.destroying.due import is_held
    from workshop_kit.destroying.written import written
    from workshop_kit.errors import KitError
    from workshop_kit.model import SessionState, today
    from workshop_kit.store.session_file import look_into

    if isinstance(session, KitError):
        if not quiet:
            print(session.message, file=sys.stderr)
        return False
    if session.hold and is_held(session, today()):
        raise Held(session.hold.reason)
    found = look_into(path, written)
    aside = 0 if isinstance(found, KitError) else found.set_aside
    warnings = [_("It is still open: people may be writing.")]
    if session.state is not SessionState.OPEN:
        warnings = []
    if aside:
        warnings.append(
            n_(
                "{number} answer is set aside. Somebody may still have to act on it.",
                "{number} answers are set aside. Somebody may still have to act on them.",
                aside,
            )
        )
    if session.demo:
        return False
    if not quiet or warnings:
        headline = _(
            "To be destroyed: “{title}”, {date}", title=session.title, date=session.held_on
        )
        print("\n".join([headline, *warnings]), file=sys.stderr)
    return bool(warnings)


def _ask(word: str) -> str:
    from workshop_kit.model import plain_code, shown_code

    shown = shown_code(word) if len(word) == 6 else word
    print(
        _("Type {code} to destroy it for good:", code=shown), end=" ", file=sys.stderr, flush=True
    )
    return plain_code(sys.stdin.readline())


def _destroyed(folder: "SessionFolder", path: Path, session: "Session | KitError") -> "Record":
    from workshop_kit.destroying.destroy import destroy
    from workshop_kit.destroying.running import ask_running
    from workshop_kit.errors import KitError

    record = None if isinstance(session, KitError) else ask_running(folder.path, session.id)
    if record is None:
        return destroy(folder, path)
    if path.exists() and str(path) not in record.left:  # whatever the other process said
        return record.model_copy(update={"left": (*record.left, str(path))})
    return record


def _tell(records: "list[Record]", *, as_json: bool) -> None:
    from workshop_kit.destroying.record import out_of_reach, paragraphs

    told: list[dict[str, Any]] = [
        {"done": one.done, **one.model_dump(mode="json"), "out_of_reach": out_of_reach()}
        for one in records
    ]
    if as_json:
        print(json.dumps(told[-1] if len(told) == 1 else told, indent=2))
    else:
        parts = [part for one in records for part in paragraphs(one)]
        print("\n".join("\n  ".join([heading, *lines]) for heading, lines in parts))
    raise typer.Exit(0 if all(one.done for one in records) else REMAINS)
