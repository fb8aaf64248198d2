"""Kernels: what each may know, and who may talk to it."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import psutil
import zmq
from jupyter_server.auth import Authorizer, User
from jupyter_server.base.call_context import CallContext
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import RequestHandler
from voila.voila_identity_provider import VoilaIdentityProvider

from workshop_kit.errors import TooManyPages
from workshop_kit.limits import HELD_KERNELS, MAX_KERNELS, MAX_SOCKETS, MIN_FREE_MEMORY
from workshop_kit.model import Role
from workshop_kit.pages.kernel_environment import kernel_environment
from workshop_kit.room.base import expected_stamp
from workshop_kit.room.identity import Cookies, Identity
from workshop_kit.room.rooms import Rooms

PAGES_EACH = 2
"""Pages of one kind that one browser may keep open; reloading must not fill the laptop."""


class KitKernelManager(AsyncMappingKernelManager):
    """Starts kernels for pages and remembers for whom."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]  # traitlets
        self.owners: dict[str, Identity] = {}
        self.pages: dict[str, str] = {}
        self._starting: set[str] = set()
        self.own_view: Callable[[], Awaitable[Path | None]] = _no_view
        self.context.set(zmq.MAX_SOCKETS, MAX_SOCKETS)

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]  # as its makers do
        """Start a kernel that knows only what its page's role may know.

        Voilà passes its own whole environment as ``env``; that is replaced here.

        Raises
        ------
        TooManyPages
            There is no room for it, or it was ended while it started: its browser has left.
        """
        handler = CallContext.get(CallContext.JUPYTER_HANDLER)
        identity: Identity = handler.page_identity
        kernel_id = self._reserve(identity, handler.page_path)
        try:
            await self.end_oldest_of(identity, handler.page_path)
            kwargs["env"] = kernel_environment(
                identity.role,
                own=await self.own_view(),
                session=identity.session,
                data=str(handler.rooms.folder.path),
            )
            await super().start_kernel(**kwargs | {"kernel_id": kernel_id})
        except BaseException:
            self._forget(kernel_id)
            raise
        finally:
            self._starting.discard(kernel_id)
        if kernel_id not in self.owners:
            await self.shutdown_kernel(kernel_id, now=True)  # type: ignore[no-untyped-call]
            raise TooManyPages
        return kernel_id

    def _reserve(self, identity: Identity, page: str) -> str:
        """Take a place for a kernel before it is there.

        So many requests at once do not get more than one after the other, and who leaves meanwhile
        ends this one too.
        """
        self.check_room_for_one_more(identity.role)
        started = [one for one in self._of_page(identity, page) if one in self._starting]
        if len(started) >= PAGES_EACH:
            raise TooManyPages
        kernel_id: str = self.new_kernel_id()
        self.owners[kernel_id], self.pages[kernel_id] = identity, page
        self._starting.add(kernel_id)
        return kernel_id

    def check_room_for_one_more(self, role: Role) -> None:
        """Raise :class:`TooManyPages` where one more kernel would starve the others.

        Whoever joins without end fills the participants' share only; the evening stays led.
        """
        free = psutil.virtual_memory().available
        held = 0 if role is Role.PARTICIPANT else HELD_KERNELS
        enough = MIN_FREE_MEMORY // 2 if held else MIN_FREE_MEMORY
        if len(self.owners) >= MAX_KERNELS + held or free < enough:
            raise TooManyPages

    async def end_oldest_of(self, identity: Identity, page: str) -> None:
        """End kernels of a page that a browser opened before its last ones."""
        await self.end(*self._of_page(identity, page)[:-PAGES_EACH])

    def _of_page(self, identity: Identity, page: str) -> list[str]:
        """Return a browser's kernels of a page, oldest first."""
        asked = (identity, page)
        return [one for one, owner in self.owners.items() if (owner, self.pages[one]) == asked]

    async def end_all_of(self, identity: Identity) -> None:
        """End every kernel of a browser that leaves."""
        await self.end(*[one for one, owner in self.owners.items() if owner == identity])

    async def end_all_in(self, session: str) -> None:
        """End every kernel of a session that is destroyed."""
        await self.end(*[one for one, owner in self.owners.items() if owner.session == session])

    async def end(self, *kernel_ids: str) -> None:
        """End kernels at once; one that is gone already is none the less ended.

        One that is still starting is ended as soon as it has started.
        """
        for kernel_id in kernel_ids:
            # Without an owner it answers to nobody, while it ends.
            known = self._forget(kernel_id) and kernel_id in self
            if known and kernel_id not in self._starting:
                await self.shutdown_kernel(kernel_id, now=True)  # type: ignore[no-untyped-call]

    def _forget(self, kernel_id: str) -> bool:
        """Forget for whom a kernel is; return whether that was known."""
        self.pages.pop(kernel_id, None)
        return self.owners.pop(kernel_id, None) is not None

    def remove_kernel(self, kernel_id: str) -> Any:
        """Forget a kernel, and for whom it was."""
        self._forget(kernel_id)
        return super().remove_kernel(kernel_id)


async def _no_view() -> Path | None:
    """Stand in until the pages are there: a kernel then sees nothing of the group's own."""
    return None


class OwnKernelOnly(Authorizer):
    """A kernel answers only to the cookie for which it was started."""

    async def is_authorized(
        self, handler: RequestHandler, user: User, action: str, resource: str
    ) -> bool:
        """Tell whether this browser is the one whose page started the kernel, and still may."""
        del user, action
        kernel_id = handler.path_kwargs.get("kernel_id", "")
        owner = handler.settings["kernel_manager"].owners.get(kernel_id)
        if resource != "kernels" or owner is None:
            return False
        rooms: Rooms = handler.settings["workshop_kit_rooms"]
        if Cookies(handler, rooms.port, secure=False).read(owner.role) != owner:
            return False
        session = await asyncio.to_thread((await rooms.room(owner.session)).store.session)
        return bool(owner.stamp == expected_stamp(session, owner.role))


class Anybody(VoilaIdentityProvider):
    """Everyone is the same unnamed user to Jupyter: roles are the room's own, by its cookies.

    Jupyter's own provider would give each browser a cookie with a made-up name and initials.
    """

    def get_user(self, handler: RequestHandler) -> User:
        """Return the one user there is."""
        del handler
        return User("someone")

    def get_handlers(self) -> list[Any]:
        """Offer no login and no logout."""
        return []
