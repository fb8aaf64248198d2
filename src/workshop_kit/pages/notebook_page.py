"""A notebook as a page: who may open it, then Voilà renders it."""

from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError, RequestHandler
from voila.handler import VoilaHandler

from workshop_kit.content.files import kit_folder
from workshop_kit.errors import KitError, NotJoined, WrongRole
from workshop_kit.model import Role, new_id
from workshop_kit.pages.navigation import navigation
from workshop_kit.pages.notebooks import NotebookPage, notebook_pages
from workshop_kit.pages.plain_page import PlainPage
from workshop_kit.room.base import expected_stamp
from workshop_kit.room.identity import Identity

_DOORS = {
    Role.PARTICIPANT: "",
    Role.FACILITATOR: "sign-in",
    Role.SCRIBE: "helper",
    Role.PROJECTOR: "helper",
}
_HELPERS = frozenset({Role.SCRIBE, Role.PROJECTOR})


class NotebookPageHandler(PlainPage, VoilaHandler):
    """``/PATH`` of a notebook. Somebody without the right cookie is led to the right door."""

    page_identity: Identity

    def initialize(self, page: NotebookPage, **kwargs: Any) -> None:
        """Remember which notebook this address is."""
        VoilaHandler.initialize(self, **kwargs)
        self._page = page

    @property
    def page_path(self) -> str:
        """The address of this page."""
        return self._page.path

    async def get(self) -> None:
        """Check who asks, start a kernel, send the page as it is made."""
        try:
            self.page_identity = await self._identity()
        except (NotJoined, WrongRole):
            self.redirect(self.base_url + _DOORS[self._page.roles[0]])
            return
        self.settings["kernel_manager"].check_room_for_one_more(self.page_identity.role)
        _ = self.xsrf_token  # reading it sets the cookie, before anything is sent
        self.set_header("Referrer-Policy", "no-referrer")
        async for html in self.get_generator(path=self._page.file):
            self.write(html)
            await self.flush()

    def frame_of_page(self) -> dict[str, Any]:
        """Return the frame of every page, and the ways from this one to the others."""
        pages = notebook_pages(kit_folder("notebooks")).values()
        others = [role for role in Role if self.cookies_of_roles.read(role)]
        roles = (self.page_identity.role, *others)
        return self.frame() | {"navigation": navigation(self._page, pages, roles, self.base_url)}

    async def _identity(self) -> Identity:
        """Return the identity under which this browser may open the page."""
        leading = await self._leading()
        for role in self._page.roles:
            identity = self.cookies_of_roles.read(role)
            if identity is not None and leading in {None, identity.session}:
                await self.room_of(identity)
                return identity
        return await self._as_facilitators_helper()

    async def _leading(self) -> str | None:
        """Return the session whose facilitator's own browser opens a helper's page.

        A helper's cookie of an earlier workshop must not lead there: its answers would stand on
        tonight's wall, and what is entered tonight would land in it.
        """
        facilitator = self.cookies_of_roles.read(Role.FACILITATOR)
        if facilitator is None or self._page.roles[0] not in _HELPERS:
            return None
        try:
            return (await self.room_of(facilitator)).id
        except KitError:  # no facilitator of anything any more
            return None

    async def _as_facilitators_helper(self) -> Identity:
        """Give the facilitator's own browser a scribe's or projector's cookie."""
        facilitator = self.cookies_of_roles.read(Role.FACILITATOR)
        role = self._page.roles[0]
        if facilitator is None or role not in _HELPERS:
            raise NotJoined
        room = await self.room_of(facilitator)
        session = await self.read(room.store.session)
        helper = Identity(
            session=room.id, role=role, who=new_id(), stamp=expected_stamp(session, role)
        )
        self.cookies_of_roles.write(helper)
        return helper


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
    if isinstance(handler, NotebookPageHandler):
        notebook.metadata.setdefault("workshop_kit", {})["frame"] = handler.frame_of_page()
