"""The environment of a process in which a notebook runs: chosen name by name."""

from pathlib import Path

import pytest

from workshop_kit.content.own_folder import OWN
from workshop_kit.model import Role
from workshop_kit.pages.kernel_environment import kernel_environment
from workshop_kit.pages.stored.ids import VARIANT
from workshop_kit.words import TOLD


def test_only_a_facilitators_learns_where_the_session_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_PASSWORD", "secret")
    told = kernel_environment(Role.FACILITATOR, own=None, session="abc", data="/data")
    assert (told["WORKSHOP_KIT_DATA"], told["WORKSHOP_KIT_SESSION"]) == ("/data", "abc")
    for role in (Role.PARTICIPANT, Role.SCRIBE, Role.PROJECTOR):
        untold = kernel_environment(role, own=None, session="abc", data="/data")
        assert not {"WORKSHOP_KIT_DATA", "WORKSHOP_KIT_SESSION"} & set(untold)
        assert "DATABASE_PASSWORD" not in untold
        assert "PATH" in untold


def test_everybodys_learns_where_changed_content_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKSHOP_KIT_FOLDER", raising=False)
    assert "WORKSHOP_KIT_FOLDER" not in kernel_environment(Role.PARTICIPANT, own=None)
    monkeypatch.setenv("WORKSHOP_KIT_FOLDER", "/changed")
    for role in Role:
        assert kernel_environment(role, own=None)["WORKSHOP_KIT_FOLDER"] == "/changed"


def test_the_groups_own_additions_are_told_by_the_place_that_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(OWN, "/data/own")
    assert OWN not in kernel_environment(Role.PARTICIPANT, own=None)
    assert kernel_environment(Role.PARTICIPANT, own=Path("/view"))[OWN] == "/view"


def test_the_language_is_told_and_tells_pages_apart() -> None:
    told = kernel_environment(Role.PARTICIPANT, own=None)
    assert told[TOLD] == told[VARIANT] == "en"
