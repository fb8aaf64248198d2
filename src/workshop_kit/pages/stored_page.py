"""``/PATH`` of a notebook: the stored page, the same bytes for everybody who may open it."""

from functools import partial
from typing import Any

from workshop_kit.model import Role
from workshop_kit.pages.folders import TEMPLATES
from workshop_kit.pages.frame import frame
from workshop_kit.pages.front_parts import front_files
from workshop_kit.pages.notebook_door import NotebookDoor
from workshop_kit.pages.notebooks import NotebookPage
from workshop_kit.pages.page_troubles import needs_more, stopped_at
from workshop_kit.pages.plain_page import PlainPage
from workshop_kit.pages.sending import NEVER, send
from workshop_kit.pages.static_files import static_address
from workshop_kit.pages.stored.document import document
from workshop_kit.pages.stored_pages import MODULES, StoredPage, StoredPages

TEMPLATE_PATHS = (str(TEMPLATES / "voila" / "workshop_kit"), str(TEMPLATES))


class StoredPageHandler(NotebookDoor, PlainPage):
    """Somebody without the right cookie is led to the right door."""

    def initialize(self, page: NotebookPage, pages: StoredPages) -> None:
        """Remember which notebook this address is, and where its pages are kept."""
        self.notebook_page = page
        self._pages = pages

    async def get(self) -> None:
        """Check who asks, and send what is stored."""
        if not await self.let_in():
            return
        stored = await self.stored(self._pages)
        html = await self._pages.html(stored, self.roles_let_in, self._written)
        _ = self.xsrf_token  # reading it sets the cookie
        self.set_header("Referrer-Policy", "no-referrer")
        send(self, html, NEVER)

    async def _written(self, stored: StoredPage, readers: frozenset[Role]) -> str:
        """Write the HTML: the same for everybody with these roles, so nothing of who asks."""
        static = partial(static_address, self.base_url)
        words_of_frame = frame(stored.language, base_url=self.base_url, static=static)
        executed = stored.execution.executed
        path = self.notebook_page.path
        packages = {model["model_module"] for model in stored.files.state.values()}
        context = {
            "frame": words_of_frame | self.ways_of_page(),
            "page": {
                "kernel": f"{self.base_url}kernel/{path}",
                "base": self.base_url,
                "channels": f"{self.base_url}api/kernels/",
            },
            "path": path,
            "modules": [
                *(static(file) for file in front_files(packages)),
                *(f"{self.base_url}{MODULES}/{name}" for name in stored.files.modules),
            ],
            "has_widgets": bool(stored.files.state),
            **(_for_leaders(stored) if Role.FACILITATOR in readers else {}),
        }
        return await document(
            executed,
            stored.files,
            template_paths=TEMPLATE_PATHS,
            contents=self.contents_manager,
            context=context,
        )


def _for_leaders(stored: StoredPage) -> dict[str, Any]:
    """Say what is wrong with the notebook, to those who can have it mended."""
    return {
        "failed": stored.execution.executed.failed,
        "failed_in_words": stopped_at(stored),
        "unknown_in_words": needs_more(stored),
    }
