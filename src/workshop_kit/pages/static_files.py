"""The kit's own static files, cached for ever under a version made from their contents."""

import hashlib
from functools import cache
from typing import Any

from tornado.web import StaticFileHandler

from workshop_kit.pages.frame import STATIC

YEAR = 365 * 24 * 3600


@cache
def version() -> str:
    """Return a digest of all static files; a change of one changes every address."""
    digest = hashlib.sha256()
    for file in sorted(STATIC.rglob("*")):
        if file.is_file():
            digest.update(file.relative_to(STATIC).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def static_address(base_url: str, name: str) -> str:
    """Return the address of a file in ``static/``."""
    return f"{base_url}static/{version()}/{name}"


class VersionedFiles(StaticFileHandler):
    """``/static/VERSION/FILE``; an older version gets today's file, uncached."""

    def initialize(self, path: str) -> None:  # type: ignore[override]  # no default file here
        """Serve from ``path``."""
        super().initialize(path=path)

    async def get(self, path: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002
        """Serve what comes after the version."""
        self._asked, _, name = path.partition("/")
        await super().get(name, include_body=include_body)

    def get_cache_time(self, *_args: Any) -> int:
        """Return a year for today's version, nothing for another."""
        return YEAR if self._asked == version() else 0

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 - tornado's own signature
        """Tell browsers that this address never changes its contents."""
        self.set_header("X-Content-Type-Options", "nosniff")
        if self._asked == version():
            self.set_header("Cache-Control", f"public, max-age={YEAR}, immutable")
