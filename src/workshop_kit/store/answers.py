"""SQL about answers: how many there are of each sort, and which of them are approved.

The same as :mod:`workshop_kit.review` finds in entries that were read, but the database does the
work: a room counts its answers after each change, while a thousand phones want the interpreter.
"""

from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, bindparam, case, func, or_, select

from workshop_kit.kinds import Decision
from workshop_kit.layers import TableOf
from workshop_kit.model import ROOM, AuthorRole
from workshop_kit.offers import PARTS, SHAPE
from workshop_kit.store.tables import author, entry

_review = entry.alias()
_SKIPPED = entry.c.body["shape"].as_string() == "skipped"
_PRIVATE = and_(
    entry.c.body["shape"].as_string() == "personal",
    entry.c.body["share"].as_boolean().is_(False),
)
_DECIDED = and_(
    _review.c.session == entry.c.session,
    _review.c.kind == "review",
    _review.c.key == entry.c.id,
    _review.c.author == ROOM,
    _review.c.body["answer_revision"].as_integer() == entry.c.revision,
)
_ANSWERS = and_(entry.c.session == bindparam("session"), entry.c.kind == "answer")
_SORT = case((_SKIPPED, "skipped"), (_PRIVATE, "private"), else_="answered")
_FOR_OTHERS = func.sum(case((author.c.role == AuthorRole.FOR_OTHERS.value, 1), else_=0))

_COUNT = (
    select(
        entry.c.key,
        _SORT.label("sort"),
        _review.c.body["decision"].as_string().label("decision"),
        func.count().label("number"),
        _FOR_OTHERS.label("for_others"),
    )
    .select_from(entry)
    .join(author, and_(author.c.session == entry.c.session, author.c.id == entry.c.author))
    .outerjoin(_review, _DECIDED)
    .where(_ANSWERS)
    .group_by(entry.c.key, "sort", "decision")
)
_APPROVED = (
    select(entry.c.body)
    .join(_review, _DECIDED)
    .where(
        _ANSWERS,
        entry.c.key == bindparam("question"),
        ~or_(_SKIPPED, _PRIVATE),
        _review.c.body["decision"].as_string() == Decision.APPROVED.value,
    )
    .order_by(entry.c.id)
)
_TABLES = (
    select(
        entry.c.key,
        entry.c.body,
        _review.c.body["decision"].as_string().label("decision"),
    )
    .outerjoin(_review, _DECIDED)
    .where(entry.c.session == bindparam("session"), entry.c.kind == "table_answer")
    .order_by(entry.c.id)
)

_FILLED = select(
    func.count(),
    *(func.count().filter(entry.c.body[part].as_string() != "") for part in PARTS),
).where(
    _ANSWERS,
    entry.c.key == bindparam("question"),
    entry.c.body["shape"].as_string() == SHAPE,
)


class Answers(NamedTuple):
    """How many answers to a question are of one sort and decision.

    ``sort`` is ``answered``, ``skipped`` or ``private``; ``for_others`` of them were entered for a
    person without a phone.
    """

    question: str
    sort: str
    decision: Decision | None
    number: int
    for_others: int


class TableAnswer(NamedTuple):
    """What one table says to a question, and what was decided about it as it stands."""

    question: str
    table: int
    lines: list[dict[str, str]]
    decision: Decision | None

    @property
    def texts(self) -> list[str]:
        """Its lines alone."""
        return [line["text"] for line in self.lines]


def count(connection: Connection, session_id: str) -> list[Answers]:
    """Count all answers, by question, sort and decision."""
    found = connection.execute(_COUNT, {"session": session_id})
    return [
        Answers(key, sort, Decision(decision) if decision else None, number, for_others)
        for key, sort, decision, number, for_others in found
    ]


def filled(connection: Connection, session_id: str, question: str) -> tuple[int, dict[str, int]]:
    """Count who offered something, and in how many answers each part is filled."""
    named = {"session": session_id, "question": question}
    people, *parts = connection.execute(_FILLED, named).one()
    return people, dict(zip(PARTS, parts, strict=True))


def approved(connection: Connection, session_id: str, question: str) -> list[dict[str, Any]]:
    """Return the approved bodies of a question, in order of their random ids."""
    found = connection.execute(_APPROVED, {"session": session_id, "question": question})
    return list(found.scalars())


def of_tables(connection: Connection, session_id: str) -> list[TableAnswer]:
    """Return what tables say, in order of random ids, of those that say anything."""
    found = connection.execute(_TABLES, {"session": session_id})
    return [
        TableAnswer(place.question, place.table, body["lines"], decision and Decision(decision))
        for key, body, decision in found
        if body["lines"]
        for place in [TableOf.named(key)]
    ]
