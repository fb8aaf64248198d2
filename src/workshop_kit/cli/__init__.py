"""The same verbs from a terminal. Heavy parts are imported by the command that needs them."""

import contextlib
import io
import sys
from pathlib import Path
from typing import NoReturn

from workshop_kit.cli.commands import app
from workshop_kit.errors import KitError
from workshop_kit.words import _


def main() -> None:
    """Run the command; what goes wrong becomes one sentence on stderr and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter shows "?"
            stream.reconfigure(errors="replace")
    try:
        _use_folder_one_is_in()
        app()
    except KitError as error:
        _fail(error.message)
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        _fail(_said(error))


def _use_folder_one_is_in() -> None:
    if "--help" in sys.argv:
        return  # help is quick
    from workshop_kit.content.marker import use_folder_around

    with contextlib.suppress(OSError):  # one may stand in a folder that is gone
        use_folder_around(Path.cwd())


def _fail(sentence: str) -> NoReturn:
    with contextlib.suppress(OSError):
        print(sentence, file=sys.stderr)
    sys.exit(1)


def _said(error: OSError) -> str:
    if error.filename is None:
        return _("This did not work: {reason}.", reason=error.strerror or error)
    return _(
        "“{path}” cannot be used: {reason}. Choose another place, or ask who may write there.",
        path=error.filename,
        reason=error.strerror,
    )
