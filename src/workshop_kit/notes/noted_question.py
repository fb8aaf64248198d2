"""One question in the notes: its text, its counts and what was approved."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, model_validator

from workshop_kit.agreement import FEWEST_COUNTED
from workshop_kit.answers import Item
from workshop_kit.content.questions import Question
from workshop_kit.kinds import Answer, AskedBody, Decision, QuestionState, TallyBody
from workshop_kit.layers import (
    MAX_LINES,
    MAX_TABLES,
    RoomAnswerBody,
    TableAnswerBody,
    TableLine,
    TableOf,
)
from workshop_kit.model import ROOM, Entry, Key
from workshop_kit.notes.order import in_mixed_order
from workshop_kit.offers import SHAPE, OfferedBody
from workshop_kit.review import counted, reviewed, reviewed_tables

Count = Annotated[int, Field(ge=0, le=1_000_000)]
PartCount = Annotated[int, Field(ge=FEWEST_COUNTED, le=1_000_000)] | None
Answers = Annotated[tuple[Answer, ...], AfterValidator(in_mixed_order)]
TableLines = Annotated[tuple[Item, ...], Field(min_length=1, max_length=MAX_LINES)]
Tables = Annotated[
    tuple[TableLines, ...], Field(max_length=MAX_TABLES), AfterValidator(in_mixed_order)
]


class NotedQuestion(AskedBody):
    """A question as notes have it.

    ``answered`` holds neither skipped nor private ones. ``left_out`` are those of the answered
    that do not stand in ``answers``, for whatever reason. Where ``verbatim`` is false, that is
    all of them; a personal question is never noted word for word. ``tables`` are the approved
    lines of each table, without its number; ``room`` is what the room keeps. ``parts`` is how many
    filled in each part of offers, as :func:`workshop_kit.offers.told` tells it.
    """

    key: Key
    answered: Count = 0
    skipped: Count = 0
    private: Count = 0
    left_out: Count = 0
    answers: Answers = ()
    tables: Tables = ()
    room: Annotated[tuple[Item, ...], Field(max_length=MAX_LINES)] = ()
    parts: Annotated[dict[Key, PartCount], Field(max_length=20)] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _holds_what_it_says(self) -> Self:
        if self.answers and not self.verbatim:
            raise ValueError("a question that is not noted word for word has no answers")
        if self.verbatim and self.shape == "personal":
            raise ValueError("a personal question is not noted word for word")
        if any(answer.shape != self.shape for answer in self.answers):
            raise ValueError(f"every answer should have the shape {self.shape}")
        if self.parts and self.shape != SHAPE:
            raise ValueError("only offers have parts that are counted")
        if self.answered != len(self.answers) + self.left_out:
            raise ValueError("answered should be the number of answers and left_out together")
        return self

    @model_validator(mode="after")
    def _can_be_read_back(self) -> Self:
        if (self.tables or self.room) and not self.verbatim:
            raise ValueError("tables and room say nothing to a question of each person alone")
        self.bodies  # noqa: B018 - it is looked whether they can be made
        return self

    @property
    def bodies(self) -> list[tuple[TableOf, TableAnswerBody]]:
        """What tables say, as a room has it: they are numbered anew."""
        RoomAnswerBody(lines=self.room)
        return [
            (
                TableOf(self.key, number),
                TableAnswerBody(
                    lines=tuple(
                        TableLine(id=f"l{place}", text=text) for place, text in enumerate(lines)
                    )
                ),
            )
            for number, lines in enumerate(self.tables, start=1)
        ]

    @property
    def asked(self) -> AskedBody:
        """The question alone."""
        return AskedBody(**{name: getattr(self, name) for name in AskedBody.model_fields})


def asked(question: Question) -> AskedBody:
    """Return what notes keep of a question of the kit."""
    named = [(c.value, c.label) for c in question.choices]
    named += [(p.key, p.label) for p in question.parts]
    return AskedBody(
        number=question.number,
        topic=question.topic,
        text=question.text,
        shape=question.shape,
        label=question.label,
        labels=dict(named),
        verbatim=question.verbatim_in_notes and question.shape != "personal",
    )


def noted(
    key: str, question: AskedBody, entries: list[Entry], *, ended: bool = False
) -> NotedQuestion:
    """Return a question with what a session's entries say about it.

    Counts of offers are told only while people do not answer: the session has ``ended``, or the
    question is not open.
    """
    counts = counted(entries, key)
    approved = [
        answer.entry.body
        for answer in reviewed(entries, key)
        if answer.decision is Decision.APPROVED and answer.entry.body["shape"] == question.shape
    ]
    answers = approved if question.verbatim else []
    return NotedQuestion.model_validate(
        question.model_dump()
        | {
            "key": key,
            "answers": answers,
            "left_out": counts.answered - len(answers),
            **(_layers(key, entries) if question.verbatim else {}),
            "parts": _parts(key, entries, ended=ended) if question.shape == SHAPE else {},
            **counts.model_dump(include={"answered", "skipped", "private"}),
        }
    )


def _layers(key: str, entries: list[Entry]) -> dict[str, list[Any]]:
    """Return what is approved of tables, and what the room keeps."""
    tables = [
        TableAnswerBody.model_validate(one.entry.body).texts
        for one in reviewed_tables(entries, key)
        if one.decision is Decision.APPROVED
    ]
    kept = [e.body["lines"] for e in entries if e.kind == "room_answer" and e.key == key]
    return {"tables": tables, "room": kept[0] if kept else []}


def _parts(key: str, entries: list[Entry], *, ended: bool) -> dict[str, int | None]:
    """Return what may be told of each part; what notes told that were read back wins."""
    here = {
        entry.kind: entry.body for entry in entries if entry.key == key and entry.author == ROOM
    }
    if "tally" in here:
        return TallyBody.model_validate(here["tally"]).parts
    if not ended and here.get("question", {}).get("state") == QuestionState.OPEN.value:
        return {}
    return OfferedBody.model_validate(here["offered"]).parts if "offered" in here else {}
