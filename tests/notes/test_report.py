"""The report: what it tells of a session, and what it never holds."""

from datetime import date

import pytest
from pydantic import ValidationError

from tests.notes.evening import FORBIDDEN, Evening
from workshop_kit.content.questions import questions
from workshop_kit.model import AuthorRole, Write
from workshop_kit.notes.formats import FORMATS
from workshop_kit.notes.left_out import left_out
from workshop_kit.notes.read_back import entries_of
from workshop_kit.notes.report import Report


def test_tells_of_the_session_what_notes_need(full: Evening) -> None:
    report = full.report()
    assert (report.title, report.community, report.held_on) == (
        "Maple Valley",
        "Maple Valley",
        date(2026, 11, 22),
    )
    assert (report.host, report.recipients) == ("Maple Valley Library", "Everyone who came")
    assert report.people == 12
    assert [question.key for question in report.questions] == [q.key for q in questions()]


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_holds_what_was_not_approved_nor_question_1(full: Evening, name: str) -> None:
    text = FORMATS[name].render(full.report())
    assert "what signs look like" in text
    assert [word for word in FORBIDDEN if word in text] == []


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_holds_ids_codes_times_or_contacts(full: Evening, name: str) -> None:
    text = FORMATS[name].render(full.report())
    session = full.store.session()
    secrets = [session.id, session.join_code, session.scribe_code, session.projector_code]
    secrets += ["argon2", "Sam at the library", "Robin"]
    for entry in full.store.entries():
        secrets += [entry.id] if len(entry.id) > 8 else []
        secrets += [entry.author] if entry.author != "room" else []
        assert entry.written_at is not None
        secrets.append(f"{entry.written_at:%H:%M}")
    assert [secret for secret in secrets if secret in text] == []


def test_counts(full: Evening) -> None:
    one, two, *_ = full.report().questions
    assert (one.answered, one.private, one.skipped, one.left_out) == (2, 1, 0, 2)
    assert one.answers == ()
    assert (two.answered, two.private, two.skipped, two.left_out) == (4, 0, 1, 3)
    assert len(two.answers) == 1


def test_an_answer_that_changed_after_approval_is_left_out(evening: Evening) -> None:
    author, body = "a" * 32, {"shape": "action", "action": "one"}
    evening.store.add_author(author, AuthorRole.PARTICIPANT).result()
    write = Write(kind="answer", key="q9", author=author, write_id="w1", body=body)
    entry_id = evening.store.put(write).result().entry_id
    evening.decides(entry_id, "approved")
    assert len(evening.report().questions[8].answers) == 1
    changed = {"write_id": "w2", "revision": 1, "body": {"shape": "action", "action": "two"}}
    evening.store.put(write.model_copy(update=changed)).result()
    assert evening.report().questions[8].answers == ()
    assert evening.report().questions[8].left_out == 1


def test_the_same_session_gives_the_same_files_before_and_after_closing(full: Evening) -> None:
    before = full.report()
    full.store.close_session(date(2026, 11, 23)).result()
    after = full.report()
    assert after.questions == before.questions
    assert after.people == before.people
    assert (before.closed_on, before.destroy_on) == (None, None)
    assert (after.closed_on, after.destroy_on) == (date(2026, 11, 23), date(2026, 12, 7))


def test_order_tells_nothing_of_who_came_first(evening: Evening) -> None:
    words = [f"idea {number}" for number in range(12)]
    for word in words:
        evening.says("q3", shape="list", items=[word])
    first = [a.model_dump()["items"][0] for a in evening.report().questions[2].answers]
    assert sorted(first) == sorted(words)
    assert first != words
    assert first != sorted(words)


def test_help_lines_carry_their_source_and_date(evening: Evening) -> None:
    lines = {line.name: line for line in evening.report().help_lines}
    assert lines["VictimLink BC"].number == "1-800-563-0808"
    assert lines["VictimLink BC"].last_checked == date(2021, 6, 3)
    assert all(line.source.startswith("https://") for line in lines.values())


def test_a_report_cannot_hold_a_personal_answer_word_for_word(full: Evening) -> None:
    report = full.report().model_dump(mode="json")
    answer = {"shape": "personal", "share": True, "text": "PERSONAL"}
    for verbatim in (True, False):
        report["questions"][0] |= {"answers": [answer], "left_out": 1, "verbatim": verbatim}
        with pytest.raises(ValidationError):
            Report.model_validate(report)


@pytest.mark.parametrize(
    "wrong",
    [
        {"destroy_on": None},
        {"destroy_on": date(2026, 11, 23)},
        {"destroy_on": date(2028, 1, 1)},
        {"questions": ()},
        {"people": -1},
        {"title": " "},
        {"passphrase": "K7M4"},
    ],
)
def test_a_report_that_does_not_hold_together_is_refused(
    full: Evening, wrong: dict[str, object]
) -> None:
    full.store.close_session(date(2026, 11, 23)).result()
    with pytest.raises(ValidationError):
        Report.model_validate(full.report().model_dump() | wrong)


def test_no_format_says_who_can_be_reached(full: Evening) -> None:
    for ended in (False, True):
        if ended:
            full.store.close_session(date(2026, 11, 23)).result()
        report = full.report()
        for one in FORMATS.values():
            assert "A CONTACT" not in one.render(report), one
        assert "A CONTACT" not in str(entries_of(report))
    told = "These notes do not say how to reach a person who offered something."
    assert told in left_out(full.report())
