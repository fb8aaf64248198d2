"""``/own/SECTION``: the group's own copy of a section, for people who are in the workshop."""

import asyncio
from contextlib import suppress
from typing import Any

from tornado.web import StaticFileHandler

from workshop_kit.content.own import OwnCopy, own_copy
from workshop_kit.content.own_errors import UnknownSection
from workshop_kit.errors import KitError, NotJoined
from workshop_kit.model import Role, SessionState
from workshop_kit.pages.plain_page import PlainPage
from workshop_kit.room.identity import Identity

INLINE = "application/pdf"
"""The one kind that a browser shows itself."""
NOTHING = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""Nothing in the file may run, load anything, or act as a page of this site."""


class OwnCopyPage(PlainPage, StaticFileHandler):
    """Sends the file, whole or in the ranges that a browser asks for."""

    SUPPORTED_METHODS = ("GET",)
    copy: OwnCopy

    def initialize(self) -> None:  # type: ignore[override]  # which folder is known when asked
        """There is nothing to tell beforehand."""

    async def get(self, section: str, include_body: bool = True) -> None:  # noqa: FBT001, FBT002
        """Send the copy of a section."""
        await self._check_who()
        found = await asyncio.to_thread(own_copy, section)
        if found is None:
            raise UnknownSection(section)
        self.copy = found
        self.root, self.default_filename = str(found.path.parent), None
        await StaticFileHandler.get(self, found.path.name, include_body=include_body)

    async def _check_who(self) -> None:
        """Raise :class:`NotJoined` unless this browser is in a workshop, or leads one."""
        for role in (Role.PARTICIPANT, Role.FACILITATOR):
            identity = self.cookies_of_roles.read(role)
            with suppress(KitError):  # one of another evening does not shut out who leads this one
                if identity is not None and await self._is_in(identity):
                    return
        raise NotJoined

    async def _is_in(self, identity: Identity) -> bool:
        room = await self.room_of(identity)
        if identity.role is Role.FACILITATOR:
            return True
        session = await self.read(room.store.session)
        here = await self.read(room.store.author_role, identity.who) is not None
        return here and session.state is not SessionState.CLOSED

    def compute_etag(self) -> str | None:
        """Return what changes with the file; Tornado would remember the first one's for ever."""
        return f'"{self.copy.changed:x}-{self.copy.size:x}"'

    def get_content_type(self) -> str:
        """Return what the file is, whatever its name says."""
        return self.copy.kind.media_type

    def get_cache_time(self, *_args: Any) -> int:
        """Nothing of the workshop stays on a phone that has left."""
        return 0

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 - tornado's own signature
        """Say how to show it, and keep it out of every cache."""
        how = "inline" if self.copy.kind.media_type == INLINE else "attachment"
        name = self.copy.download_name
        self.set_header("Content-Disposition", f'{how}; filename="{name}"')
        self.set_header("Content-Security-Policy", NOTHING)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-store")
