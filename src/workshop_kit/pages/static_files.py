"""The kit's own static files, cached for ever under a version made from their contents."""

import asyncio
import hashlib
import mimetypes
from collections.abc import Callable
from functools import cache

from tornado.web import HTTPError, RequestHandler

from workshop_kit.pages.folders import STATIC
from workshop_kit.pages.ready_files import ReadyFiles
from workshop_kit.pages.sending import FOR_EVER, send
from workshop_kit.pages.stored.compressed import Compressed
from workshop_kit.widgets.asset import module, style

SHEETS = (
    "tokens.css",
    "frame.css",
    "pages.css",
    "notebook.css",
    "official.css",
    "places.css",
    "here.css",
)
BUNDLES: dict[str, Callable[[], str]] = {
    "kit.css": lambda: style(*SHEETS, folder=STATIC),
    "notebook.js": lambda: _together(module("frame.js", STATIC), module("progress.js", STATIC)),
    # Of a participant; ``here.js`` is of the widgets' folder: one way to speak to the room.
    "phone.js": lambda: _together(BUNDLES["notebook.js"](), module("here.js")),
}
"""Files that are put together from several, since each request costs a phone a journey."""
_TYPES = {".css": "text/css", ".js": "text/javascript", ".woff2": "font/woff2"}


def _together(first: str, *more: str) -> str:
    """Put modules into one, each of the others with names of its own."""
    return "\n".join([first, *(f"{{\n{text}}}" for text in more)]) + "\n"


@cache
def names() -> frozenset[str]:
    """Return the name of every static file below ``static/``, with slashes."""
    files = (file for file in STATIC.rglob("*.*") if file.is_file())
    return frozenset(file.relative_to(STATIC).as_posix() for file in files) | frozenset(BUNDLES)


@cache
def version() -> str:
    """Return a digest of all static files; a change of one changes every address."""
    digest = hashlib.sha256()
    for name in sorted(names()):
        digest.update(name.encode())
        digest.update(_made(name))
    return digest.hexdigest()[:12]


def _made(name: str) -> bytes:
    return BUNDLES[name]().encode() if name in BUNDLES else (STATIC / name).read_bytes()


def static_address(base_url: str, name: str) -> str:
    """Return the address of a file in ``static/``."""
    return f"{base_url}static/{version()}/{name}"


@cache
def compressed(name: str) -> Compressed:
    """Return a static file in every coding; raises ``KeyError`` where there is none."""
    if name not in names():
        raise KeyError(name)
    suffix = name[name.rfind(".") :]
    kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    charset = "; charset=UTF-8" if kind.startswith("text/") else ""
    return Compressed.of(_made(name), kind + charset)


class VersionedFiles(RequestHandler):
    """``/static/VERSION/FILE``; an older version gets today's file, uncached."""

    def initialize(self, ready: ReadyFiles) -> None:
        """Remember where files are kept that were sent once."""
        self._ready = ready

    async def get(self, path: str) -> None:
        """Send the file that comes after the version. No path leads anywhere else: it is a name."""
        asked, _, name = path.partition("/")
        try:
            found = await asyncio.to_thread(compressed, name)
        except KeyError:
            raise HTTPError(404) from None
        current = asked == version()
        if current:
            self._ready.keep(self.request.path, found)
        send(self, found, FOR_EVER if current else "no-cache")

    def compute_etag(self) -> None:
        """Leave out what the address says already."""
