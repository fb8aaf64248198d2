"""Destroying from the terminal: asked, refused, done; with and without a kit that is running."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.terminal import Run, kit
from tests.destroying.evening import SAID, content, evening
from tests.kit_process import KitProcess
from tests.people import WORDS, Facilitator, Participant
from tests.store.evening import done
from workshop_kit.destroying.running import FILE
from workshop_kit.kinds import Decision
from workshop_kit.model import ROOM, Hold, Session, Write
from workshop_kit.store.folder import SessionFolder
from workshop_kit.store.sqlite import SqliteStore


@pytest.fixture
def folder(data: Path) -> SessionFolder:
    return SessionFolder(data)


def typing(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_it_is_asked_and_the_code_is_typed(
    run: Run, folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    _path, session = evening(folder)
    code = session.join_code
    for wrong in ("yes\n", "", "\n"):
        typing(monkeypatch, wrong)
        said = run("purge", code)
        assert said.code == 1
        assert "is not the code of this workshop. Nothing was destroyed." in said.err
        assert len(folder.files()) == 1
    typing(monkeypatch, f"{code[:3].lower()} {code[3:]}\n")
    said = run("purge", code)
    assert said.code == 0
    assert "To be destroyed: “Evening”" in said.err
    assert said.out.startswith("This workshop is destroyed\n")
    assert "Evening" not in said.out
    assert folder.files() == []
    assert SAID.encode() not in content(folder.path)
    assert run("purge", code, "--yes").code == 1


def test_for_scripts(run: Run, folder: SessionFolder) -> None:
    path, session = evening(folder)
    (folder.path / "diary.txt").write_text(SAID)
    said = run("purge", session.id[:8], "--yes", "--json")
    assert said.code == 3
    told = json.loads(said.out)
    assert (told["done"], told["code"]) == (False, session.join_code)
    assert told["found_in"] == [str(folder.path / "diary.txt")]
    assert told["left"] == []
    assert not path.exists()


def test_what_is_held_is_not_destroyed(run: Run, folder: SessionFolder) -> None:
    _path, session = evening(folder, hold=Hold(reason="A court asked for it"))
    said = run("purge", session.join_code, "--yes")
    assert said.code == 1
    assert "is held: A court asked for it. Nothing was destroyed." in said.err
    assert run("hold", session.join_code, "--release").code == 0
    assert run("purge", session.join_code, "--yes").code == 0


def test_open_or_with_answers_set_aside_it_is_confirmed_by_hand(
    run: Run, folder: SessionFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, still_open = evening(folder, closed=False)
    path, aside = evening(folder)
    store = SqliteStore(path)
    [entry, _] = store.entries("answer")
    body = {"decision": Decision.SET_ASIDE.value, "answer_revision": 1}
    done(store.put(Write(kind="review", key=entry.id, author=ROOM, write_id="w", body=body)))
    store.close()
    for session, warning in ((still_open, "still open"), (aside, "1 answer is set aside")):
        said = run("purge", session.join_code, "--yes")
        assert said.code == 1
        assert warning in said.err
        typing(monkeypatch, session.join_code)
        assert run("purge", session.join_code).code == 0
    assert folder.files() == []


def test_the_demo_can_go_and_comes_back_empty(run: Run, demo_code: str, data: Path) -> None:
    assert run("purge", demo_code, "--yes").code == 0
    with KitProcess(data):
        [(_, demo)] = SessionFolder(data).sessions()
        assert isinstance(demo, Session)
        assert demo.demo
        assert demo.join_code != demo_code


def test_an_interrupted_one_is_finished_by_the_next(run: Run, folder: SessionFolder) -> None:
    path, session = evening(folder)
    path.rename(path.with_suffix(".destroying"))
    assert run("sessions", "--json").out == "[]\n"
    said = run("purge", session.join_code, "--yes", "--json")
    assert said.code == 0
    assert json.loads(said.out)["code"] == session.join_code
    assert list(path.parent.iterdir()) == []


def test_a_damaged_file_goes_by_the_digits_in_its_name(run: Run, folder: SessionFolder) -> None:
    path, session = evening(folder)
    path.write_bytes(b"broken" * 99)
    said = run("purge", session.id[:8], "--yes")
    assert said.code == 3
    assert "could no longer be read" in said.out
    assert folder.files() == []


def test_a_copy_makes_it_ask_which_one(run: Run, folder: SessionFolder) -> None:
    path, session = evening(folder)
    path.with_name("copy.session").write_bytes(path.read_bytes())
    said = run("purge", session.join_code, "--yes")
    assert said.code == 1
    assert "fits more than one file: " in said.err


def test_a_running_kit_does_it_and_phones_hear_of_it(own_server: KitProcess) -> None:
    leads = Facilitator.with_new_workshop(own_server.url).opened()
    leads.open_all()
    phone = Participant.joined(own_server.url, leads.known()["join_code"])
    for key, body in WORDS.items():
        assert phone.put(key, body).ok
    code = leads.known()["join_code"]
    leads.change(state="closed")
    page = leads.http.get(f"{own_server.url}/notes", timeout=60)  # a kernel that may read the file
    assert page.ok
    with phone.http.get(f"{own_server.url}{phone.mine('feed')}", stream=True, timeout=60) as feed:
        lines = feed.iter_lines(decode_unicode=True)
        assert next(lines)
        ended = kit("purge", code, "--yes", "--json", "--data", str(own_server.data))
        assert (ended.returncode, ended.stderr) == (0, b"")
        list(lines)  # the stream has an end
    assert phone.ask("GET", "/room/participant").status_code == 401
    assert leads.ask("GET", "/room/facilitator").status_code == 401
    for key in WORDS:
        assert str(WORDS[key]).encode() not in content(own_server.data)
    assert len(SessionFolder(own_server.data).files()) == 1  # the demo
    again = Facilitator.with_new_workshop(own_server.url)
    assert again.known()["state"] == "draft"
    assert own_server.stop() == 0
    assert not (own_server.data / FILE).exists()
    assert code not in own_server.said()


def test_a_kit_that_was_killed_is_not_waited_for(tmp_path: Path) -> None:
    server = KitProcess(tmp_path / "data")
    server.start()
    leads = Facilitator.with_new_workshop(server.url)
    code = leads.known()["join_code"]
    server.kill()
    assert (server.data / FILE).exists()
    ended = kit("purge", code, "--yes", "--data", str(server.data))
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert not (server.data / FILE).exists()


def test_it_ends_as_documented_in_its_help(run: Run) -> None:
    said = " ".join(run("purge", "--help").out.split())
    assert "with 3 if something of it remains" in said
