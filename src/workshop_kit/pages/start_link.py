"""The link that the terminal prints: it signs in to the demo, once, on this laptop."""

import hmac

from workshop_kit.errors import OnlyOnTheLaptop
from workshop_kit.model import Role, new_id
from workshop_kit.pages.plain_page import PlainPage
from workshop_kit.room.base import expected_stamp
from workshop_kit.room.identity import Identity


class StartLink(PlainPage):
    """``/start/KEY``."""

    async def get(self, key: str) -> None:
        """Sign in to the demo; a link that was used leads to the sign-in page."""
        if not self.on_the_laptop:
            raise OnlyOnTheLaptop
        demo = next((s for s in await self.rooms.sessions() if s.demo), None)
        if demo is None or not hmac.compare_digest(key, self.rooms.start_key):
            self.redirect(f"{self.base_url}sign-in")
            return
        self.rooms.start_key = new_id()
        self.cookies_of_roles.write(
            Identity(
                session=demo.id,
                role=Role.FACILITATOR,
                who=new_id(),
                stamp=expected_stamp(demo, Role.FACILITATOR),
            )
        )
        self.redirect(f"{self.base_url}facilitate")
