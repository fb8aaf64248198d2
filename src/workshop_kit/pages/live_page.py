"""A notebook that asks for it gets a kernel of its own from the start, and Voilà's front end."""

from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError, RequestHandler
from voila.handler import VoilaHandler

from workshop_kit.pages.content_policy import VOILA
from workshop_kit.pages.notebook_door import NotebookDoor
from workshop_kit.pages.notebooks import NotebookPage
from workshop_kit.pages.plain_page import PlainPage


class LivePageHandler(NotebookDoor, PlainPage, VoilaHandler):
    """``/PATH`` of a notebook that is served live: Voilà renders it for each visit."""

    def initialize(self, page: NotebookPage, **kwargs: Any) -> None:
        """Remember which notebook this address is."""
        VoilaHandler.initialize(self, **kwargs)
        self.notebook_page = page

    @property
    def content_security_policy(self) -> str:
        """What the page may load: Voilà's front end needs more than ours."""
        return VOILA

    async def get(self) -> None:
        """Check who asks, start a kernel, send the page as it is made."""
        if not await self.let_in():
            return
        self.settings["kernel_manager"].check_room_for_one_more(self.page_identity.role)
        _ = self.xsrf_token  # reading it sets the cookie, before anything is sent
        self.set_header("Referrer-Policy", "no-referrer")
        async for html in self.get_generator(path=self.notebook_page.file):
            self.write(html)
            await self.flush()

    def frame_of_page(self) -> dict[str, Any]:
        """Return the frame of every page, and the ways from this one to the others."""
        return self.frame() | self.ways_of_page()


class EndKernelHandler(PlainPage):
    """``POST /voila/api/shutdown/KERNEL``: a page that is left ends its kernel."""

    async def post(self, kernel_id: str) -> None:
        """End the kernel, if it is this browser's."""
        allowed = await ensure_async(
            self.authorizer.is_authorized(self, self.current_user, "execute", "kernels")
        )
        if not allowed:
            raise HTTPError(403)
        await self.settings["kernel_manager"].end(kernel_id)
        self.set_status(204)
        self.finish()


def with_frame(handler: RequestHandler | JupyterHandler, notebook: Any, cwd: str) -> None:
    """Voilà's prelaunch hook: put the frame's words into the notebook for its template."""
    del cwd
    if isinstance(handler, LivePageHandler):
        notebook.metadata.setdefault("workshop_kit", {})["frame"] = handler.frame_of_page()
