"""Writing and taking back: receipts, owners, others, notes read back. Over every database."""

import threading

from tests.store.databases import Database
from tests.store.evening import (
    answer,
    approve,
    done,
    joined,
    of_the_room,
    put,
    refusal,
    set_question,
    taking_back,
    texts,
    words,
)
from workshop_kit.errors import (
    BadImport,
    UnknownEntry,
)
from workshop_kit.model import ROOM, AuthorRole, Entry, Write, new_id, now
from workshop_kit.store.contract import Counted, Store
from workshop_kit.theme_errors import SortClosed


def test_what_was_put_is_there_as_it_was_put(store: Store, person: str) -> None:
    before = now()
    receipt = put(store, answer(person, "q̓ic̓əy, Xʷməθkʷəy̓əm, ᐃᓄᒃᑎᑐᑦ"))

    entry = store.entry(receipt.entry_id)
    assert entry is not None
    assert (entry.kind, entry.key, entry.author) == ("answer", "q3", person)
    assert entry.body == words("q̓ic̓əy, Xʷməθkʷəy̓əm, ᐃᓄᒃᑎᑐᑦ")
    assert entry.revision == receipt.revision == 1
    assert entry.written_at == receipt.written_at
    assert before <= receipt.written_at <= now()


def test_a_repeated_write_gets_its_first_reply(store: Store, person: str) -> None:
    write = answer(person, "once")
    assert put(store, write) == put(store, write)
    assert texts(store) == ["once"]


def test_a_repeat_changes_nothing_after_later_writes(store: Store, person: str) -> None:
    write = answer(person, "first")
    first = put(store, write)
    put(store, answer(person, "second", 1))

    assert put(store, write) == first
    assert texts(store) == ["second"]


def test_a_repeat_brings_nothing_back_after_taking_back(store: Store, person: str) -> None:
    write = answer(person, "gone")
    first = put(store, write)
    request = taking_back(person, 1)
    gone = done(store.take_back(request))

    assert put(store, write) == first
    assert done(store.take_back(request)) == gone
    assert store.entries("answer") == []


def test_a_repeat_is_answered_after_the_question_closed(store: Store, person: str) -> None:
    write = answer(person, "in time")
    first = put(store, write)
    set_question(store, "closed")
    assert put(store, write) == first


def test_a_repeat_from_another_thread_is_the_same_write(store: Store, person: str) -> None:
    write = answer(person, "once")
    together = threading.Barrier(8)
    receipts = []

    def send() -> None:
        together.wait()
        receipts.append(put(store, write))

    threads = [threading.Thread(target=send) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(receipts) == 8
    assert len(set(map(repr, receipts))) == 1
    assert texts(store) == ["once"]


def test_a_repeat_is_known_after_opening_again(
    database: Database, store: Store, person: str
) -> None:
    write = answer(person, "kept")
    first = put(store, write)
    again = database.reopen(store)
    assert put(again, write) == first
    assert texts(again) == ["kept"]


def test_a_write_id_is_its_author_s_own(store: Store, person: str) -> None:
    other = joined(store)
    mine = put(store, answer(person, "mine", write_id="same"))
    theirs = put(store, answer(other, "theirs", write_id="same"))
    assert mine.entry_id != theirs.entry_id
    assert texts(store) == ["mine", "theirs"]


def test_two_people_answer_the_same_question(store: Store, person: str) -> None:
    other = joined(store)
    put(store, answer(person, "mine"))
    put(store, answer(other, "theirs"))
    assert texts(store, person) == ["mine"]
    assert texts(store, other) == ["theirs"]


def test_the_room_has_one_of_each(store: Store) -> None:
    first = of_the_room(store, "screen", "projector", {"show": "join"})
    second = of_the_room(store, "screen", "projector", {"show": "answers"})
    assert (second.entry_id, second.revision) == (first.entry_id, 2)
    assert [e.body for e in store.entries("screen")] == [{"show": "answers"}]


def test_taking_back_one_leaves_the_others(store: Store, person: str) -> None:
    other = joined(store)
    mine = put(store, answer(person, "mine"))
    put(store, answer(other, "theirs"))
    approve(store, mine.entry_id)

    gone = done(store.take_back(taking_back(person, 1)))

    assert (gone.entry_id, gone.revision) == (mine.entry_id, 0)
    assert texts(store) == ["theirs"]
    assert store.entries("review") == []
    assert store.entry(mine.entry_id) is None


def test_after_taking_back_one_may_write_anew(store: Store, person: str) -> None:
    first = put(store, answer(person, "first"))
    done(store.take_back(taking_back(person, 1)))
    second = put(store, answer(person, "second"))
    assert second.revision == 1
    assert second.entry_id != first.entry_id


def test_taking_back_what_is_not_there(store: Store, person: str) -> None:
    assert isinstance(refusal(store.take_back(taking_back(person, 1))), UnknownEntry)


def test_taking_back_everything_takes_the_reviews_along(store: Store, person: str) -> None:
    set_question(store, "open", "q4")
    other = joined(store)
    for key in ("q3", "q4"):
        approve(store, put(store, answer(person, "mine", key=key)).entry_id)
    kept = put(store, answer(other, "theirs"))
    approve(store, kept.entry_id)
    set_question(store, "closed", "q4")  # everything can be taken back until the session closes

    assert done(store.take_back_all(person)) == 2

    assert texts(store) == ["theirs"]
    assert [e.key for e in store.entries("review")] == [kept.entry_id]
    assert done(store.take_back_all(person)) == 0


def test_taking_back_everything_twice_spares_what_was_written_since(
    store: Store, person: str
) -> None:
    put(store, answer(person, "first"))
    assert done(store.take_back_all(person, "all")) == 1
    put(store, answer(person, "second thoughts"))
    assert done(store.take_back_all(person, "all")) == 1
    assert texts(store) == ["second thoughts"]


def test_entering_for_others_makes_a_person_for_each(store: Store) -> None:
    scribe = new_id()
    first = answer(scribe, "said aloud at table 4")
    receipts = [done(store.put_for_other(w)) for w in (first, answer(scribe, "and another"))]

    assert done(store.put_for_other(first)) == receipts[0]
    authors = {e.author for e in store.entries("answer")}
    assert len(authors) == 2
    assert scribe not in authors
    assert authors == store.authors(AuthorRole.FOR_OTHERS)
    assert store.author_role(scribe) is None
    assert store.people().joined == 0


def test_what_was_entered_for_others_can_be_undone_by_its_id(store: Store) -> None:
    write = answer(new_id(), "mistyped")
    receipt = done(store.put_for_other(write))

    entry = store.entry(receipt.entry_id)
    assert entry is not None
    assert store.author_role(entry.author) is AuthorRole.FOR_OTHERS
    request = taking_back(entry.author, receipt.revision)
    gone = done(store.take_back(request))

    assert gone.entry_id == receipt.entry_id
    assert done(store.take_back(request)) == gone
    assert store.entries("answer") == []
    assert done(store.put_for_other(write)) == receipt  # a late repeat does not bring it back
    assert store.entries("answer") == []


def test_a_role_tells_whose_entry_may_be_undone(store: Store, person: str) -> None:
    assert store.author_role(person) is AuthorRole.PARTICIPANT
    assert store.author_role(ROOM) is AuthorRole.ROOM
    assert store.author_role(new_id()) is None
    assert store.authors(AuthorRole.PARTICIPANT) == {person}


def test_entries_come_in_order_of_their_random_ids(store: Store) -> None:
    for _ in range(20):
        put(store, answer(joined(store), "x"))
    ids = [e.id for e in store.entries("answer")]
    assert ids == sorted(ids)


def _restored(text: str, author: str = "") -> Entry:
    author = author or new_id()
    return Entry(id=new_id(), kind="answer", key="q3", author=author, revision=4, body=words(text))


def test_what_is_read_back_has_new_authors_and_no_times(store: Store) -> None:
    room = _restored("of the room", ROOM)
    restored = [_restored("one"), _restored("two"), room]
    done(store.restore(restored))

    found = {e.id: e for e in store.entries("answer")}
    assert set(found) == {e.id for e in restored}
    assert all(e.written_at is None and e.revision == 4 for e in found.values())
    assert found[room.id].author == ROOM
    assert {e.author for e in found.values()}.isdisjoint({e.author for e in restored[:2]})


def test_one_author_s_answers_are_read_back_as_different_people_s(store: Store) -> None:
    done(store.restore([_restored("one", "a"), _restored("two", "a")]))
    assert len({e.author for e in store.entries("answer")}) == 2


def test_the_same_entry_is_not_read_back_twice(store: Store, person: str) -> None:
    put(store, answer(person, "here"))
    twice = [_restored("new"), _restored("one")]
    neighbour = store.put(answer(person, "still here", 1))
    refused = store.restore([*twice, twice[1]])
    assert isinstance(refusal(refused), BadImport)
    assert done(neighbour).revision == 2
    assert texts(store) == ["still here"]


def test_entries_are_counted_by_key_and_their_bodies_are_not_read(
    store: Store, person: str
) -> None:
    assert store.counted("card_sort") == {}
    other = joined(store)
    for key in ("q3", "q5"):
        of_the_room(store, "themes", key, {"state": "open"})
    for number, (author, key) in enumerate([(person, "q3"), (other, "q3"), (other, "q5")]):
        sort = Write(
            kind="card_sort",
            key=key,
            author=author,
            write_id=new_id(),
            body={"not": "a sort"},
            while_open=key,
        )
        put(store, sort)
        if number == 0:
            put(store, sort.model_copy(update={"write_id": new_id(), "revision": 1}))
    assert store.counted("card_sort") == {"q3": Counted(2, 3), "q5": Counted(1, 1)}
    of_the_room(store, "themes", "q3", {"state": "closed"})
    late = sort.model_copy(update={"write_id": new_id(), "key": "q3", "while_open": "q3"})
    assert isinstance(refusal(store.put(late)), SortClosed)
    done(store.leave(other))
    assert store.counted("card_sort") == {"q3": Counted(1, 2)}
