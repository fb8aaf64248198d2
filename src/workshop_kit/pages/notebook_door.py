"""Who may open a notebook's page, and how others are led to the right door."""

from typing import Any

from workshop_kit import words
from workshop_kit.content.files import kit_folder
from workshop_kit.errors import KitError, NotJoined, WrongRole
from workshop_kit.model import Role, new_id
from workshop_kit.pages.navigation import navigation
from workshop_kit.pages.notebooks import NotebookPage, notebook_pages
from workshop_kit.pages.page_errors import PageNotMade
from workshop_kit.pages.stored.errors import StoredPageError
from workshop_kit.pages.stored_pages import StoredPage, StoredPages
from workshop_kit.room.base import RoomHandler, expected_stamp
from workshop_kit.room.identity import Identity
from workshop_kit.widgets.here_words import here_told

DOORS = {
    Role.PARTICIPANT: "",
    Role.FACILITATOR: "sign-in",
    Role.SCRIBE: "helper",
    Role.PROJECTOR: "helper",
}
_HELPERS = frozenset({Role.SCRIBE, Role.PROJECTOR})


class NotebookDoor(RoomHandler):
    """Base of the handlers of one notebook: its page, and what wakes its kernel."""

    page_identity: Identity
    notebook_page: NotebookPage

    @property
    def page_path(self) -> str:
        """The address of this page."""
        return self.notebook_page.path

    @property
    def roles_let_in(self) -> frozenset[Role]:
        """As whom this browser is known here: on this page, and by its other cookies."""
        others = {role for role in Role if self.cookies_of_roles.read(role)}
        return frozenset({self.page_identity.role, *others})

    def ways_of_page(self) -> dict[str, Any]:
        """Return what the frame has besides words: the ways to other pages, and to the group.

        The way to the group (``here``) is for whoever has joined, and may be there in this role.
        """
        pages = notebook_pages(kit_folder("notebooks")).values()
        follows = Role.PARTICIPANT in self.roles_let_in.intersection(self.notebook_page.roles)
        return {
            "navigation": navigation(self.notebook_page, pages, self.roles_let_in, self.base_url),
            "here": here_told() if follows else None,
        }

    async def let_in(self) -> bool:
        """Learn as whom this browser opens the page; somebody without a role is led to the door."""
        try:
            self.page_identity = await self.identified_for_page()
        except (NotJoined, WrongRole):
            self.redirect(self.base_url + DOORS[self.notebook_page.roles[0]])
            return False
        return True

    async def stored(self, pages: StoredPages) -> StoredPage:
        """Return the page as it is now, in the reader's language; raises :class:`PageNotMade`."""
        spoken = words.language()
        try:
            return await pages.get(self.notebook_page, spoken)
        except StoredPageError as error:
            leads = Role.FACILITATOR in self.roles_let_in
            raise PageNotMade(self.notebook_page.file, error, leads=leads) from None
        finally:
            words.speak(spoken)

    async def identified_for_page(self) -> Identity:
        """Return the identity under which this browser may open the page.

        Raises
        ------
        NotJoined
            It has none.
        """
        leading = await self._leading()
        for role in self.notebook_page.roles:
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
        if facilitator is None or self.notebook_page.roles[0] not in _HELPERS:
            return None
        try:
            return (await self.room_of(facilitator)).id
        except KitError:  # no facilitator of anything any more
            return None

    async def _as_facilitators_helper(self) -> Identity:
        """Give the facilitator's own browser a scribe's or projector's cookie."""
        facilitator = self.cookies_of_roles.read(Role.FACILITATOR)
        role = self.notebook_page.roles[0]
        if facilitator is None or role not in _HELPERS:
            raise NotJoined
        room = await self.room_of(facilitator)
        session = await self.read(room.store.session)
        helper = Identity(
            session=room.id, role=role, who=new_id(), stamp=expected_stamp(session, role)
        )
        self.cookies_of_roles.write(helper)
        return helper
