"""What is read from a session's database, whichever it is: one transaction for each question."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection

from workshop_kit.model import AuthorRole, Entry, Export, Receipt, Session
from workshop_kit.store import answers, authors, entries, exports, sessions
from workshop_kit.store.answers import Answers, TableAnswer
from workshop_kit.store.contract import Counted, People

T = TypeVar("T")


class Reads(ABC):
    """The reading half of a :class:`~workshop_kit.store.contract.Store`.

    A database says how a job is run in a transaction, and which session it is about.
    """

    _id: str

    @abstractmethod
    def _read(self, job: Callable[[Connection], T]) -> T:
        """Run a job that reads, in one transaction."""

    def session(self) -> Session:
        """Return the session as it stands."""
        return self._read(lambda c: sessions.load(c, self._id))

    def author_role(self, author: str) -> AuthorRole | None:
        """Return what kind of author this is."""
        return self._read(lambda c: authors.role_of(c, self._id, author))

    def people(self) -> People:
        """Return how many people joined."""
        return self._read(lambda c: authors.people(c, self._id))

    def entries(self, kind: str | None = None, *, author: str | None = None) -> list[Entry]:
        """Return entries, ordered by their random ids."""
        return self._read(lambda c: entries.read(c, self._id, kind, author))

    def of_kinds(self, kinds: tuple[str, ...]) -> list[Entry]:
        """Return the entries of several kinds, ordered by their random ids."""
        return self._read(lambda c: entries.of_kinds(c, self._id, kinds))

    def count_answers(self) -> list[Answers]:
        """Count all answers."""
        return self._read(lambda c: answers.count(c, self._id))

    def count_filled(self, question: str) -> tuple[int, dict[str, int]]:
        """Count who offered something, and in how many answers each part is filled."""
        return self._read(lambda c: answers.filled(c, self._id, question))

    def revisions(self, kind: str) -> dict[str, int]:
        """Return the ids of a kind's entries with their revisions."""
        return self._read(lambda c: entries.revisions(c, self._id, kind))

    def counted(self, kind: str) -> dict[str, Counted]:
        """Count the entries of a kind by key."""
        return self._read(lambda c: entries.counted(c, self._id, kind))

    def acknowledged(self, author: str, write_id: str) -> Receipt | None:
        """Return the reply that a write got."""
        return self._read(lambda c: entries.acknowledged(c, self._id, author, write_id))

    def tally(self, kind: str, key: str) -> list[tuple[dict[str, Any], int]]:
        """Count how many say the same."""
        return self._read(lambda c: entries.tally(c, self._id, kind, key))

    def approved(self, question: str) -> list[dict[str, Any]]:
        """Return the approved bodies of a question."""
        return self._read(lambda c: answers.approved(c, self._id, question))

    def table_answers(self) -> list[TableAnswer]:
        """Return what tables say."""
        return self._read(lambda c: answers.of_tables(c, self._id))

    def of_question(self, question: str) -> list[Entry]:
        """Return the answers to a question, what tables say, and decisions."""
        return self._read(lambda c: entries.of_question(c, self._id, question))

    def entry(self, entry_id: str) -> Entry | None:
        """Return one entry."""
        found = self._read(lambda c: entries.read(c, self._id, entry_id=entry_id))
        return found[0] if found else None

    def authors(self, role: AuthorRole) -> frozenset[str]:
        """Return the ids of all authors of a role."""
        return self._read(lambda c: authors.of_role(c, self._id, role))

    def exports(self) -> list[Export]:
        """Return what is known of notes that left, oldest first."""
        return self._read(lambda c: exports.known(c, self._id))
