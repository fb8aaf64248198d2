"""Contacts from a terminal: two private files for each list, never while people answer."""

import stat
from contextlib import closing
from pathlib import Path

from tests.cli.terminal import Run
from tests.store.evening import set_question
from workshop_kit.store.folder import SessionFolder


def close_the_question(data: Path, code: str) -> None:
    with closing(SessionFolder(data).open_code(code)) as store:
        set_question(store, "closed", "q7")


def test_writes_a_page_and_a_table_and_remembers_where(
    run: Run, data: Path, demo_code: str, tmp_path: Path
) -> None:
    close_the_question(data, demo_code)
    for _ in range(2):
        said = run("contacts", demo_code.lower(), "--out", str(tmp_path / "team"))
        assert said.code == 0
    assert "contacts-" in said.out
    assert "-nobody-this-is-a-demo (2).csv" in said.out
    assert "Only for: Nobody. This is a demo.\nDelete by: 14 days after" in said.out
    files = sorted((tmp_path / "team").iterdir())
    assert [one.suffix for one in files] == [".csv", ".html"] * 2
    for one in files:
        assert "Ash (made up)" in one.read_text(encoding="utf-8")
        assert stat.S_IMODE(one.stat().st_mode) & 0o077 == 0
    said = run("purge", demo_code, "--yes")
    assert said.code == 0
    assert f"{files[0]}. It is still there. Delete it yourself." in said.out
    assert "People who left one: 1." in said.out
    assert "Ash" not in said.out


def test_it_waits_until_the_question_is_closed(run: Run, demo_code: str, tmp_path: Path) -> None:
    said = run("contacts", demo_code, "--out", str(tmp_path / "team"))
    assert said.code == 1
    assert "Close this question first" in said.err
    assert not (tmp_path / "team").exists()


def test_it_says_when_there_is_none(run: Run, data: Path) -> None:
    run("new", "Our evening")
    [(_path, session)] = SessionFolder(data).sessions()
    said = run("contacts", session.join_code)  # type: ignore[union-attr]  # it can be read
    assert (said.code, said.out.strip()) == (0, "Nobody left a contact.")
