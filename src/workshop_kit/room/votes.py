"""What each role may know of the votes: no count before one is closed, and never who gave what."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from workshop_kit.model import Entry
from workshop_kit.store.contract import Store
from workshop_kit.vote import VoteBody, VoteState

_Told = dict[str, Any]


class Vote:
    """One vote as it stands, with its ballots where they are asked for."""

    def __init__(self, store: Store, entry: Entry) -> None:
        self._store = store
        self.id, self.revision = entry.key, entry.revision
        self.body = VoteBody.model_validate(entry.body)

    @cached_property
    def _ballots(self) -> list[tuple[dict[str, Any], int]]:
        return self._store.tally("ballot", self.id)

    def _result(self) -> list[_Told] | None:
        if self.body.state is not VoteState.CLOSED:
            return None
        return [one.model_dump() for one in self.body.result(self._ballots)]

    def asked(self) -> _Told:
        """Return what people are asked, without a count."""
        told = self.body.model_dump(mode="json", include={"title", "options", "dots", "most"})
        return told | {"id": self.id, "state": self.body.state.value, "result": None}

    def answered(self) -> _Told:
        """Return the same with what came of it, if it is closed."""
        return self.asked() | {"result": self._result()}

    def for_leader(self) -> _Told:
        """Return all of it, and how many people have sent their dots."""
        ballots = sum(people for _body, people in self._ballots)
        told = self.body.model_dump(mode="json", include={"hands", "shown"})
        return self.answered() | told | {"revision": self.revision, "ballots": ballots}


class Votes:
    """All votes of a room, in the order in which they were made."""

    def __init__(self, store: Store, entries: Iterable[Entry]) -> None:
        votes = [Vote(store, entry) for entry in entries]
        self._votes = sorted(votes, key=lambda one: (len(one.id), one.id))

    def for_phones(self) -> list[_Told]:
        """Return what phones show: votes that are open, and results that may be seen."""
        return [
            one.answered() if one.body.shown else one.asked()
            for one in self._votes
            if one.body.state is VoteState.OPEN or one.body.shown
        ]

    def for_leader(self) -> list[_Told]:
        """Return every vote, with the results of those that are closed."""
        return [one.for_leader() for one in self._votes]

    def on_the_wall(self, key: str | None) -> _Told | None:
        """Return the vote that the wall shows, unless it still waits."""
        for one in self._votes:
            if one.id == key and one.body.state is not VoteState.WAITING:
                return one.answered()
        return None
