"""SQL about offers: they are counted when their question is closed, and then that stands.

Every function runs inside the caller's transaction, so nobody answers in between.
"""

from sqlalchemy import Connection

from workshop_kit.model import ROOM, Receipt, Write, new_id
from workshop_kit.offers import ASKS_FOR_OFFERS, OfferedBody, counted
from workshop_kit.question_state import QuestionState
from workshop_kit.store import answers, entries


def put_question(connection: Connection, session_id: str, write: Write) -> Receipt:
    """Store how a question stands; count offers where theirs is closed by that."""
    known = entries.acknowledged(connection, session_id, write.author, write.write_id)
    if known is not None:
        return known
    receipt = entries.put(connection, session_id, write)
    if write.key == ASKS_FOR_OFFERS and write.body["state"] == QuestionState.CLOSED.value:
        count_offers(connection, session_id)
    return receipt


def count_offers(connection: Connection, session_id: str) -> None:
    """Count offers, unless what was counted before stands; see :func:`offers.counted`."""
    found = entries.read(connection, session_id, kind="offered", author_id=ROOM)
    before = OfferedBody.model_validate(found[0].body) if found else None
    after = counted(before, *answers.filled(connection, session_id, ASKS_FOR_OFFERS))
    if after is None or after is before:
        return
    write = Write(
        kind="offered",
        key=ASKS_FOR_OFFERS,
        author=ROOM,
        write_id=new_id(),
        revision=found[0].revision if found else 0,
        body=after.model_dump(mode="json"),
    )
    entries.put(connection, session_id, write)
