"""What notebooks of facilitators and authors call about notes."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from workshop_kit import kit
from workshop_kit.demo import ensure_demo
from workshop_kit.model import BROWSER
from workshop_kit.store.folder import SessionFolder
from workshop_kit.widgets.notes_view import NotesView


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKSHOP_KIT_DATA", str(tmp_path))
    monkeypatch.delenv("WORKSHOP_KIT_SESSION", raising=False)
    ensure_demo(SessionFolder(tmp_path)).close()
    return tmp_path


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_DATA", str(tmp_path / "none"))
    monkeypatch.delenv("WORKSHOP_KIT_SESSION", raising=False)


def asked(view: NotesView, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Ask as a page does, and return the reply."""
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(view, "send", sent.append)
    view._handle_custom_msg({"ask": "1"}, [])
    [reply] = sent
    return json.loads(json.dumps(reply))  # type: ignore[no-any-return]


def test_notes_come_as_a_reply_and_never_as_a_trait(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = kit.notes()
    reply = asked(view, monkeypatch)
    assert reply["ask"] == "1"
    assert reply["page"]["title"] == "Demo workshop: Maple Valley"
    assert [file["format"] for file in reply["files"]] == ["txt", "md", "csv", "json"]
    assert "were not reviewed" in reply["waiting"]
    assert reply["read_at"]
    assert "smuggling" in json.dumps(reply["page"])
    assert "smuggling" not in json.dumps(view.get_state(), default=str)


def test_what_a_browser_saved_is_remembered(demo: Path) -> None:
    view = kit.notes()
    for format_name in ("md", "md", "csv", "nonsense"):
        view._handle_custom_msg({"saved": format_name}, [])
    store = ensure_demo(SessionFolder(demo))
    assert [(one.format, one.place) for one in store.exports()] == [
        ("csv", BROWSER),
        ("md", BROWSER),
    ]
    store.close()
    SessionFolder(demo).files()[0].unlink()
    view._handle_custom_msg({"saved": "md"}, [])  # says nothing: the file is saved all the same


def test_notes_are_read_anew_each_time(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    view = kit.notes()
    assert asked(view, monkeypatch)["page"]["title"] == "Demo workshop: Maple Valley"
    store = ensure_demo(SessionFolder(demo))
    store.change_session({"title": "Renamed"}).result()
    store.close()
    assert asked(view, monkeypatch)["page"]["title"] == "Renamed"


def test_answers_are_a_table_of_what_was_approved(demo: Path) -> None:
    table = kit.answers()
    assert list(table.columns) == ["question", "topic", "part", "answer"]
    assert set(table["question"]) == {2}
    assert "How it differs from smuggling people over a border" in set(table["answer"])
    assert not table["answer"].str.contains("gas station").any()


def test_the_learning_list_is_what_was_approved_of_question_2(demo: Path) -> None:
    table = kit.learning_list()
    assert list(table.columns) == ["learn"]
    assert list(table.index) == list(range(len(table)))
    assert "What lures look like online" in set(table["learn"])
    assert not table["learn"].str.contains("gas station").any()


def test_session_tells_details_without_codes(demo: Path) -> None:
    details = kit.session()
    assert details
    assert details.title == "Demo workshop: Maple Valley"
    assert not hasattr(details, "join_code")


def test_without_a_session_all_is_calm(nothing: None, monkeypatch: pytest.MonkeyPatch) -> None:
    reply = asked(kit.notes(), monkeypatch)
    assert (reply["page"], reply["files"], reply["problem"]) == (None, [], "")
    assert kit.answers().empty
    assert list(kit.learning_list().columns) == ["learn"]
    assert kit.learning_list().empty
    assert kit.session() is None


def test_a_problem_is_a_sentence_on_the_page(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKSHOP_KIT_SESSION", "gone")
    reply = asked(kit.notes(), monkeypatch)
    assert "no longer on this laptop" in reply["problem"]
    assert reply["page"] is None


def test_the_other_pages_kernels_do_without_pandas_and_the_database() -> None:
    code = (
        "import sys; from workshop_kit import kit; kit.board(); kit.projector(); kit.scribe();"
        "print([m for m in ('pandas', 'sqlalchemy') if m in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert ended.stdout.strip() == b"[]"
