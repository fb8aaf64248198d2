"""The room inside a Jupyter server: whoever is logged in there leads, and nobody else comes in."""

import asyncio
import os
import re
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from jupyter_core.utils import ensure_async
from jupyter_server.auth.utils import HTTP_METHOD_TO_AUTH_ACTION
from jupyter_server.extension.application import ExtensionApp
from jupyter_server.utils import url_escape, url_path_join
from tornado.web import HTTPError

from workshop_kit.content.files import kit_folder, served_folders
from workshop_kit.content.own_folder import use_own_folder
from workshop_kit.demo import ensure_demo
from workshop_kit.model import AuthorRole, Role, new_id
from workshop_kit.own_session import DATA, SESSION, newness
from workshop_kit.pages.notebooks import notebook_pages
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.identity import Identity
from workshop_kit.room.rooms import Room, Rooms
from workshop_kit.room.routes import ROUTES
from workshop_kit.settings import Settings
from workshop_kit.store.folder import SessionFolder, default_folder

_NAME = "workshop_kit"
_LOOPBACK = "127.0.0.1"
"""No phone can join here, and the board says so: people join at the kit's own server."""
_ID_DIGITS = len(new_id())


class Lead:
    """Whoever is logged in to the Jupyter server: facilitator, and participant to try forms out.

    Nothing is opened, and no data folder is made, before a notebook asks for the room.

    Parameters
    ----------
    port
        The port of the Jupyter server.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._who = new_id()
        self._authors: dict[str, str] = {}
        self._begun = False
        self._beginning = asyncio.Lock()

    @cached_property
    def rooms(self) -> Rooms:
        """The rooms over the data folder that kernels read too."""
        settings = Settings.gathered(host=_LOOPBACK, port=str(self._port))
        folder = SessionFolder(settings.data or default_folder(), served_folders())
        return Rooms(folder, settings)

    async def identity(self, role: Role, session_id: str | None) -> Identity:
        """Return who this is, in a role, in the session asked for or else the present one."""
        await self._begin()
        session = session_id or await self._session()
        who = await self._author(session) if role is Role.PARTICIPANT else self._who
        return Identity(session=session, role=role, who=who)

    async def _begin(self) -> None:
        async with self._beginning:
            if not self._begun:
                self.rooms.start()
                self._begun = True

    async def _session(self) -> str:
        """Return the session that kernels read as well; the demo is made where there is none."""
        named = os.environ.get(SESSION)
        if named:
            return named
        found = await self.rooms.sessions()
        if not found:
            demo = await asyncio.to_thread(ensure_demo, self.rooms.folder)
            await asyncio.to_thread(demo.close)
            found = await self.rooms.sessions()
        return max(found, key=newness).id

    async def _author(self, session: str) -> str:
        async with self._beginning:
            if session not in self._authors:
                author = new_id()
                store = (await self.rooms.room(session)).store
                await asyncio.wrap_future(store.add_author(author, AuthorRole.PARTICIPANT))
                self._authors[session] = author
            return self._authors[session]

    async def stop(self) -> None:
        """Close every file."""
        if self._begun:
            await self.rooms.stop()


class OfLead(RoomHandler):
    """Puts Jupyter's login in front of a handler, and the lead's identities behind it.

    Every route is behind it, those too that are open to a hall: the code that joins a workshop
    must not be a way into somebody's Jupyter server.
    """

    @property
    def lead(self) -> Lead:
        """Who leads, and has the rooms."""
        return cast("Lead", self.settings[f"{_NAME}_lead"])

    @property
    def rooms(self) -> Rooms:
        """The rooms of this server."""
        return self.lead.rooms

    async def prepare(self) -> None:  # type: ignore[override]  # as in the base
        """Let Jupyter check XSRF and origin, then whether this user may do this here."""
        await super().prepare()
        await self._check_login()

    async def _check_login(self) -> None:
        action = HTTP_METHOD_TO_AUTH_ACTION[str(self.request.method)]
        user = self.current_user
        if user is None or not await ensure_async(
            self.authorizer.is_authorized(self, user, action, _NAME)
        ):
            raise HTTPError(403)

    async def identity_of(self, role: Role) -> Identity | None:
        """Return the lead, in any role and any session: all of them are theirs.

        Some handlers ask while they still prepare, so the login is checked here as well.
        """
        await self._check_login()
        named = self.path_args[0] if self.path_args else ""
        return await self.lead.identity(role, named if len(named) == _ID_DIGITS else None)

    async def room_of(self, identity: Identity) -> Room:
        """Return the room; the login was all that had to hold."""
        return await self.rooms.room(identity.session)

    def _log(self) -> None:
        """Leave the request out of Jupyter's log, which would name sessions and entries."""


class PageInLab(OfLead):
    """``/PATH`` of a notebook that is a page of the kit: here it is opened in JupyterLab."""

    def get(self, path: str) -> None:
        """Lead to the notebook, where it lies in the folder that JupyterLab shows."""
        folder = kit_folder("notebooks")
        file = folder / notebook_pages(folder)[path].file
        root = Path(self.settings["server_root_dir"]).expanduser().resolve()
        if not file.resolve().is_relative_to(root):
            raise HTTPError(404)
        shown = file.resolve().relative_to(root).as_posix()
        self.redirect(url_path_join(self.base_url, "lab/tree", url_escape(shown)))


class KitExtension(ExtensionApp):
    """Mounts the room in a Jupyter server, and lets go of its files when the server stops."""

    name = _NAME
    lead: Lead

    def initialize_settings(self) -> None:
        """Make the lead, who makes the rest when it is needed."""
        assert self.serverapp is not None  # noqa: S101 - for mypy: it is linked before
        use_own_folder(Path(os.environ.get(DATA) or default_folder()))  # kernels are told it too
        self.lead = Lead(self.serverapp.port)
        self.settings[f"{_NAME}_lead"] = self.lead

    def initialize_handlers(self) -> None:
        """Mount every route of the room; the base address is put before them by Jupyter."""
        self.handlers.extend((path, behind_login(handler)) for path, handler in ROUTES)
        pages = "|".join(re.escape(path) for path in notebook_pages(kit_folder("notebooks")))
        self.handlers.append((rf"/({pages})", PageInLab))

    async def stop_extension(self) -> None:
        """Let go of the files."""
        await self.lead.stop()


def behind_login(handler: type[RoomHandler]) -> type[RoomHandler]:
    """Return a handler of the room as a Jupyter server has it."""
    return type(f"{handler.__name__}OfLead", (OfLead, handler), {})


def _jupyter_server_extension_points() -> list[dict[str, Any]]:
    return [{"module": __name__, "app": KitExtension}]
