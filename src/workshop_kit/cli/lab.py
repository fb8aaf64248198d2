"""``workshop-kit lab``: the kit's notebooks in JupyterLab, on this laptop only."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from workshop_kit.cli.options import Data, NoBrowser
from workshop_kit.words import _

HELP = _("Open the kit's notebooks in JupyterLab. Change them there, or look at answers.")
EXAMPLE = _("Example: workshop-kit lab our-kit")

Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="FOLDER",
        help=_("A folder made with “workshop-kit init”."),
        show_default=_("the folder you are in, if it is one"),
    ),
]
LabPort = Annotated[
    str | None, typer.Option("--port", metavar="NUMBER", help=_("The port."), show_default="8888")
]

_INSTALL = 'python -m pip install "workshop-kit[lab]"'
# Nothing from outside: neither news, nor a look for a newer JupyterLab, nor a shop of extensions.
_QUIET = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.extension_manager=readonly",
)


def lab(
    folder: Folder = None,
    port: LabPort = None,
    data: Data = None,
    no_browser: NoBrowser = False,
) -> None:
    """Check what is asked for, tell the kernels by the environment, and start JupyterLab."""
    from workshop_kit.settings import Settings

    settings = Settings.gathered(port=port, data=data)
    shown = _shown_folder(folder)
    _check_installed()
    if settings.data is not None:
        os.environ["WORKSHOP_KIT_DATA"] = str(settings.data.expanduser().absolute())
    wanted = [f"--ServerApp.port={settings.port}"] if port is not None else []
    _start(shown, [*wanted, *(["--no-browser"] if no_browser else [])])


def _shown_folder(named: Path | None) -> Path:
    """Return the folder to open, and let the kit take its content from it."""
    from workshop_kit.content.files import KIT_FOLDER, checkout, own_kit_folder
    from workshop_kit.content.marker import is_marked
    from workshop_kit.errors import BadSetting, KitError

    if named is not None:
        if not is_marked(named.expanduser()):
            wanted = _("a folder made with “workshop-kit init FOLDER”")
            raise BadSetting("FOLDER", str(named), wanted)
        os.environ[KIT_FOLDER] = str(named.expanduser().absolute())
    folder = own_kit_folder() or checkout()
    if folder is None:
        raise KitError(
            _(
                "There are no notebooks to change in this folder. Copy them out first, then open "
                "them: workshop-kit init FOLDER, then workshop-kit lab FOLDER"
            )
        )
    return folder.expanduser().absolute()


def _check_installed() -> None:
    from workshop_kit.errors import KitError

    if find_spec("jupyterlab") is None:
        raise KitError(
            _("JupyterLab is not installed. Install it with: {command}", command=_INSTALL)
        )


def _start(folder: Path, options: list[str]) -> None:
    from jupyterlab.labapp import LabApp

    LabApp.launch_instance(
        [
            "--ServerApp.ip=127.0.0.1",
            f"--ServerApp.root_dir={folder}",
            "--LabApp.default_url=/lab/tree/notebooks",
            "--ServerApp.jpserver_extensions=workshop_kit.extension=True",
            *_QUIET,
            *options,
        ]
    )
