"""Leading the evening: a move changes the agenda, and wall and questions follow the step."""

from typing import Any, NamedTuple

from pydantic import Field

from workshop_kit.agreement import AgreementBody
from workshop_kit.content.agreement import starter_agreement
from workshop_kit.content.read_aloud import reading
from workshop_kit.errors import InvalidBody, SessionNotOpen, StaleRevision, UnknownQuestion
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
from workshop_kit.room.change import TRIES, ChangesRoom, standing
from workshop_kit.room.follow import screen_of
from workshop_kit.room.moves import Add, Go, Move, Restore, moved
from workshop_kit.room.rooms import Room
from workshop_kit.screen import ScreenBody
from workshop_kit.store.contract import Store
from workshop_kit.words import language

_Body = dict[str, Any]


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

    def told(self) -> _Body:
        """Return it as the facilitator's page knows it."""
        return self.evening.model_dump(mode="json") | {"revision": self.revision}


class LeadHandler(ChangesRoom):
    """``POST /room/SESSION/facilitator/evening``: one move of the facilitator's."""

    async def post(self, session_id: str) -> None:
        """Make a move on the evening as it stands, whoever changed it last.

        Only an undo is refused where another page made a move since.
        """
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        request = self.body_as(MoveBody)
        await self._check_sense(room, request.move)
        before, receipt = await self._stored(room, request)
        after = await self.read(Standing.of, room.store)
        # Another revision: the same request came before, and moves were made after it.
        if receipt.revision == after.revision:
            await self._follow(room, request.move, before.evening.running, after.evening.running)
        room.feed.changed()
        self.reply(after.told())

    async def _check_sense(self, room: Room, move: Move) -> None:
        session = await self.read(room.store.session)
        if isinstance(move, Go) and session.state is not SessionState.OPEN:
            raise SessionNotOpen
        steps: tuple[AgendaStep, ...] = ()
        if isinstance(move, Add):
            steps = (move.step,)
        elif isinstance(move, Restore):
            steps = move.evening.steps
        for step in steps:
            await self._check_step(step)

    async def _check_step(self, step: AgendaStep) -> None:
        if step.question is not None and step.question not in self.rooms.shapes:
            raise UnknownQuestion(step.question)
        if step.section is not None or step.part is not None:
            await self.read(reading, step.section or "", step.part or "")

    async def _stored(self, room: Room, request: MoveBody) -> tuple[Standing, Receipt]:
        """Store what the move makes of the evening; again where another page was faster."""
        for _attempt in range(TRIES):
            before = await self.read(Standing.of, room.store)
            if isinstance(request.move, Restore) and request.move.revision != before.revision:
                break
            try:
                after = moved(before.evening, request.move, now())
            except ValueError as error:
                raise InvalidBody(str(error)) from None
            write = Write(
                kind="agenda",
                key="evening",
                author=ROOM,
                write_id=request.write_id,
                revision=before.revision,
                body=after.model_dump(mode="json"),
            )
            try:
                return before, await self.written(room, room.store.put(write))
            except StaleRevision:
                continue
        raise StaleRevision(before.told())

    async def _follow(
        self, room: Room, move: Move, before: EveningStep | None, step: EveningStep | None
    ) -> None:
        """Let wall and questions go along with the step, where a move led to one."""
        undone = isinstance(move, Restore) and before != step
        if step is None or not (isinstance(move, Go) or undone):
            return

        def screen(body: _Body | None) -> _Body:
            return screen_of(step, ScreenBody.model_validate(body or {})).model_dump(mode="json")

        await self.change(room, "screen", "projector", screen)
        if undone and before is not None and before.question not in {None, step.question}:
            await self._take_back(room, before.question or "")
        if step.question is not None:
            await self._turn(room, step.question, QuestionState.WAITING, QuestionState.OPEN)
        if step.kind is StepKind.AGREEMENT:
            starter = AgreementBody(lines=starter_agreement(language())).model_dump(mode="json")
            await self.change(room, "agreement", "group", lambda body: body or starter)

    async def _take_back(self, room: Room, question: str) -> None:
        """Let a question that was opened by mistake wait again, unless somebody has answered."""
        counted = await self.read(room.store.count_answers)
        if not any(one.question == question for one in counted):
            await self._turn(room, question, QuestionState.OPEN, QuestionState.WAITING)

    async def _turn(
        self, room: Room, question: str, before: QuestionState, after: QuestionState
    ) -> None:
        """Turn a question from one state to another, if it is in that one."""

        def turned(body: _Body | None) -> _Body | None:
            found = QuestionBody.model_validate(body or {"state": QuestionState.WAITING})
            if found.state is not before:
                return None
            return QuestionBody(state=after).model_dump(mode="json")

        await self.change(room, "question", question, turned)
