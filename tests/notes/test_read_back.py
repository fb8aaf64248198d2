"""Notes that are read back give the same notes again."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from tests.notes.evening import Evening
from tests.notes.reports import reports
from workshop_kit.content.help_lines import help_lines
from workshop_kit.model import SessionState
from workshop_kit.notes.formats import FORMATS
from workshop_kit.notes.json_document import json_document, read
from workshop_kit.notes.read_back import entries_of, session_of
from workshop_kit.notes.report import Report, report_of
from workshop_kit.store.folder import SessionFolder


def through_a_file(text: str, folder: Path) -> Report:
    """Import notes into a real session's file, and make its report."""
    read_report = read(text)
    store = SessionFolder(folder).create(session_of(read_report))
    try:
        store.restore(entries_of(read_report)).result()
        return report_of(store.session(), store.entries(), store.people().joined)
    finally:
        store.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports())
def test_reading_back_loses_nothing(report: Report) -> None:
    with tempfile.TemporaryDirectory() as folder:
        again = through_a_file(json_document(report), Path(folder))
    ours = again.help_lines
    assert len(ours) == len([line for line in help_lines() if line.group == "everyone"])
    assert again.model_copy(update={"help_lines": ()}) == report


def test_a_real_evening_gives_the_same_files(full: Evening, tmp_path: Path) -> None:
    for round_trip in range(2):
        before = full.report()
        after = through_a_file(json_document(before), tmp_path / str(round_trip))
        assert after == before
        for one in FORMATS.values():
            assert one.render(after) == one.render(before)
        if not round_trip:
            full.store.close_session(before.held_on).result()


def test_the_new_session_is_closed_and_has_codes_of_its_own(full: Evening) -> None:
    made = session_of(full.report())
    assert made.state is SessionState.CLOSED
    assert made.id != full.session.id
    assert made.join_code != full.session.join_code
    assert made.passphrase_hash == ""
    assert made.people_joined == 12


def test_each_answer_is_an_author_of_its_own(full: Evening) -> None:
    answers = [entry for entry in entries_of(full.report()) if entry.kind == "answer"]
    assert len({entry.author for entry in answers}) == len(answers) == 5
