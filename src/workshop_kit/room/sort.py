"""Sorting answers into themes: what there is to sort, moves on the themes, suggestions."""

from functools import cached_property
from typing import Any

from pydantic import Field

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.card import Card
from workshop_kit.card_sort import CardSortCountBody
from workshop_kit.content.stop_words import stop_words
from workshop_kit.errors import (
    InvalidBody,
    QuestionOpen,
    SessionClosed,
    SessionNotOpen,
    StaleRevision,
    UnknownQuestion,
)
from workshop_kit.kinds import QuestionState
from workshop_kit.model import ROOM, Frozen, Key, Role, SessionState, Write
from workshop_kit.placements import Placement, counted_again, names_proposed, placements
from workshop_kit.room.change import TRIES, Body, ChangesRoom, standing, turn_of
from workshop_kit.room.rooms import Room
from workshop_kit.room.theme_moves import (
    CloseToAll,
    OpenToAll,
    RestoreThemes,
    SortAsPhones,
    ThemeMove,
    cards_named,
    sorted_by,
)
from workshop_kit.room.themes import cards_in
from workshop_kit.store.contract import Store
from workshop_kit.theme import SortState, ThemesBody
from workshop_kit.theme_errors import UnknownCard
from workshop_kit.words import _

COUNT = "card_sort_count"


class ThemeMoveBody(Frozen):
    """A move, as it arrives."""

    write_id: Key
    move: ThemeMove = Field(discriminator="do")


class Sorting:
    """The themes of a question and what there is to sort; at revision 0 nobody has begun.

    ``said`` are the sorts of phones, with how many sent each; ``count`` is what was counted of
    them when they were closed.
    """

    def __init__(
        self,
        revision: int,
        body: ThemesBody,
        cards: list[Card],
        said: list[tuple[dict[str, Any], int]],
        count: CardSortCountBody | None,
    ) -> None:
        self.revision, self.body, self.cards = revision, body, cards
        self.said, self.count = said, count

    @classmethod
    def of(cls, store: Store, question: str) -> "Sorting":
        """Read it; raises :class:`QuestionOpen`."""
        _revision, state = standing(store, "question", question)
        opened = state is not None and state["state"] == QuestionState.OPEN.value
        if opened and store.session().state is SessionState.OPEN:
            raise QuestionOpen
        revision, found = standing(store, "themes", question)
        body = ThemesBody.model_validate(found or {})
        said = [] if body.state is SortState.WAITING else store.tally("card_sort", question)
        _revision, count = standing(store, COUNT, question)
        known = CardSortCountBody.model_validate(count) if count else None
        return cls(revision, body, cards_in(store, question), said, known)

    @property
    def unsorted(self) -> list[Card]:
        """What stands in no theme."""
        return [card for card in self.cards if card.id not in self.body.sorted]

    @cached_property
    def placed(self) -> dict[str, Placement]:
        """Where phones put each card, as it was counted."""
        return placements(self.body, self.cards, self.count.placed) if self.count else {}

    def counted(self, before: Body | None) -> Body | None:
        """Return what the count becomes now that the sort is closed."""
        known = CardSortCountBody.model_validate(before) if before else None
        after = counted_again(known, self.body, self.cards, self.said)
        return after.model_dump(mode="json") if after else None

    def after(self, move: ThemeMove) -> ThemesBody:
        """Return what a move makes of it; raises like :func:`sorted_by`."""
        return sorted_by(self.body, move, self.placed if isinstance(move, SortAsPhones) else None)

    def told(self) -> dict[str, Any]:
        """Return it as the facilitator's page knows it: of phones no count before the end."""
        closed = self.body.state is SortState.CLOSED
        phones = sum(people for _body, people in self.said)
        return self.body.model_dump(mode="json") | {
            "revision": self.revision,
            "cards": [card.model_dump() for card in self.cards],
            "sent": phones if phones >= FEWEST_COUNTED else None,
            "counted": self.count is not None,
            "proposed": names_proposed(self.body, self.said),
            "placed": {card: one.told() for card, one in self.placed.items()} if closed else {},
        }


class Sorts(ChangesRoom):
    """A handler of the themes of one question."""

    async def sorting(self, room: Room, question: str) -> Sorting:
        """Return how a question's themes stand.

        Raises
        ------
        UnknownQuestion
            There is no such question.
        InvalidBody
            Its answers are only counted, so nothing of them is sorted.
        QuestionOpen
            It takes answers now.
        """
        if question not in self.rooms.shapes:
            raise UnknownQuestion(question)
        if question in self.rooms.only_counted:
            raise InvalidBody(_("the answers to this question are only counted"))
        return await self.read(Sorting.of, room.store, question)


class SortHandler(Sorts):
    """``/room/SESSION/facilitator/themes/QUESTION``: the themes of a closed question."""

    async def get(self, session_id: str, question: str) -> None:
        """Return themes and cards, without authors or times."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        self.reply((await self.sorting(room, question)).told())

    async def post(self, session_id: str, question: str) -> None:
        """Make a move on the themes as they stand, whoever changed them last.

        Only an undo is refused where another page made a move since.
        """
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        request = self.body_as(ThemeMoveBody)
        async with turn_of(room):
            await self._made(room, question, request)
            if isinstance(request.move, CloseToAll):
                closed = await self.sorting(room, question)
                await self.change(room, COUNT, question, closed.counted)
            after = await self.sorting(room, question)
        self.reply(after.told())

    async def _made(self, room: Room, question: str, request: ThemeMoveBody) -> None:
        """Store what the move makes of the themes, once, however often it is asked for."""
        before = await self.sorting(room, question)
        if await self.read(room.store.acknowledged, ROOM, request.write_id) is not None:
            return
        move = request.move
        if isinstance(move, OpenToAll):
            await self._check_open(room)
        for _attempt in range(TRIES):
            if isinstance(move, RestoreThemes) and move.revision != before.revision:
                break
            if not {card.id for card in before.cards}.issuperset(cards_named(move)):
                raise UnknownCard
            write = Write(
                kind="themes",
                key=question,
                author=ROOM,
                write_id=request.write_id,
                revision=before.revision,
                body=before.after(move).model_dump(mode="json"),
            )
            try:
                await self.written(room, room.store.put(write))
            except StaleRevision:
                before = await self.sorting(room, question)
            else:
                return
        raise StaleRevision(before.told())

    async def _check_open(self, room: Room) -> None:
        state = (await self.read(room.session)).state
        if state is SessionState.CLOSED:
            raise SessionClosed
        if state is SessionState.DRAFT:
            raise SessionNotOpen


class SuggestHandler(Sorts):
    """``GET /room/SESSION/facilitator/themes/QUESTION/suggested``: groups, and why they are."""

    async def get(self, session_id: str, question: str) -> None:
        """Return groups of what stands in no theme; nothing is sorted by that."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        found = await self.sorting(room, question)
        groups = await self.read(_suggested, found.unsorted)
        self.reply({"groups": groups, "unsorted": len(found.unsorted)})


def _suggested(cards: list[Card]) -> list[dict[str, Any]]:
    # Asked for now and then: until somebody does, the server does without it.
    from workshop_kit.suggested_themes import suggested_themes  # noqa: PLC0415

    return [group._asdict() for group in suggested_themes(cards, stop_words())]
