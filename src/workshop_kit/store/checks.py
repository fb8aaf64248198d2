"""SQL about checks: at their end phones are counted, and who said what is forgotten.

Every function runs inside the caller's transaction, so nobody says anything in between.
"""

from sqlalchemy import Connection, delete, update

from workshop_kit.check import CheckBody, CheckState
from workshop_kit.model import ROOM, Receipt, Write
from workshop_kit.store import entries
from workshop_kit.store.place import find
from workshop_kit.store.tables import entry


def put_check(connection: Connection, session_id: str, write: Write) -> Receipt:
    """Store a check as who leads wants it, with what was counted.

    Raises
    ------
    StaleRevision
        Something else stands there now; this is looked at first.
    AlreadyCounted
        It should take more although it has told its result.
    AlreadyShown
        Its hands should change although the room has seen its result.
    """
    place = find(connection, session_id, write)
    if place.receipt:
        return place.receipt
    place.check_revision(write.revision)
    said = entries.tally(connection, session_id, "mood", write.key)
    before = CheckBody.model_validate(place.body or {})
    after = before.becomes(CheckBody.model_validate(write.body), said)
    whole = write.model_copy(update={"body": after.model_dump(mode="json")})
    receipt = entries.put(connection, session_id, whole)
    if after.phones:
        _forget(connection, session_id, write.key)
    return receipt


def end_checks(connection: Connection, session_id: str) -> None:
    """Close and count what is open; afterwards nothing that one person said is left."""
    for found in entries.read(connection, session_id, kind="check", author_id=ROOM):
        check = CheckBody.model_validate(found.body)
        if check.state is CheckState.OPEN:
            said = entries.tally(connection, session_id, "mood", found.key)
            ended = check.becomes(check.model_copy(update={"state": CheckState.CLOSED}), said)
            body = ended.model_dump(mode="json")
            connection.execute(update(entry).where(entry.c.id == found.id).values(body=body))
    _forget(connection, session_id)


def _forget(connection: Connection, session_id: str, *keys: str) -> None:
    mine = delete(entry).where(entry.c.session == session_id, entry.c.kind == "mood")
    connection.execute(mine.where(entry.c.key.in_(keys)) if keys else mine)
