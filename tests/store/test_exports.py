"""What is known of notes that left a session. Over every database."""

from datetime import date

from tests.store.databases import Database
from tests.store.evening import done
from workshop_kit.model import BROWSER, Export, today
from workshop_kit.store.contract import Store

FRIDAY = date(2026, 11, 20)
SUNDAY = date(2026, 11, 22)


def test_exports_are_remembered_oldest_first_and_once_a_day(
    database: Database, store: Store
) -> None:
    made = [
        Export(format="md", made_on=SUNDAY, place="/media/stick/notes.md"),
        Export(format="md", made_on=SUNDAY, place=BROWSER),
        Export(format="md", made_on=FRIDAY, place=BROWSER),
        Export(format="md", made_on=SUNDAY, place=BROWSER),
    ]
    for one in made:
        done(store.note_export(one))
    assert store.exports() == [made[2], made[0], made[1]]
    assert database.reopen(store).exports() == [made[2], made[0], made[1]]


def test_a_closed_session_remembers_them_too(store: Store) -> None:
    done(store.close_session(today()))
    assert store.exports() == []
    done(store.note_export(Export(format="csv", made_on=SUNDAY, place=BROWSER)))
    assert [one.format for one in store.exports()] == ["csv"]
