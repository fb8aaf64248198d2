"""Errors of those who start the kit, or make it ready."""

from workshop_kit.errors import KitError
from workshop_kit.words import N_, _


class PortBusy(KitError):
    """Another program listens on the port."""

    code, status = "port_busy", 500

    def __init__(self, port: int) -> None:
        super().__init__(
            _(
                "Port {port} is in use by another program, perhaps another kit. "
                "End that one, or choose another port: workshop-kit serve --port {other}",
                port=port,
                other=port + 1,
            )
        )


class DemoAlone(KitError):
    """A workshop was to be planned where everything is destroyed with the demo."""

    code, status = "demo_alone", 403
    text = N_(
        "This is the demo alone, and all of it is destroyed when it is stopped. "
        "To plan a workshop, stop it and type: workshop-kit serve"
    )


class NotEmpty(KitError):
    """A folder holds something else than the kit's content."""

    code = "not_empty"
    text = N_(
        "“{value}” is not empty, so nothing was copied. Choose a new folder, such as "
        "workshop-kit init our-kit"
    )
