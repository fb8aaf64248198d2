"""A table writes one answer, line by line, from any of its phones or through a helper."""

from typing import Any

from pydantic import Field

from workshop_kit.checked import checked
from workshop_kit.errors import SessionClosed, UnknownQuestion
from workshop_kit.kinds import QuestionBody
from workshop_kit.layers import SeatBody, TableAnswerBody, TableMove, TableOf
from workshop_kit.model import ROOM, Frozen, Key, Role, SessionState, Write
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.change import standing, turn_of
from workshop_kit.room.rooms import Room
from workshop_kit.store.contract import Store
from workshop_kit.table_errors import NotAtTables, OtherTable


class TableMoveBody(Frozen):
    """A line that is written or removed, as it arrives."""

    write_id: Key
    move: TableMove = Field(discriminator="do")


class TableHandler(RoomHandler):
    """``/room/SESSION/ROLE/table/QUESTION/NUMBER``: what a table says, while it writes.

    A phone says at which table it is, so that words for one never land at another.
    """

    async def get(self, session_id: str, role: str, question: str, number: str) -> None:
        """Return the lines of a table; of a phone, those of its own."""
        room, place = await self._place(session_id, role, question, number)
        await self._check_at_tables(room, question)
        self.reply(await self._told(room, place))

    async def post(self, session_id: str, role: str, question: str, number: str) -> None:
        """Write or remove a line; once, however often it is asked for."""
        room, place = await self._place(session_id, role, question, number)
        request = self.body_as(TableMoveBody)
        async with turn_of(room):  # so that a line that two phones change meets the check
            await self._write(room, place, request)
        self.reply(await self._told(room, place))

    async def _place(
        self, session_id: str, role: str, question: str, number: str
    ) -> tuple[Room, TableOf]:
        room, identity = await self.identified(session_id, Role(role))
        if question not in self.rooms.shapes:
            raise UnknownQuestion(question)
        place = TableOf(question, checked(SeatBody, {"table": int(number)}).table)
        if identity.role is Role.PARTICIPANT:
            seat = await self.read(_seat, room.store, identity.who)
            if seat is None or seat.table != place.table:
                raise OtherTable
        return room, place

    async def _told(self, room: Room, place: TableOf) -> dict[str, Any]:
        _revision, body = await self.read(standing, room.store, "table_answer", place.key)
        return {"table": place.table, "lines": (body or {"lines": []})["lines"]}

    async def _write(self, room: Room, place: TableOf, request: TableMoveBody) -> None:
        write_id = f"table-{request.write_id}"[:64]
        if await self.read(room.store.acknowledged, ROOM, write_id) is not None:
            return
        await self._check_at_tables(room, place.question)
        revision, body = await self.read(standing, room.store, "table_answer", place.key)
        before = TableAnswerBody.model_validate(body or {})
        after = before.moved(request.move)
        if after == before:
            return
        write = Write(
            kind="table_answer",
            key=place.key,
            author=ROOM,
            write_id=write_id,
            revision=revision,
            body=after.model_dump(mode="json"),
            while_open=place.question,
        )
        await self.written(room, room.store.put(write))

    async def _check_at_tables(self, room: Room, question: str) -> None:
        if (await self.read(room.session)).state is SessionState.CLOSED:
            raise SessionClosed
        _revision, body = await self.read(standing, room.store, "question", question)
        if body is None or not QuestionBody.model_validate(body).tables:
            raise NotAtTables


def _seat(store: Store, who: str) -> SeatBody | None:
    for entry in store.entries("seat", author=who):
        return SeatBody.model_validate(entry.body)
    return None
