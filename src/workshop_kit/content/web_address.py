"""A web address in a content file: shown as it is written there, and well formed."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator


def _well_formed(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or "." not in (parts.hostname or ""):
        raise ValueError("an address begins with https:// and names a site")
    if any(sign.isspace() for sign in address):
        raise ValueError("an address has no spaces")
    return address


WebAddress = Annotated[str, AfterValidator(_well_formed)]
