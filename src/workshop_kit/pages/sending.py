"""Sending bytes that were compressed once."""

from tornado.httputil import HTTPHeaders
from tornado.web import RequestHandler

from workshop_kit.pages.stored.compressed import Compressed

YEAR = 365 * 24 * 3600
FOR_EVER = f"public, max-age={YEAR}, immutable"
"""For addresses that are made of their contents."""
NEVER = "no-store"


def send(handler: RequestHandler, body: Compressed, caching: str) -> None:
    """Finish a request with a body, in the coding that the browser takes."""
    coding, content = coded(body, handler.request.headers)
    for name, value in headers_of(body, coding, caching).items():
        handler.set_header(name, value)
    handler.finish(content)


def coded(body: Compressed, asked: HTTPHeaders) -> tuple[str, bytes]:
    """Return the coding that the browser takes, and the bytes in it."""
    return body.for_browser(asked.get("Accept-Encoding", ""))


def headers_of(body: Compressed, coding: str, caching: str) -> dict[str, str]:
    """Return what a reply with a body says of it."""
    headers = {
        "Content-Type": body.media_type,
        "Cache-Control": caching,
        "X-Content-Type-Options": "nosniff",
    }
    if len(body.codings) > 1:
        headers["Vary"] = "Accept-Encoding"
    if coding != "identity":
        headers["Content-Encoding"] = coding
    return headers
