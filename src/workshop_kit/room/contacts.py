"""Contacts that people left: when one is taken, and the lists for who leads, for nobody else."""

from typing import Any

from workshop_kit.contact import ContactBody
from workshop_kit.contact_list import (
    ContactList,
    as_page,
    as_table,
    contact_lists,
    file_stems,
    kept_until,
)
from workshop_kit.errors import (
    NoOfferYet,
    OtherRecipients,
    QuestionOpen,
    SessionClosed,
    UnknownEntry,
    UnknownKind,
)
from workshop_kit.model import Role, SessionState
from workshop_kit.offers import ASKS_FOR_OFFERS, SHAPE
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.offers import Offers
from workshop_kit.store.contract import Store


def check_contact(store: Store, who: str, key: str, contact: ContactBody) -> None:
    """Take a contact only from who said what they offer, and only for those named now.

    Raises
    ------
    SessionClosed
        Nothing can be left any more.
    UnknownEntry
        The key is not that of the question about offers.
    UnknownKind
        The session names nobody who gets contacts.
    OtherRecipients
        The person read other names than the session has now.
    NoOfferYet
        The person has not sent an answer about what they offer.
    """
    if key != ASKS_FOR_OFFERS:
        raise UnknownEntry
    session = store.session()
    if session.state is SessionState.CLOSED:
        raise SessionClosed
    if not session.recipients:
        raise UnknownKind("contact")
    if contact.recipients != session.recipients:
        raise OtherRecipients
    mine = [one for one in store.entries("answer", author=who) if one.key == key]
    if not any(one.body["shape"] == SHAPE for one in mine):
        raise NoOfferYet


class ContactsHandler(RoomHandler):
    """``GET /room/SESSION/facilitator/contacts``."""

    async def get(self, session_id: str) -> None:
        """Return the contacts without ids, authors and times, in the order of the alphabet.

        While the question is open they are not told: one that comes could be put beside an
        answer that comes at the same moment.
        """
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        if (await self.read(Offers.of, room.store)).is_open:
            raise QuestionOpen
        session = await self.read(room.store.session)
        found = await self.read(lambda: room.store.entries("contact"))
        lists = contact_lists(entry.body for entry in found)
        stems = file_stems(lists, session)
        until = kept_until(session)
        named = zip(lists, stems, strict=True)
        self.reply({"lists": [_told(one, stem, until) for one, stem in named]})


def _told(one: ContactList, stem: str, until: str) -> dict[str, Any]:
    contacts = [contact.model_dump(mode="json", exclude={"recipients"}) for contact in one.contacts]
    return {
        "recipients": one.recipients,
        "until": until,
        "contacts": contacts,
        "files": {
            "page": {"name": f"{stem}.html", "type": "text/html", "text": as_page(one, until)},
            "table": {"name": f"{stem}.csv", "type": "text/csv", "text": as_table(one, until)},
        },
    }
