"""Sorting answers into themes: what there is to sort, moves on the themes, suggestions."""

from typing import Any, NamedTuple

from pydantic import Field

from workshop_kit.card import Card
from workshop_kit.content.stop_words import stop_words
from workshop_kit.errors import InvalidBody, QuestionOpen, StaleRevision, UnknownQuestion
from workshop_kit.kinds import QuestionState
from workshop_kit.model import ROOM, Frozen, Key, Role, SessionState, Write
from workshop_kit.room.change import TRIES, ChangesRoom, standing, turn_of
from workshop_kit.room.rooms import Room
from workshop_kit.room.theme_moves import RestoreThemes, ThemeMove, cards_named, sorted_by
from workshop_kit.room.themes import cards_in
from workshop_kit.store.contract import Store
from workshop_kit.theme import ThemesBody
from workshop_kit.theme_errors import UnknownCard
from workshop_kit.words import _


class ThemeMoveBody(Frozen):
    """A move, as it arrives."""

    write_id: Key
    move: ThemeMove = Field(discriminator="do")


class Sorting(NamedTuple):
    """The themes of a question and what there is to sort; at revision 0 nobody has begun."""

    revision: int
    body: ThemesBody
    cards: list[Card]

    @classmethod
    def of(cls, store: Store, question: str) -> "Sorting":
        """Read it; raises :class:`QuestionOpen`."""
        _revision, state = standing(store, "question", question)
        opened = state is not None and state["state"] == QuestionState.OPEN.value
        if opened and store.session().state is SessionState.OPEN:
            raise QuestionOpen
        revision, body = standing(store, "themes", question)
        return cls(revision, ThemesBody.model_validate(body or {}), cards_in(store, question))

    @property
    def unsorted(self) -> list[Card]:
        """What stands in no theme."""
        return [card for card in self.cards if card.id not in self.body.sorted]

    def told(self) -> dict[str, Any]:
        """Return it as the facilitator's page knows it."""
        return self.body.model_dump(mode="json") | {
            "revision": self.revision,
            "cards": [card.model_dump() for card in self.cards],
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
            after = await self.sorting(room, question)
        self.reply(after.told())

    async def _made(self, room: Room, question: str, request: ThemeMoveBody) -> None:
        """Store what the move makes of the themes, once, however often it is asked for."""
        before = await self.sorting(room, question)
        if await self.read(room.store.acknowledged, ROOM, request.write_id) is not None:
            return
        move = request.move
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
                body=sorted_by(before.body, move).model_dump(mode="json"),
            )
            try:
                await self.written(room, room.store.put(write))
            except StaleRevision:
                before = await self.sorting(room, question)
            else:
                return
        raise StaleRevision(before.told())


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
