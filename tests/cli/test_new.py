"""Planning: what is stored, what is told, what is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Run
from workshop_kit.model import RolePresent, Session, SessionState, today
from workshop_kit.room.passphrase import fits
from workshop_kit.store.folder import SessionFolder


def only_session(data: Path) -> Session:
    [(_path, session)] = SessionFolder(data).sessions()
    assert isinstance(session, Session)
    return session


def test_tells_code_passphrase_and_next_step(run: Run, data: Path) -> None:
    said = run("new", "Our evening")
    assert said.code == 0
    session = only_session(data)
    assert f"{session.join_code[:3]} {session.join_code[3:]}" in said.out
    assert "workshop-kit serve" in said.out
    assert "shown this once" in said.out
    assert session.state is SessionState.DRAFT
    assert session.held_on == today()


def test_stores_every_detail_and_only_the_passphrases_hash(run: Run, data: Path) -> None:
    words = {
        "community": "q̓ic̓əy̓",
        "date": "2026-12-01",
        "host-name": "Library",
        "purpose": "To begin",
        "recipients": "All",
        "privacy-contact": "Sam",
        "record-owner": "The Nation",
        "support-person": "Robin",
        "keep-days": "30",
    }
    options = [word for name, value in words.items() for word in (f"--{name}", value)]
    told = json.loads(
        run("new", "Evening", *options, "--police", "--media", "--first-names", "--json").out
    )
    session = only_session(data)
    assert session.details.model_dump(mode="json") == {
        "title": "Evening",
        "community": "q̓ic̓əy̓",
        "held_on": "2026-12-01",
        "host": "Library",
        "purpose": "To begin",
        "recipients": "All",
        "privacy_contact": "Sam",
        "record_owner": "The Nation",
        "support_person": "Robin",
        "roles_present": [RolePresent.POLICE.value, RolePresent.MEDIA.value],
        "first_names_allowed": True,
        "keep_days": 30,
    }
    assert told["code"] == session.join_code
    assert fits(session.passphrase_hash, told["passphrase"])
    assert told["passphrase"].encode() not in Path(told["file"]).read_bytes()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["E", "--date", "22.11.2026"],
            "--date is “22.11.2026”, which cannot be used. It should be a date such as",
        ),
        (
            ["E", "--keep-days", "400"],
            "“400”, which cannot be used. It should be a number of days from 1 to 365.",
        ),
        (
            ["E", "--keep-days", "soon"],
            "--keep-days is “soon”, which cannot be used.",
        ),
        ([" "], "TITLE is “ ”, which cannot be used. It should be a few words."),
        (["E", "--host-name", "x" * 201], "It should be shorter: at most 200 characters."),
        (["x" * 121], "It should be shorter: at most 120 characters."),
    ],
)
def test_a_bad_value_is_named_with_what_it_should_be(
    run: Run, data: Path, words: list[str], sentence: str
) -> None:
    said = run("new", *words)
    assert (said.code, said.out) == (1, "")
    assert sentence in said.err
    assert not data.exists()
