"""Changes that go together: all of them, or none. Over every database."""

from tests.store.databases import Database
from tests.store.evening import done, refusal
from workshop_kit.errors import StaleRevision, UnknownEntry
from workshop_kit.model import ROOM, TakeBack, Write, new_id, today
from workshop_kit.store.contract import Store


def partner(key: str, name: str, revision: int = 0) -> Write:
    body = {"name": name}
    return Write(
        kind="partner", key=key, author=ROOM, write_id=new_id(), revision=revision, body=body
    )


def gone(key: str, revision: int) -> TakeBack:
    return TakeBack(kind="partner", key=key, author=ROOM, write_id=new_id(), revision=revision)


def names(store: Store) -> dict[str, str]:
    return {one.key: one.body["name"] for one in store.entries("partner")}


def test_all_of_them_are_stored_and_undone(database: Database, store: Store) -> None:
    receipts = done(store.change_together([partner("a", "One"), partner("b", "Two")]))
    assert [one.revision for one in receipts] == [1, 1]
    done(store.change_together([partner("a", "Other", 1), gone("b", 1)]))
    assert names(database.reopen(store)) == {"a": "Other"}


def test_one_that_is_refused_keeps_all_of_them_out(store: Store) -> None:
    done(store.put(partner("a", "One")))
    before = names(store)
    late = [partner("b", "Two"), partner("a", "Late")]
    assert isinstance(refusal(store.change_together(late)), StaleRevision)
    missing: list[Write | TakeBack] = [partner("c", "Three"), gone("nobody", 1)]
    assert isinstance(refusal(store.change_together(missing)), UnknownEntry)
    assert names(store) == before
    assert done(store.change_together([])) == []


def test_what_is_sent_again_gets_its_first_reply(store: Store) -> None:
    changes = [partner("a", "One"), partner("b", "Two")]
    first = done(store.change_together(changes))
    assert done(store.change_together(changes)) == first
    assert names(store) == {"a": "One", "b": "Two"}


def test_changes_of_the_same_entry_follow_each_other(store: Store) -> None:
    changes = [partner("a", "One"), partner("a", "Other", 1), partner("b", "Two")]
    assert [one.revision for one in done(store.change_together(changes))] == [1, 2, 1]
    assert names(store) == {"a": "Other", "b": "Two"}


def test_partners_and_ties_stay_when_the_workshop_is_closed(store: Store) -> None:
    done(store.put(partner("a", "One")))
    done(store.close_session(today()))
    [kept] = store.entries("partner")
    assert (kept.body["name"], kept.written_at) == ("One", None)
