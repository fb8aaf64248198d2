"""The help lines, for pages that were loaded before they changed."""

from workshop_kit.content.help_lines import help_lines
from workshop_kit.room.base import RoomHandler
from workshop_kit.words import language


class HelpHandler(RoomHandler):
    """``GET /room/help``."""

    async def get(self) -> None:
        """Return the help lines in the reader's language."""
        self.reply({"lines": [line.model_dump(mode="json") for line in help_lines(language())]})
