"""``workshop-kit demo``: the demo workshop alone, gone when it is stopped."""

import tempfile
from pathlib import Path

from workshop_kit.cli.options import Kit, NoBrowser, Port
from workshop_kit.words import _

HELP = _("Try the kit with a demo workshop alone. All of it is destroyed when you stop it.")
EXAMPLE = _("Example: workshop-kit demo")


def demo(port: Port = None, no_browser: NoBrowser = False, kit: Kit = None) -> None:
    """Serve a folder that does not outlive this command, on this laptop only."""
    from workshop_kit.settings import Settings

    print(_("Starting. This takes a few seconds."), flush=True)
    from workshop_kit.app import serve

    with tempfile.TemporaryDirectory(
        prefix="workshop-kit-demo-", ignore_cleanup_errors=True
    ) as folder:
        settings = Settings.gathered(
            host="127.0.0.1",
            port=port,
            data=Path(folder),
            browser=not no_browser,
            kit=kit,
            demo_only=True,
            public_url="",
        )
        serve(settings)
    print(_("The demo and everything in it is gone."))
