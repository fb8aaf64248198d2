"""Leading the evening: a move changes the agenda, and wall and questions follow the step."""

from collections.abc import Callable
from typing import NamedTuple
from weakref import WeakKeyDictionary

from pydantic import Field

from workshop_kit.agreement import AgreementBody
from workshop_kit.content.agreement import starter_agreement
from workshop_kit.content.read_aloud import reading
from workshop_kit.errors import SessionClosed, SessionNotOpen, StaleRevision, UnknownQuestion
from workshop_kit.evening import AgendaStep, Evening, EveningStep, StepKind
from workshop_kit.kinds import QuestionBody, QuestionState
from workshop_kit.model import (
    ROOM,
    Frozen,
    Key,
    Receipt,
    Role,
    SessionState,
    Write,
    now,
)
from workshop_kit.room.change import TRIES, Body, ChangesRoom, standing, turn_of
from workshop_kit.room.follow import screen_of
from workshop_kit.room.moves import Add, Go, Led, Move, Restore, moved
from workshop_kit.room.rooms import Room
from workshop_kit.screen import ScreenBody
from workshop_kit.store.contract import Store
from workshop_kit.words import language


class MoveBody(Frozen):
    """A move, as it arrives."""

    write_id: Key
    move: Move = Field(discriminator="do")


class Standing(NamedTuple):
    """The evening as it stands in the store; at revision 0 nobody has planned it."""

    revision: int
    evening: Evening

    @classmethod
    def of(cls, store: Store) -> "Standing":
        """Read it."""
        revision, body = standing(store, "agenda", "evening")
        return cls(revision, Evening.model_validate(body or {}))

    def told(self) -> Body:
        """Return it as the facilitator's page knows it."""
        return self.evening.model_dump(mode="json") | {"revision": self.revision}


_last: WeakKeyDictionary[Room, tuple[str, Led]] = WeakKeyDictionary()
"""The last move of each room, and what it changed: its reply may have been lost."""


class LeadHandler(ChangesRoom):
    """``POST /room/SESSION/facilitator/evening``: one move of the facilitator's."""

    async def post(self, session_id: str) -> None:
        """Make a move on the evening as it stands, whoever changed it last.

        Only an undo is refused where another page made a move since. The reply tells in ``led``
        what else has changed, which an undo sends back.
        """
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        request = self.body_as(MoveBody)
        async with turn_of(room):
            after, led = await self._made(room, request)
        room.feed.changed()
        self.reply(after.told() | {"led": led.model_dump(mode="json")})

    async def _made(self, room: Room, request: MoveBody) -> tuple[Standing, Led]:
        """Make the move, and let wall and questions follow; once, however often it is asked for."""
        await self._check_sense(room, request.move)
        receipt = await self._stored(room, request)
        after = await self.read(Standing.of, room.store)
        write_id, led = _last.get(room, ("", Led()))
        # Another revision: the same request came before, and moves were made after it.
        if write_id != request.write_id and receipt.revision == after.revision:
            led = await self._follow(room, request.move, after.evening.running)
            _last[room] = request.write_id, led
        return after, led if _last.get(room, ("",))[0] == request.write_id else Led()

    async def _check_sense(self, room: Room, move: Move) -> None:
        session = await self.read(room.store.session)
        steps: tuple[AgendaStep, ...] = ()
        goes = isinstance(move, Go)
        if isinstance(move, Add):
            steps = (move.step,)
        elif isinstance(move, Restore):
            steps = move.evening.steps
            standing_now = await self.read(Standing.of, room.store)
            goes = move.evening.at != standing_now.evening.at or move.led != Led()
        if goes and session.state is not SessionState.OPEN:
            raise SessionClosed if session.state is SessionState.CLOSED else SessionNotOpen
        for step in steps:
            await self._check_step(step)

    async def _check_step(self, step: AgendaStep) -> None:
        if step.question is not None and step.question not in self.rooms.shapes:
            raise UnknownQuestion(step.question)
        if step.section is not None or step.part is not None:
            await self.read(reading, step.section or "", step.part or "")

    async def _stored(self, room: Room, request: MoveBody) -> Receipt:
        """Store what the move makes of the evening; again where another page was faster."""
        known = await self.read(room.store.acknowledged, ROOM, request.write_id)
        if known is not None:
            return known
        for _attempt in range(TRIES):
            before = await self.read(Standing.of, room.store)
            if isinstance(request.move, Restore) and request.move.revision != before.revision:
                break
            write = Write(
                kind="agenda",
                key="evening",
                author=ROOM,
                write_id=request.write_id,
                revision=before.revision,
                body=moved(before.evening, request.move, now()).model_dump(mode="json"),
            )
            try:
                return await self.written(room, room.store.put(write))
            except StaleRevision:
                continue
        raise StaleRevision(before.told())

    async def _follow(self, room: Room, move: Move, step: EveningStep | None) -> Led:
        """Let wall and questions go along with a step, or back where that is undone."""
        if isinstance(move, Restore):
            await self._go_back(room, move.led)
        if not isinstance(move, Go) or step is None:
            return Led()
        screen = await self._show(room, lambda shown: screen_of(step, shown))
        opened, tables = None, None
        if step.question is not None:
            opens = QuestionState.WAITING, QuestionState.OPEN
            opened = step.question if await self._turn(room, step.question, *opens) else None
            at_tables = step.kind is StepKind.TABLE_TALK
            if at_tables and await self._at_tables(room, step.question, now=True):
                tables = step.question
        if step.kind is StepKind.AGREEMENT:
            starter = AgreementBody(lines=starter_agreement(language())).model_dump(mode="json")
            await self.change(room, "agreement", "group", lambda body: body or starter)
        return Led(screen=screen, opened=opened, tables=tables)

    async def _go_back(self, room: Room, led: Led) -> None:
        """Show again what was shown; let a question wait again, unless somebody has answered."""
        if led.screen is not None:
            before = led.screen
            stays = ("address", "blank", "paused")
            await self._show(
                room,
                lambda shown: before.model_copy(update={one: getattr(shown, one) for one in stays}),
            )
        if led.tables is not None:
            await self._at_tables(room, led.tables, now=False)
        if led.opened is not None:
            counted = await self.read(room.store.count_answers)
            written = any(one.question == led.opened for one in counted)
            if not written and not await self._any_table_wrote(room, led.opened):
                await self._turn(room, led.opened, QuestionState.OPEN, QuestionState.WAITING)

    async def _any_table_wrote(self, room: Room, question: str) -> bool:
        return any(one.question == question for one in await self.read(room.store.table_answers))

    async def _at_tables(self, room: Room, question: str, *, now: bool) -> bool:
        """Bring an open question to the tables, or back; tell whether that is a change.

        One that each person answers alone stays with them.
        """
        changed = False

        def turned(body: Body | None) -> Body | None:
            nonlocal changed
            found = QuestionBody.model_validate(body or {"state": QuestionState.WAITING})
            changed = found.state is QuestionState.OPEN and found.tables is not now
            return found.model_dump(mode="json") | {"tables": now} if changed else None

        if question not in self.rooms.only_counted:
            await self.change(room, "question", question, turned)
        return changed

    async def _show(self, room: Room, change: Callable[[ScreenBody], ScreenBody]) -> ScreenBody:
        """Change what the projector shows; return what it showed before."""
        before = ScreenBody()

        def changed(body: Body | None) -> Body:
            nonlocal before
            before = ScreenBody.model_validate(body or {})
            return change(before).model_dump(mode="json")

        await self.change(room, "screen", "projector", changed)
        return before

    async def _turn(
        self, room: Room, question: str, before: QuestionState, after: QuestionState
    ) -> bool:
        """Turn a question from one state to another; tell whether it was in that one."""
        was = False

        def turned(body: Body | None) -> Body | None:
            nonlocal was
            found = QuestionBody.model_validate(body or {"state": QuestionState.WAITING})
            was = found.state is before
            return QuestionBody(state=after).model_dump(mode="json") if was else None

        await self.change(room, "question", question, turned)
        return was
