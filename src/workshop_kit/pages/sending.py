"""Sending bytes that were compressed once."""

from tornado.web import RequestHandler

from workshop_kit.pages.stored.compressed import Compressed

YEAR = 365 * 24 * 3600
FOR_EVER = f"public, max-age={YEAR}, immutable"
"""For addresses that are made of their contents."""
NEVER = "no-store"


def send(handler: RequestHandler, body: Compressed, caching: str) -> None:
    """Finish a request with a body, in the coding that the browser takes."""
    coding, content = body.for_browser(handler.request.headers.get("Accept-Encoding", ""))
    handler.set_header("Content-Type", body.media_type)
    handler.set_header("Cache-Control", caching)
    handler.set_header("X-Content-Type-Options", "nosniff")
    if len(body.codings) > 1:
        handler.set_header("Vary", "Accept-Encoding")
    if coding != "identity":
        handler.set_header("Content-Encoding", coding)
    handler.finish(content)
