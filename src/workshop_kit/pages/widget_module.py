"""``/widget/HASH.js``: an anywidget's module, kept by browsers for ever."""

from tornado.web import HTTPError, RequestHandler

from workshop_kit.pages.ready_files import ReadyFiles
from workshop_kit.pages.sending import FOR_EVER, send
from workshop_kit.pages.stored_pages import StoredPages


class WidgetModuleHandler(RequestHandler):
    """It is the same for everybody and holds nothing of anybody."""

    def initialize(self, pages: StoredPages, ready: ReadyFiles) -> None:
        """Remember where the modules are made, and where those are kept that were sent once."""
        self._pages, self._ready = pages, ready

    async def get(self, name: str) -> None:
        """Send the module."""
        found = await self._pages.module(name)
        if found is None:
            raise HTTPError(404)
        self._ready.keep(self.request.path, found)
        send(self, found, FOR_EVER)

    def compute_etag(self) -> None:
        """Leave out what the address says already."""
