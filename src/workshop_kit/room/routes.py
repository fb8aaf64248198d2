"""Which address is answered by which handler."""

from typing import Any

from jupyter_server.utils import url_path_join

from workshop_kit.room.answers import AnswersHandler
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.closing import ClosingHandler, DebriefHandler
from workshop_kit.room.contacts import ContactsHandler
from workshop_kit.room.copies import CopyHandler
from workshop_kit.room.destroying import DestroyHandler, HoldHandler
from workshop_kit.room.entries import (
    MyEntriesHandler,
    MyEntryHandler,
    RoomEntriesHandler,
    RoomEntryHandler,
)
from workshop_kit.room.for_others import ForOtherHandler, ForOthersHandler
from workshop_kit.room.help import HelpHandler
from workshop_kit.room.join import (
    EnterHandler,
    JoinHandler,
    NoticeHandler,
    SessionsHandler,
)
from workshop_kit.room.lead import LeadHandler
from workshop_kit.room.leave import LeaveHandler, PassOnHandler
from workshop_kit.room.own import AdditionsHandler, RowHandler, RowsHandler, TableFileHandler
from workshop_kit.room.revealed import AgreementHandler, RevealedHandler
from workshop_kit.room.session import JoinCodeHandler, QrHandler, SessionHandler
from workshop_kit.room.sort import SortHandler, SuggestHandler
from workshop_kit.room.sort_on_phones import SortOnPhonesHandler
from workshop_kit.room.stream import FeedHandler
from workshop_kit.room.table_talk import TableHandler
from workshop_kit.room.talk import AskToTalkHandler, SeenToHandler
from workshop_kit.room.who_am_i import WhoAmIHandler

_SESSION = r"/room/([0-9a-f]{32})"
_ROLE = r"(participant|scribe|facilitator|projector)"
_ENTERS = r"(scribe|facilitator)"
_WRITES = r"(participant|scribe|facilitator)"
_SHOWS = r"(facilitator|projector)"
_TABLE = r"(help_lines|resources)"
_KEY = r"([A-Za-z0-9_-]{1,64})"

ROUTES: tuple[tuple[str, type[RoomHandler]], ...] = (
    (rf"{_SESSION}/participant/entries/{_KEY}/{_KEY}", MyEntryHandler),  # most often: tried first
    (rf"{_SESSION}/{_ROLE}/feed", FeedHandler),
    (r"/room/help", HelpHandler),
    (r"/room/notice", NoticeHandler),
    (r"/room/join", JoinHandler),
    (r"/room/enter", EnterHandler),
    (r"/room/sessions", SessionsHandler),
    (r"/room/leave", LeaveHandler),
    (rf"/room/{_ROLE}", WhoAmIHandler),
    (rf"{_SESSION}/participant/leave", PassOnHandler),
    (rf"{_SESSION}/participant/entries", MyEntriesHandler),
    (rf"{_SESSION}/participant/revealed/{_KEY}", RevealedHandler),
    (rf"{_SESSION}/participant/sort/{_KEY}", SortOnPhonesHandler),
    (rf"{_SESSION}/participant/agreement", AgreementHandler),
    (rf"{_SESSION}/participant/closing", ClosingHandler),
    (rf"{_SESSION}/facilitator/debrief", DebriefHandler),
    (rf"{_SESSION}/participant/talk", AskToTalkHandler),
    (rf"{_SESSION}/{_WRITES}/table/{_KEY}/([0-9]{{1,2}})", TableHandler),
    (rf"{_SESSION}/facilitator/talk", SeenToHandler),
    (rf"{_SESSION}/facilitator/entries", RoomEntriesHandler),
    (rf"{_SESSION}/facilitator/entries/{_KEY}/{_KEY}", RoomEntryHandler),
    (rf"{_SESSION}/facilitator/answers/{_KEY}", AnswersHandler),
    (rf"{_SESSION}/facilitator/contacts", ContactsHandler),
    (rf"{_SESSION}/facilitator/session", SessionHandler),
    (rf"{_SESSION}/facilitator/evening", LeadHandler),
    (rf"{_SESSION}/facilitator/themes/{_KEY}", SortHandler),
    (rf"{_SESSION}/facilitator/themes/{_KEY}/suggested", SuggestHandler),
    (rf"{_SESSION}/facilitator/join-code", JoinCodeHandler),
    (rf"{_SESSION}/facilitator/hold", HoldHandler),
    (rf"{_SESSION}/facilitator/destroy", DestroyHandler),
    (rf"{_SESSION}/facilitator/own", AdditionsHandler),
    (rf"{_SESSION}/facilitator/own/{_TABLE}", RowsHandler),
    (rf"{_SESSION}/facilitator/own/{_TABLE}\.csv", TableFileHandler),
    (rf"{_SESSION}/facilitator/own/{_TABLE}/([0-9a-f]{{16}})", RowHandler),
    (rf"{_SESSION}/facilitator/own/copies/{_KEY}", CopyHandler),
    (rf"{_SESSION}/{_SHOWS}/qr\.svg", QrHandler),
    (rf"{_SESSION}/{_ENTERS}/for-others/{_KEY}", ForOthersHandler),
    (rf"{_SESSION}/{_ENTERS}/for-others/{_KEY}/{_KEY}", ForOtherHandler),
)


def room_handlers(base_url: str) -> list[tuple[Any, ...]]:
    """Return the room's handlers under a base URL, for any Tornado application of Jupyter's."""
    return [(url_path_join(base_url, path), handler) for path, handler in ROUTES]
