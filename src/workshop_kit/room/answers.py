"""Reading what people and tables answered to a closed question, to decide about it."""

from typing import Any

from workshop_kit.errors import QuestionOpen, UnknownQuestion
from workshop_kit.kinds import QuestionState
from workshop_kit.layers import TableAnswerBody, TableOf
from workshop_kit.model import Role, SessionState
from workshop_kit.review import ReviewedAnswer, counted, reviewed, reviewed_tables
from workshop_kit.room.base import RoomHandler


class AnswersHandler(RoomHandler):
    """``GET /room/SESSION/facilitator/answers/QUESTION``: a closed question's answers."""

    async def get(self, session_id: str, question: str) -> None:
        """Return the answers in an order that tells nothing, without authors or times."""
        room, _identity = await self.identified(session_id, Role.FACILITATOR)
        if question not in self.rooms.shapes:
            raise UnknownQuestion(question)
        entries = await self.read(room.store.entries)
        session = await self.read(room.store.session)
        state = {e.key: e.body["state"] for e in entries if e.kind == "question"}.get(question)
        if session.state is SessionState.OPEN and state == QuestionState.OPEN.value:
            raise QuestionOpen
        counts = counted(entries, question)
        tables = [_read(one) | _table(one) for one in reviewed_tables(entries, question)]
        self.reply(
            {
                "answers": [_read(one) for one in reviewed(entries, question)],
                "tables": sorted(tables, key=lambda one: int(one["table"])),
                "private": counts.private,
                "skipped": counts.skipped,
            }
        )


def _read(answer: ReviewedAnswer) -> dict[str, Any]:
    return {
        "id": answer.entry.id,
        "revision": answer.entry.revision,
        "body": answer.entry.body,
        "decision": answer.decision,
        "review_revision": answer.review_revision,
    }


def _table(answer: ReviewedAnswer) -> dict[str, Any]:
    """Return what differs for a table: its number, and its lines in the shape of a list."""
    items = TableAnswerBody.model_validate(answer.entry.body).texts
    return {
        "table": TableOf.named(answer.entry.key).table,
        "body": {"shape": "list", "items": items},
    }
