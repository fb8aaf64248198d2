"""A workshop's evening in a real file, and words by which tests see what got through."""

from datetime import date
from pathlib import Path
from typing import Any

from workshop_kit.kinds import KINDS, Decision
from workshop_kit.model import (
    ROOM,
    AuthorRole,
    RolePresent,
    Session,
    SessionState,
    Write,
    new_id,
)
from workshop_kit.notes.report import Report, report_of
from workshop_kit.store.sqlite import SqliteStore
from workshop_kit.vote import BallotBody


class Evening:
    """A session that people write to."""

    def __init__(self, folder: Path) -> None:
        self.session = Session(
            title="Maple Valley",
            community="Maple Valley",
            held_on=date(2026, 11, 22),
            host="Maple Valley Library",
            purpose="To choose a first step.",
            recipients="Everyone who came",
            privacy_contact="Sam at the library",
            support_person="Robin",
            record_owner="Maple Valley Band Council",
            roles_present=(RolePresent.POLICE,),
            passphrase_hash="$argon2id$secret",
            state=SessionState.OPEN,
        )
        self.store = SqliteStore.create(folder / "evening.session", self.session)

    def says(self, key: str, decision: str | None = "approved", **body: Any) -> str:
        """A new person answers; return the entry's id."""
        author = new_id()
        self.store.add_author(author, AuthorRole.PARTICIPANT).result()
        receipt = self._put("answer", key, body, author)
        if decision:
            self.decides(receipt, decision)
        return receipt

    def decides(self, entry_id: str, decision: str) -> None:
        body = {"decision": Decision(decision).value, "answer_revision": 1}
        self._put("review", entry_id, body, ROOM)

    def tells(self, key: str, **body: Any) -> None:
        """The facilitator writes a story of the group's own."""
        self._put("story", key, KINDS["story"].checked(body), ROOM)

    def keeps(self, kind: str, key: str, body: dict[str, Any], revision: int = 0) -> str:
        """The room has something from now on; return the id of the entry."""
        return self._put(kind, key, KINDS[kind].checked(body), ROOM, revision)

    def votes(self, key: str, ballot: BallotBody) -> None:
        """A new person sends their dots."""
        author = new_id()
        self.store.add_author(author, AuthorRole.PARTICIPANT).result()
        self._put("ballot", key, ballot.model_dump(), author)

    def leaves(self, name: str) -> None:
        """Somebody left a contact, and then the workshop."""
        author = new_id()
        self.store.add_author(author, AuthorRole.FOR_OTHERS).result()
        body = {"name": name, "reach": name, "offer": name, "recipients": "Everyone who came"}
        self._put("contact", "q7", KINDS["contact"].checked(body), author)

    def _put(
        self, kind: str, key: str, body: dict[str, Any], author: str, revision: int = 0
    ) -> str:
        place = {"kind": kind, "key": key, "author": author}
        write = Write(**place, write_id=new_id(), revision=revision, body=body)
        return self.store.put(write).result().entry_id

    def report(self) -> Report:
        store = self.store
        return report_of(store.session(), store.entries(), store.people().joined)


OFFER = {
    "skills": "first aid",
    "abilities": "listening",
    "passions": "",
    "connections": "",
    "ideas": "q̓ic̓əy̓ on the poster",
}
STORY = {
    "title": "A night at the rink",
    "did": "=Help lines on the boards\nand in the dressing rooms",
    "partners": ["q̓ic̓əy̓ centre", "Minor hockey"],
    "changed": "Two teams asked for a talk.",
    "link": "https://example.org/rink",
    "public": True,
}
FORBIDDEN = ("A CONTACT", "PERSONAL", "KEPT BACK", "SET ASIDE", "UNREAD", "ONLY HERE")
