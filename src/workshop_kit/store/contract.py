"""What every store promises, whatever database is behind it."""

from collections.abc import Sequence
from concurrent.futures import Future
from datetime import date
from typing import Any, NamedTuple, Protocol

from workshop_kit.file_errors import Trouble
from workshop_kit.model import AuthorRole, Entry, Export, Receipt, Session, TakeBack, Write
from workshop_kit.store.answers import Answers, TableAnswer


class People:
    """How many joined, and who is still here."""

    def __init__(self, joined: int, here: int) -> None:
        self.joined = joined
        self.here = here


class Counted(NamedTuple):
    """How many entries there are; ``changes``, their revisions added up, say when to read again."""

    number: int
    changes: int


class Store(Protocol):
    """One session's memory. Every method is safe to call from any thread.

    What returns a ``Future`` is stored in the order of the calls; when the future has a result,
    the database has committed it. A write that is refused changes nothing.
    """

    @property
    def trouble(self) -> Trouble | None:
        """Why the last write could not be stored; nothing as soon as one is stored again.

        While there is trouble, the store tries by itself whether it is over.
        """
        ...

    def session(self) -> Session:
        """Return the session as it stands."""
        ...

    def change_session(self, changes: dict[str, object]) -> Future[Session]:
        """Change fields of the session; it is ended by ``close_session`` only.

        Raises :class:`InvalidBody`; :class:`SessionClosed` if the state of a closed session was
        to be changed.
        """
        ...

    def close_session(self, closed_on: date) -> Future[Session]:
        """End the session: forget who wrote what and when, for good.

        Raises :class:`SessionClosed`; :class:`CannotSave` also if another process was reading all
        the while. The session is closed then, and what was forgotten is wiped off the disk when
        this is called again, or when the store is closed or opened.
        """
        ...

    def add_author(self, author: str, role: AuthorRole) -> Future[None]:
        """Count a person in; adding one who is there already counts them in again.

        Raises :class:`SessionClosed`.
        """
        ...

    def leave(self, author: str) -> Future[None]:
        """Count a person out; what was sent stays, and is no longer theirs."""
        ...

    def people(self) -> People:
        """Return how many people joined."""
        ...

    def put(self, write: Write) -> Future[Receipt]:
        """Store a body.

        Raises :class:`NotJoined`, :class:`SessionNotOpen`, :class:`SessionClosed`,
        :class:`QuestionClosed`, :class:`StaleRevision`, :class:`CannotSave`.
        """
        ...

    def put_all(self, writes: Sequence[Write]) -> Future[list[Receipt | Exception]]:
        """Store many bodies in one go, each as :meth:`put` would.

        In their order: the receipt of each, or why it was refused. Raises :class:`CannotSave`.
        """
        ...

    def change_together(self, changes: Sequence[Write | TakeBack]) -> Future[list[Receipt]]:
        """Store and remove bodies of the room, all of them or, where one is refused, none.

        Raises like :meth:`put` and :meth:`take_back`.
        """
        ...

    def put_for_other(self, write: Write) -> Future[Receipt]:
        """Store a body as a new author of its own, for a person without a phone.

        ``write.author`` is whoever enters it: the write id is theirs.
        """
        ...

    def take_back(self, request: TakeBack) -> Future[Receipt]:
        """Remove one entry; raises like :meth:`put`, and :class:`UnknownEntry`."""
        ...

    def take_back_all(self, author: str, write_id: str | None = None) -> Future[int]:
        """Remove everything that an author wrote, and return how many entries that was.

        Raises :class:`SessionClosed`, :class:`CannotSave`.
        """
        ...

    def restore(self, entries: list[Entry]) -> Future[None]:
        """Store entries read back from exported notes, each as an author of its own.

        Raises :class:`BadImport`, :class:`CannotSave`.
        """
        ...

    def entries(self, kind: str | None = None, *, author: str | None = None) -> list[Entry]:
        """Return entries, ordered by their random ids."""
        ...

    def of_kinds(self, kinds: tuple[str, ...]) -> list[Entry]:
        """Return the entries of several kinds in one go, ordered by their random ids."""
        ...

    def count_answers(self) -> list[Answers]:
        """Count all answers, by question, sort and decision."""
        ...

    def count_filled(self, question: str) -> tuple[int, dict[str, int]]:
        """Count who offered something, and in how many answers each part is filled."""
        ...

    def revisions(self, kind: str) -> dict[str, int]:
        """Return the ids of a kind's entries with their revisions; nothing else of them is read."""
        ...

    def counted(self, kind: str) -> dict[str, Counted]:
        """Count the entries of a kind by key; no body is read."""
        ...

    def acknowledged(self, author: str, write_id: str) -> Receipt | None:
        """Return the reply that a write got, if it came before."""
        ...

    def tally(self, kind: str, key: str) -> list[tuple[dict[str, Any], int]]:
        """Return what people say under a key, in order of the words, with how many say the same.

        Nothing in it tells of a person.
        """
        ...

    def approved(self, question: str) -> list[dict[str, Any]]:
        """Return the approved bodies of a question, in order of their random ids."""
        ...

    def table_answers(self) -> list[TableAnswer]:
        """Return what tables say, with what was decided about it, in order of random ids."""
        ...

    def of_question(self, question: str) -> list[Entry]:
        """Return the answers to a question, what tables say, and decisions; ordered by ids."""
        ...

    def entry(self, entry_id: str) -> Entry | None:
        """Return one entry."""
        ...

    def author_role(self, author: str) -> AuthorRole | None:
        """Return what kind of author this is."""
        ...

    def authors(self, role: AuthorRole) -> frozenset[str]:
        """Return the ids of all authors of a role."""
        ...

    def note_export(self, made: Export) -> Future[None]:
        """Remember that notes left the session; also after it was closed.

        Raises :class:`CannotSave`.
        """
        ...

    def exports(self) -> list[Export]:
        """Return what is known of notes that left, oldest first."""
        ...

    def change_count(self) -> int:
        """Return a number that differs after any connection, also of another process, wrote."""
        ...

    def close(self) -> None:
        """Finish what was begun and let go of the database."""
        ...
