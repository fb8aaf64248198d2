"""The demo: whole, clearly made up, and made once."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from workshop_kit import demo
from workshop_kit.content.questions import questions
from workshop_kit.demo import Demo, ensure_demo, read_demo
from workshop_kit.kinds import Decision, kind_named
from workshop_kit.model import SessionState, today
from workshop_kit.notes.noted_theme import noted_themes
from workshop_kit.notes.report import report_of
from workshop_kit.review import counted, reviewed
from workshop_kit.store.folder import SessionFolder


@pytest.fixture
def folder(tmp_path: Path) -> SessionFolder:
    return SessionFolder(tmp_path)


def test_is_open_with_a_reason_for_the_help_lines_and_no_passphrase(folder: SessionFolder) -> None:
    store = ensure_demo(folder)
    session = store.session()
    assert (session.demo, session.state, session.held_on) == (True, SessionState.OPEN, today())
    assert session.title == "Demo workshop: Maple Valley"
    assert session.help_lines
    assert (session.help_lines.dialled, session.help_lines.reason) == (False, "This is a demo")
    assert session.passphrase_hash == ""
    assert store.people().joined == 9
    store.close()


def test_has_answers_of_every_sort_to_all_nine(folder: SessionFolder) -> None:
    store = ensure_demo(folder)
    entries = store.entries()
    store.close()
    counts = {question.key: counted(entries, question.key) for question in questions()}
    assert all(count.answered for count in counts.values())
    assert counts["q1"].private == 3
    assert sum(count.skipped for count in counts.values()) >= 3
    assert counts["q1"].waiting
    assert counts["q2"].waiting
    decided = {answer.decision for answer in reviewed(entries, "q2")}
    assert decided >= {Decision.APPROVED, Decision.KEPT_BACK, None}
    states = {e.key: e.body["state"] for e in entries if e.kind == "question"}
    assert states == {"q1": "closed", "q2": "closed"} | {f"q{n}": "open" for n in range(3, 10)}


def test_an_approved_question_is_sorted_into_themes(folder: SessionFolder) -> None:
    store = ensure_demo(folder)
    report = report_of(store.session(), store.entries(), 9)
    [sorting] = noted_themes(store.entries(), report.questions)
    store.close()
    assert sorting.question == "q2"
    assert all(len(theme.ideas) > 1 for theme in sorting.themes)
    assert sorting.minority


def test_a_demo_sorts_only_what_is_approved_in_it(folder: SessionFolder) -> None:
    made = read_demo("en").model_dump(mode="json")
    kept_back = "Is it happening at the place beside the gas station?"
    made["sorted"][0]["themes"][0]["ideas"].append(kept_back)
    with pytest.raises(ValidationError, match="no approved answer to q2"):
        Demo.model_validate(made)


def test_every_answer_has_its_questions_shape_and_normal_form(folder: SessionFolder) -> None:
    store = ensure_demo(folder)
    shapes = {question.key: question.shape for question in questions()}
    for entry in store.entries("answer"):
        assert entry.body["shape"] in {shapes[entry.key], "skipped"}
        assert kind_named("answer").checked(entry.body) == entry.body
    store.close()


def test_is_made_once(folder: SessionFolder) -> None:
    first = ensure_demo(folder)
    first.change_session({"passphrase_hash": "kept"}).result()
    second = ensure_demo(folder)
    assert second.session() == first.session()
    assert len(folder.files()) == 1
    first.close()
    second.close()
    assert sorted(path.name for path in folder.path.iterdir()) == ["sessions"]


def test_a_closed_demo_stays_and_a_new_one_is_made(folder: SessionFolder) -> None:
    first = ensure_demo(folder)
    first.close_session(today()).result()
    first.close()
    second = ensure_demo(folder)
    assert second.session().state is SessionState.OPEN
    second.close()
    assert len(folder.files()) == 2


def test_half_a_demo_is_no_demo(folder: SessionFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def power_cut(*_: object) -> None:
        raise OSError("power cut")

    with monkeypatch.context() as cut:
        cut.setattr(demo, "_fill", power_cut)
        with pytest.raises(OSError, match="power cut"):
            ensure_demo(folder)
    assert folder.files() == []
    store = ensure_demo(folder)
    assert store.entries("answer")
    store.close()
