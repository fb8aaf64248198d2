"""What a phone sorts: approved ideas of a question, and the names of its themes."""

from typing import Any
from weakref import WeakKeyDictionary

from workshop_kit.errors import UnknownQuestion
from workshop_kit.kinds import QuestionState
from workshop_kit.model import Role, SessionState
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.card_sorts import sorted_on_phones
from workshop_kit.room.change import standing
from workshop_kit.room.rooms import Room
from workshop_kit.store.contract import Store
from workshop_kit.theme import SortState, ThemesBody
from workshop_kit.theme_errors import SortClosed

_Told = dict[str, Any]
_told: WeakKeyDictionary[Room, tuple[int, dict[str, _Told]]] = WeakKeyDictionary()


def check_sorting(store: Store, question: str) -> ThemesBody:
    """Return the themes of a question that phones sort now.

    Raises
    ------
    SortClosed
        Who leads has not opened it to all, or the question takes answers again.
    """
    _revision, state = standing(store, "question", question)
    answering = state is not None and state["state"] == QuestionState.OPEN.value
    body = ThemesBody.model_validate(standing(store, "themes", question)[1] or {})
    opened = body.state is SortState.OPEN and store.session().state is SessionState.OPEN
    if answering or not opened:
        raise SortClosed
    return body


class SortOnPhonesHandler(RoomHandler):
    """``GET /room/SESSION/participant/sort/QUESTION``."""

    async def get(self, session_id: str, question: str) -> None:
        """Return themes and ideas; raises :class:`SortClosed` where phones do not sort."""
        room, _identity = await self.identified(session_id, Role.PARTICIPANT)
        if question not in self.rooms.shapes:
            raise UnknownQuestion(question)
        self.reply(await self.read(_once, room, question))


def _once(room: Room, question: str) -> _Told:
    """Read it once for each change, however many phones ask."""
    count = room.store.change_count()
    known = _told.get(room)
    if known is None or known[0] != count:
        known = _told[room] = (count, {})
    if question not in known[1]:
        body = check_sorting(room.store, question)
        known[1][question] = sorted_on_phones(room.store, question, body)
    return known[1][question]
