"""Changes of the room that go together; every function runs inside the caller's transaction.

A long list of partners is thousands of new entries. What is new is stored with two statements
then, since each statement costs more than what it stores.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, insert

from workshop_kit.model import Receipt, TakeBack, Write, new_id, now
from workshop_kit.store import entries
from workshop_kit.store.place import find
from workshop_kit.store.tables import entry, receipt

_INSERT, _REMEMBER = insert(entry), insert(receipt)


def change_together(
    connection: Connection, session_id: str, changes: Sequence[Write | TakeBack]
) -> list[Receipt]:
    """Store and remove bodies; the caller's savepoint undoes all where one is refused."""
    fresh = {n: one for n, one in enumerate(changes) if isinstance(one, Write) and not one.revision}
    places = {(one.kind, one.key, one.author) for one in changes}
    if len(places) < len(changes):  # one touches what another did: in their order, then
        fresh = {}
    done = _add(connection, session_id, fresh)
    for number, one in enumerate(changes):
        if number not in done:
            change = entries.put if isinstance(one, Write) else entries.take_back
            done[number] = change(connection, session_id, one)  # type: ignore[arg-type]  # its own
    return [done[number] for number in range(len(changes))]


def _add(connection: Connection, session_id: str, writes: dict[int, Write]) -> dict[int, Receipt]:
    """Store what is new; what was acknowledged before is returned as it was."""
    done: dict[int, Receipt] = {}
    added: list[tuple[Write, Receipt]] = []
    for number, write in writes.items():
        place = find(connection, session_id, write)
        if place.receipt:
            done[number] = place.receipt
            continue
        place.check_allowed(write)
        place.check_revision(write.revision)
        done[number] = Receipt(entry_id=new_id(), revision=1, written_at=now())
        added.append((write, done[number]))
    if added:
        connection.execute(_INSERT, [_entry(session_id, *one) for one in added])
        connection.execute(_REMEMBER, [_receipt(session_id, *one) for one in added])
    return done


def _entry(session_id: str, write: Write, written: Receipt) -> dict[str, object]:
    return {
        "id": written.entry_id,
        "session": session_id,
        "kind": write.kind,
        "key": write.key,
        "author": write.author,
        "revision": written.revision,
        "body": write.body,
        "written_at": written.written_at.replace(tzinfo=None),
    }


def _receipt(session_id: str, write: Write, written: Receipt) -> dict[str, object]:
    return {
        "session": session_id,
        "author": write.author,
        "write_id": write.write_id,
        "entry_id": written.entry_id,
        "revision": written.revision,
        "written_at": written.written_at.replace(tzinfo=None),
    }
