"""``POST /kernel/PATH``: a page needs Python now, and gets a kernel of its own."""

from typing import Any

from jupyter_core.utils import ensure_async

from workshop_kit.errors import NotJoined, TooManyPages
from workshop_kit.model import Role
from workshop_kit.pages.notebook_door import NotebookDoor
from workshop_kit.pages.notebooks import NotebookPage
from workshop_kit.pages.stored.kernel_specs import NAME
from workshop_kit.pages.stored_pages import StoredPages

SECONDS_TO_TRY_AGAIN = 5


class WakeHandler(NotebookDoor):
    """Only who may open the page may wake its kernel."""

    def initialize(self, page: NotebookPage, pages: StoredPages) -> None:
        """Remember which notebook this is."""
        self.notebook_page = page
        self._pages = pages

    async def post(self) -> None:
        """Fork the notebook's process, and tell the kernel's id.

        Raises
        ------
        NotJoined
            This browser has left, whatever cookie it sends.
        PageNotMade
            The notebook cannot be executed any more.
        TooManyPages
            One more would starve the others; the page tries again by itself.
        """
        self.page_identity = await self.identified_for_page()
        await self._check_still_here()
        kernels = self.settings["kernel_manager"]
        kernels.check_room_for_one_more(self.page_identity.role)
        stored = await self.stored(self._pages)
        started = kernels.start_kernel(kernel_name=NAME, execution=stored.execution)
        kernel_id = await ensure_async(started)
        self.set_status(201)
        self.reply({"id": kernel_id})

    async def _check_still_here(self) -> None:
        """Raise :class:`NotJoined` for somebody who has left: nobody would end that kernel."""
        identity = self.page_identity
        if identity.role is Role.PARTICIPANT:
            room = await self.room_of(identity)
            if await self.read(room.store.author_role, identity.who) is None:
                raise NotJoined

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say when to try again, where that helps."""
        if isinstance(kwargs.get("exc_info", (None, None))[1], TooManyPages):
            self.set_header("Retry-After", str(SECONDS_TO_TRY_AGAIN))
        super().write_error(status_code, **kwargs)
