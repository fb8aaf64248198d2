"""What the database counts is what is counted in entries that were read."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.databases import Database
from tests.store.evening import done, joined, of_the_room, open_session, put, set_question
from workshop_kit.kinds import Decision
from workshop_kit.model import Entry, Write, new_id
from workshop_kit.offers import PARTS, SHAPE, filled
from workshop_kit.review import Counts, counted, reviewed
from workshop_kit.store.contract import Store

BODIES: list[dict[str, object]] = [
    {"shape": "personal", "share": True, "text": "words"},
    {"shape": "personal", "share": False, "text": ""},
    {"shape": "list", "items": ["one", "“two”"]},
    {"shape": "skipped"},
]
ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(["q1", "q3"]),
        st.sampled_from(BODIES),
        st.none() | st.sampled_from(list(Decision)),
        st.booleans(),
        st.booleans(),
    ),
    max_size=6,
)


def fill(
    store: Store, answers: list[tuple[str, dict[str, object], Decision | None, bool, bool]]
) -> None:
    """Each is a question, a body, what was decided, for whom, and whether it changed since."""
    for key, body, decision, for_other, changes in answers:
        person = joined(store)
        write = Write(kind="answer", key=key, author=person, write_id=new_id(), body=body)
        written = done(store.put_for_other(write) if for_other else store.put(write))
        if decision:
            review = {"decision": decision.value, "answer_revision": 1}
            of_the_room(store, "review", written.entry_id, review)
        if changes and not for_other:
            put(store, write.model_copy(update={"write_id": new_id(), "revision": 1}))


def counts(store: Store, question: str, entries: list[Entry]) -> Counts:
    tally = next((e.body for e in entries if e.kind == "tally" and e.key == question), None)
    found = [a for a in store.count_answers() if a.question == question]
    return Counts.of(((a.sort, a.decision, a.number) for a in found), tally)


def test_counts_and_approved_bodies_are_the_same(database: Database) -> None:
    @settings(max_examples=25)
    @given(ANSWERS)
    def same(answers: list[tuple[str, dict[str, object], Decision | None, bool, bool]]) -> None:
        store = database.create(open_session())
        for key in ("q1", "q3"):
            set_question(store, "open", key)
        fill(store, answers)
        entries = store.entries()
        for key in ("q1", "q3"):
            assert counts(store, key, entries) == counted(entries, key)
            assert store.approved(key) == [
                answer.entry.body
                for answer in reviewed(entries, key)
                if answer.decision is Decision.APPROVED
            ]
            of_question = store.of_question(key)
            assert reviewed(of_question, key) == reviewed(entries, key)
            assert counted(of_question, key) == counted(entries, key)
        others = sum(answer.for_others for answer in store.count_answers())
        assert others == sum(for_other for *_, for_other, _ in answers)

    same()


def test_counts_from_notes_never_say_fewer_than_there_are(store: Store) -> None:
    fill(store, [("q3", BODIES[2], Decision.APPROVED, False, False)] * 3)
    tally = {"answered": 2, "skipped": 5, "private": 0}
    done(
        store.restore(
            [Entry(id=new_id(), kind="tally", key="q3", author="room", revision=1, body=tally)]
        )
    )
    entries = store.entries()
    found = counts(store, "q3", entries)
    assert found == counted(entries, "q3")
    assert (found.answered, found.skipped, found.approved) == (3, 5, 3)


def test_parts_of_offers_are_counted_as_in_entries_that_were_read(database: Database) -> None:
    parts = st.dictionaries(st.sampled_from(PARTS), st.sampled_from(["", "x"]))
    offer = parts.map(lambda given: {"shape": SHAPE, **dict.fromkeys(PARTS, ""), **given})

    @settings(max_examples=25)
    @given(st.lists(offer | st.just({"shape": "skipped"}), max_size=6))
    def same(bodies: list[dict[str, object]]) -> None:
        store = database.create(open_session())
        for body in bodies:
            person = joined(store)
            put(store, Write(kind="answer", key="q7", author=person, write_id=new_id(), body=body))
        assert store.count_filled("q7") == filled(bodies)
        assert store.count_filled("q3")[0] == 0

    same()
