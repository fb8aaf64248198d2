"""What a page of ours may load and run: nothing from elsewhere, and no script but our own."""

import base64
import hashlib
import re
from functools import cache

_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(?::\d{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](?::\d{1,5})?")

VOILA = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: wss:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
"""For pages that are served live: what Voilà's front end needs; anywidgets are modules in blobs."""


def content_policy(early: str, host: str) -> str:
    """Return the policy of a page (Content Security Policy, level 3).

    Styles may stand in the page: tables of pandas and the HTML of widgets have them. A style
    cannot send anything away, since it may load nothing from elsewhere either.

    Parameters
    ----------
    early
        The one script that stands in the page itself.
    host
        The request's ``Host``: not every browser takes a websocket for the page's own origin.
    """
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return (
        f"default-src 'none'; script-src 'self' 'sha256-{_digest(early)}'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        f"media-src 'self' data:; connect-src 'self'{sockets}; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


@cache
def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
