"""Frozen values that everything else speaks in: sessions, entries, writes and receipts."""

import secrets
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from workshop_kit.text import OneLine, Typed

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), OneLine]
Paragraph = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000), Typed]
Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]

CODE_LETTERS = "CDFHJKMPQRTVWXY34679"
"""No vowels, so that no word appears, and nothing that looks like something else."""
CODE_LENGTH = 6
ROOM = "room"
"""The author of what belongs to the room and not to one person."""


BROWSER = "browser"
"""The place of notes that a browser saved."""


def new_id() -> str:
    """Return 32 hexadecimal digits that nobody can guess."""
    return secrets.token_hex(16)


def new_code() -> str:
    """Return a join code such as ``K7M4QX``; 64 million are possible."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def plain_code(typed: str) -> str:
    """Return a code as it is stored, from whatever a person typed."""
    return "".join(c for c in typed.upper() if c.isalnum())


def shown_code(code: str) -> str:
    """Return a code as people read it, in two groups: ``K7M 4QX``."""
    return f"{code[:3]} {code[3:]}"


def today() -> date:
    """Return the date on this laptop."""
    return datetime.now().astimezone().date()


def now() -> datetime:
    """Return the time, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


class Frozen(BaseModel):
    """A value that never changes and knows all its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(StrEnum):
    """What a page is for; see decision 7."""

    PARTICIPANT = "participant"
    SCRIBE = "scribe"
    FACILITATOR = "facilitator"
    PROJECTOR = "projector"


class SessionState(StrEnum):
    """Where a session is in its life."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


class RolePresent(StrEnum):
    """People whose presence others should know of before they write."""

    POLICE = "police"
    MEDIA = "media"


class HelpLineCheck(Frozen):
    """What the facilitator said about dialling the help lines before opening."""

    dialled: bool
    reason: Line = ""
    checked_on: date = Field(default_factory=today)


class Hold(Frozen):
    """Why a closed session is kept longer than people were told.

    ``until`` is the last day of it; none means until somebody releases it.
    """

    reason: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), OneLine
    ]
    by: Line = ""
    until: date | None = None
    noted_on: date = Field(default_factory=today)


class SessionDetails(Frozen):
    """What the facilitator says about a session and participants read before joining."""

    title: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), OneLine
    ]
    community: Line = ""
    held_on: date = Field(default_factory=today)
    host: Line = ""
    purpose: Paragraph = ""
    recipients: Line = ""
    privacy_contact: Line = ""
    record_owner: Line = ""
    support_person: Line = ""
    roles_present: tuple[RolePresent, ...] = ()
    first_names_allowed: bool = False
    keep_days: Annotated[int, Field(ge=1, le=365)] = 14


class Session(SessionDetails):
    """One workshop: its details, codes and state.

    ``passphrase_hash`` is an argon2 hash; codes are stored without spaces; ``people_joined`` is
    counted when the session closes.
    """

    id: Key = Field(default_factory=new_id)
    join_code: Key = Field(default_factory=new_code)
    scribe_code: Key = Field(default_factory=new_code)
    projector_code: Key = Field(default_factory=new_code)
    passphrase_hash: str = ""
    demo: bool = False
    state: SessionState = SessionState.DRAFT
    help_lines: HelpLineCheck | None = None
    closed_on: date | None = None
    people_joined: int | None = None
    hold: Hold | None = None

    @property
    def details(self) -> SessionDetails:
        """What may be told to anyone who has the join code."""
        return SessionDetails(**{f: getattr(self, f) for f in SessionDetails.model_fields})

    @property
    def destroy_on(self) -> date | None:
        """The day that people were told of; none before the session is closed."""
        return self.closed_on + timedelta(days=self.keep_days) if self.closed_on else None

    @property
    def kept_longer(self) -> bool:
        """Whether a hold keeps it beyond the day that people were told of, as far as is known."""
        if self.hold is None:
            return False
        told = self.destroy_on or today() + timedelta(days=self.keep_days)
        return self.hold.until is None or self.hold.until >= told

    @property
    def due_on(self) -> date | None:
        """The day on which the kit destroys the session; none while nobody set one."""
        if self.hold is None or self.destroy_on is None:
            return self.destroy_on
        return self.hold.until and max(self.hold.until + timedelta(days=1), self.destroy_on)


class AuthorRole(StrEnum):
    """Who is behind an author id."""

    PARTICIPANT = "participant"
    FOR_OTHERS = "for_others"
    ROOM = "room"


class Entry(Frozen):
    """Something that a person, or the room, contributed. See decision 3.

    ``author`` is a random id, or ``ROOM``. ``written_at`` is UTC and is gone after closing.
    """

    id: str
    kind: str
    key: Key
    author: str
    revision: int
    body: dict[str, Any]
    written_at: datetime | None = None


class Write(Frozen):
    """A request to store a body.

    ``revision`` is the one it replaces, 0 for none; ``while_open`` names a question that must be
    open in the same transaction.
    """

    kind: str
    key: Key
    author: str
    write_id: Key
    revision: Annotated[int, Field(ge=0)] = 0
    body: dict[str, Any]
    while_open: Key | None = None


class TakeBack(Frozen):
    """A request to remove one entry of an author; fields as in :class:`Write`."""

    kind: str
    key: Key
    author: str
    write_id: Key
    revision: Annotated[int, Field(ge=0)]
    while_open: Key | None = None


class Export(Frozen):
    """Notes that left the session: what kind, when, where. Nothing of what they say.

    ``place`` is the path of a file, or ``BROWSER``: where a browser saves to is not known.
    """

    format: Key
    made_on: date
    place: str


class Receipt(Frozen):
    """What was acknowledged: it stands in the database. Repeating a write id returns it again."""

    entry_id: str
    revision: int
    written_at: datetime
