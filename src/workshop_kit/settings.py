"""What the server is told: options over environment over defaults, as one frozen value."""

import os
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from workshop_kit.errors import BadSetting
from workshop_kit.words import _

DEFAULT_PORT = 8765
_VARIABLES = {
    "host": "WORKSHOP_KIT_HOST",
    "port": "WORKSHOP_KIT_PORT",
    "data": "WORKSHOP_KIT_DATA",
    "public_url": "WORKSHOP_KIT_PUBLIC_URL",
    "kit": "WORKSHOP_KIT_FOLDER",
}


class Settings(BaseModel):
    """How to serve.

    ``host`` is the address to listen at; none means: this laptop only while there is just the
    demo, every network it is in as soon as there is a workshop of one's own. ``data`` is the
    folder for sessions; none means the user's own data folder. ``public_url`` is the https
    address of a proxy on this machine that people use instead of the laptop's own. ``kit`` is a
    folder made by ``workshop-kit init`` whose content is served; none means the kit's own.
    ``demo_only``: nothing but the demo, whose folder does not outlive the server.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str | None = None
    port: int = DEFAULT_PORT
    data: Path | None = None
    browser: bool = True
    public_url: str = ""
    facilitate_from_anywhere: bool = False
    kit: Path | None = None
    demo_only: bool = False

    @classmethod
    def gathered(cls, **options: object) -> Self:
        """Fill options that are None from ``WORKSHOP_KIT_…`` variables, then from defaults.

        Raises
        ------
        BadSetting
            A value cannot be used; the message names it.
        """
        values = {name: value for name, value in options.items() if value is not None}
        for name, variable in _VARIABLES.items():
            from_environment = os.environ.get(variable)
            if name not in values and from_environment:
                values[name] = from_environment
        _check_port(values.get("port", DEFAULT_PORT))
        _check_public_url(str(values.get("public_url", "")))
        return cls.model_validate(values)

    @property
    def public_origin(self) -> str:
        """Scheme and host of the public address, or nothing."""
        parts = urlsplit(self.public_url)
        return f"{parts.scheme}://{parts.netloc}" if self.public_url else ""


def _check_port(port: object) -> None:
    text = str(port)
    if not (text.isdecimal() and 0 <= int(text) < 65536):
        raise BadSetting("--port", text, _("a number from 0 to 65535"))


def _check_public_url(url: str) -> None:
    parts = urlsplit(url)
    if url and not (parts.scheme == "https" and parts.netloc and parts.path in {"", "/"}):
        raise BadSetting("--public-url", url, _("an address such as https://workshop.example.org"))
