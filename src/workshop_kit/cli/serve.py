"""``workshop-kit serve``: the kit for a hall, until Ctrl+C."""

from typing import Annotated

import typer

from workshop_kit.cli.options import Data, Kit, NoBrowser, Port
from workshop_kit.words import _

HELP = _("Serve the kit until Ctrl+C. A demo workshop is already there.")
EXAMPLE = _("Example: workshop-kit serve --port 9000")

Host = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help=_("Listen at this address only."),
        show_default=_("this laptop, and the hall once you planned a workshop"),
    ),
]
PublicUrl = Annotated[
    str | None,
    typer.Option(
        metavar="HTTPS-ADDRESS",
        help=_("The address of a server with https on this machine that people use instead."),
        show_default=False,
    ),
]
FromAnywhere = Annotated[
    bool,
    typer.Option(
        "--facilitate-from-anywhere",
        help=_("Let the facilitator's pages open on other devices than this laptop."),
    ),
]


def serve(
    host: Host = None,
    port: Port = None,
    data: Data = None,
    no_browser: NoBrowser = False,
    public_url: PublicUrl = None,
    facilitate_from_anywhere: FromAnywhere = False,
    kit: Kit = None,
) -> None:
    """Gather the settings and hand them to the server."""
    from workshop_kit.settings import Settings

    settings = Settings.gathered(
        host=host,
        port=port,
        data=data,
        browser=not no_browser,
        public_url=public_url,
        facilitate_from_anywhere=facilitate_from_anywhere,
        kit=kit,
    )
    print(_("Starting. This takes a few seconds."), flush=True)
    from workshop_kit.app import serve as serve_until_stopped  # slow: after the settings are known

    serve_until_stopped(settings)
