"""What a workshop's file holds that has to be gone: contacts as well."""

from tests.destroying.evening import content, evening
from tests.store.evening import contact, done, joined, put
from workshop_kit.destroying.destroy import destroy
from workshop_kit.model import today
from workshop_kit.store.folder import SessionFolder
from workshop_kit.store.sqlite import SqliteStore


def test_contacts_are_destroyed_too_and_told_as_a_number(folder: SessionFolder) -> None:
    path, _session = evening(folder, closed=False)
    store = SqliteStore(path)
    put(store, contact(joined(store)))
    done(store.close_session(today()))
    store.close()
    assert b"Ana Example of Maple Hall" in content(folder.path)
    record = destroy(folder, path)
    assert record.done
    assert record.contacts == 1
    assert b"Ana Example of Maple Hall" not in content(folder.path)
    assert "Ana" not in str(record)
