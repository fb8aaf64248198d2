"""Alone, table, room: the layers of a question, and what a table and the room write in theirs.

The method is 1-2-4-All: alone, then in small groups, then together
(newwaysofworking.notion.site, “1-2-4 ALL”). Nothing goes from one layer to the next by itself.
"""

from enum import StrEnum
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from workshop_kit.answers import MAX_ANSWER, TOO_LONG, Item
from workshop_kit.errors import TooLarge
from workshop_kit.model import Frozen, Key
from workshop_kit.table_errors import LineChanged, TooManyLines

MAX_TABLES = 99
MAX_LINES = 50

TableNumber = Annotated[int, Field(ge=1, le=MAX_TABLES)]


class Layer(StrEnum):
    """Who wrote something: people alone, a table, or the room."""

    ALONE = "alone"
    TABLE = "table"
    ROOM = "room"


class SeatBody(Frozen):
    """The number of the table at which a person sits; who they are is not asked."""

    table: TableNumber


class TableLine(Frozen):
    """One line of what a table says."""

    id: Key
    text: Item


class WriteLine(Frozen):
    """Add a line, or change one; ``was`` is its text as the page knew it, empty for a new one."""

    do: Literal["write"]
    line: Key
    text: Item
    was: str = ""


class RemoveLine(Frozen):
    """Remove a line; ``was`` is its text as the page knew it."""

    do: Literal["remove"]
    line: Key
    was: str


TableMove = WriteLine | RemoveLine


def _not_too_long(texts: list[str]) -> None:
    if sum(map(len, texts)) > MAX_ANSWER:
        raise PydanticCustomError(TOO_LONG, "too long", {"max_length": MAX_ANSWER})


class TableAnswerBody(Frozen):
    """What one table says to a question, line by line, whoever at the table wrote it."""

    lines: Annotated[tuple[TableLine, ...], Field(max_length=MAX_LINES)] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if len({line.id for line in self.lines}) < len(self.lines):
            raise ValueError("a line stands twice in what a table says")
        _not_too_long(self.texts)
        return self

    @property
    def texts(self) -> list[str]:
        """The lines alone."""
        return [line.text for line in self.lines]

    def moved(self, move: TableMove) -> Self:
        """Return what a move makes of it.

        A line that is gone is written anew, so that words are never lost.

        Raises
        ------
        LineChanged
            Somebody else changed the line since the page saw it.
        TooManyLines
            There is no room for one more.
        TooLarge
            All lines together are longer than an answer may be.
        """
        before = next((line for line in self.lines if line.id == move.line), None)
        if before is None:
            if isinstance(move, RemoveLine):
                return self
            if len(self.lines) >= MAX_LINES:
                raise TooManyLines(MAX_LINES)
            return self._with((*self.lines, TableLine(id=move.line, text=move.text)))
        if isinstance(move, WriteLine) and before.text == move.text:
            return self
        if before.text != move.was:
            raise LineChanged(before.text)
        if isinstance(move, RemoveLine):
            return self._with(tuple(line for line in self.lines if line.id != move.line))
        changed = TableLine(id=move.line, text=move.text)
        return self._with(tuple(changed if line is before else line for line in self.lines))

    def _with(self, lines: tuple[TableLine, ...]) -> Self:
        if sum(len(line.text) for line in lines) > MAX_ANSWER:
            raise TooLarge(MAX_ANSWER)
        return type(self)(lines=lines)


class RoomAnswerBody(Frozen):
    """What the room keeps of a question: lines that it chose, or found together."""

    lines: Annotated[tuple[Item, ...], Field(max_length=MAX_LINES)] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if len(set(self.lines)) < len(self.lines):
            raise ValueError("a line stands twice in what the room keeps")
        _not_too_long(list(self.lines))
        return self


class TableOf(NamedTuple):
    """Which table's words to which question: what the key of a table's answer says."""

    question: str
    table: int

    @property
    def key(self) -> str:
        """The key of the entry."""
        return f"{self.question}-{self.table}"

    @classmethod
    def named(cls, key: str) -> "TableOf":
        """Return what a key says."""
        question, _, table = key.rpartition("-")
        return cls(question, int(table))
