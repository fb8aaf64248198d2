"""A table writes one answer, line by line, from any of its phones or through a helper."""

from typing import Any

from pydantic import Field

from workshop_kit.checked import checked
from workshop_kit.errors import UnknownQuestion
from workshop_kit.kinds import QuestionBody
from workshop_kit.layers import SeatBody, TableAnswerBody, TableMove, TableOf
from workshop_kit.model import ROOM, Frozen, Key, Role, Write
from workshop_kit.room.base import RoomHandler
from workshop_kit.room.change import standing, turn_of
from workshop_kit.room.rooms import Room
from workshop_kit.store.contract import Store
from workshop_kit.table_errors import NoTable, NotAtTables


class TableMoveBody(Frozen):
    """A line that is written or removed, as it arrives."""

    write_id: Key
    move: TableMove = Field(discriminator="do")


class WritesAtTable(RoomHandler):
    """What a phone of a table and a helper have in common."""

    async def told(self, room: Room, place: TableOf) -> dict[str, Any]:
        """Return what a table says to a question as it stands."""
        _revision, body = await self.read(standing, room.store, "table_answer", place.key)
        return {"table": place.table, "lines": (body or {"lines": []})["lines"]}

    async def make(self, room: Room, place: TableOf) -> None:
        """Make the move that the request asks for, and answer with what the table says then."""
        request = self.body_as(TableMoveBody)
        async with turn_of(room):  # so that a line that two phones change meets the check
            await self._check_at_tables(room, place.question)
            await self._write(room, place, request)
        self.reply(await self.told(room, place))

    async def _write(self, room: Room, place: TableOf, request: TableMoveBody) -> None:
        revision, body = await self.read(standing, room.store, "table_answer", place.key)
        before = TableAnswerBody.model_validate(body or {})
        after = before.moved(request.move)
        if after == before:
            return
        write = Write(
            kind="table_answer",
            key=place.key,
            author=ROOM,
            write_id=f"table-{request.write_id}"[:64],
            revision=revision,
            body=after.model_dump(mode="json"),
            while_open=place.question,
        )
        await self.written(room, room.store.put(write))

    def check_question(self, question: str) -> None:
        """Raise :class:`UnknownQuestion`."""
        if question not in self.rooms.shapes:
            raise UnknownQuestion(question)

    async def _check_at_tables(self, room: Room, question: str) -> None:
        _revision, body = await self.read(standing, room.store, "question", question)
        if body is None or not QuestionBody.model_validate(body).tables:
            raise NotAtTables


class MyTableHandler(WritesAtTable):
    """``/room/SESSION/participant/table/QUESTION``: what my table says."""

    async def get(self, session_id: str, question: str) -> None:
        """Return the lines of the table at which this phone sits."""
        room, place = await self._place(session_id, question)
        self.reply(await self.told(room, place))

    async def post(self, session_id: str, question: str) -> None:
        """Write or remove a line."""
        room, place = await self._place(session_id, question)
        await self.make(room, place)

    async def _place(self, session_id: str, question: str) -> tuple[Room, TableOf]:
        room, identity = await self.identified(session_id, Role.PARTICIPANT)
        self.check_question(question)
        seat = await self.read(_seat, room.store, identity.who)
        if seat is None:
            raise NoTable
        return room, TableOf(question, seat.table)


class TableHandler(WritesAtTable):
    """``/room/SESSION/ROLE/table/QUESTION/NUMBER``: for a table without a phone."""

    async def get(self, session_id: str, role: str, question: str, number: str) -> None:
        """Return the lines of a table."""
        room, place = await self._place(session_id, role, question, number)
        self.reply(await self.told(room, place))

    async def post(self, session_id: str, role: str, question: str, number: str) -> None:
        """Write or remove a line."""
        room, place = await self._place(session_id, role, question, number)
        await self.make(room, place)

    async def _place(
        self, session_id: str, role: str, question: str, number: str
    ) -> tuple[Room, TableOf]:
        room, _identity = await self.identified(session_id, Role(role))
        self.check_question(question)
        seat = checked(SeatBody, {"table": int(number)})
        return room, TableOf(question, seat.table)


def _seat(store: Store, who: str) -> SeatBody | None:
    for entry in store.entries("seat", author=who):
        return SeatBody.model_validate(entry.body)
    return None
