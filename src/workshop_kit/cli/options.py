"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workshop_kit.words import _

if TYPE_CHECKING:  # a command that only prints help does not wait for the database
    from workshop_kit.store.folder import SessionFolder

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="FOLDER",
        help=_("Where workshops are kept, if not in your own data folder."),
        show_default=False,
    ),
]
Kit = Annotated[
    Path | None,
    typer.Option(
        "--kit",
        metavar="FOLDER",
        help=_("Take content from this folder. “workshop-kit init” makes one."),
        show_default=_("the folder you are in, if it is one"),
    ),
]
Port = Annotated[
    str | None, typer.Option(metavar="NUMBER", help=_("The port."), show_default="8765")
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help=_("Do not open the browser."))]
Json = Annotated[bool, typer.Option("--json", help=_("Print JSON for another program."))]
Code = Annotated[
    str, typer.Argument(metavar="CODE", help=_("The code that people join with, such as K7M4QX."))
]


def open_folder(data: Path | None) -> "SessionFolder":
    """Return the folder of sessions: from the option, the environment, or the user's own."""
    from workshop_kit.content.files import served_folders
    from workshop_kit.settings import Settings
    from workshop_kit.store.folder import SessionFolder, default_folder

    chosen = Settings.gathered(data=data).data or default_folder()
    return SessionFolder(chosen, served=served_folders())
