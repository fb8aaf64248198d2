"""Hints that are true for the firewall that is there."""

import os
from pathlib import Path

import pytest

from workshop_kit.doctor.finding import State
from workshop_kit.doctor.firewall import (
    active_services,
    firewall,
    on_a_mac,
    on_linux,
    on_windows,
    ufw_is_on,
)


@pytest.mark.parametrize(
    ("text", "on"),
    [("ENABLED=yes\n", True), ("# x\nENABLED = yes", True), ("ENABLED=no\n", False), ("", False)],
)
def test_ufw_says_in_its_file_whether_it_is_on(tmp_path: Path, text: str, on: bool) -> None:  # noqa: FBT001 - a parameter of the test
    (tmp_path / "ufw.conf").write_text(text)
    assert ufw_is_on(tmp_path / "ufw.conf") is on
    assert not ufw_is_on(tmp_path / "none.conf")


@pytest.mark.parametrize(
    ("ufw", "services", "command"),
    [
        (True, {"nftables"}, "sudo ufw allow 9000/tcp"),
        (False, {"firewalld", "nftables"}, "sudo firewall-cmd --add-port=9000/tcp"),
        (False, {"nftables"}, "sudo nft list ruleset"),
    ],
)
def test_each_firewall_has_its_own_command(ufw: bool, services: set[str], command: str) -> None:  # noqa: FBT001 - a parameter of the test
    found = on_linux(9000, ufw=ufw, services=frozenset(services))
    assert found.state is State.LOOK
    assert command in found.to_do
    assert "9000" in found.to_do


def test_without_one_nothing_is_to_be_done() -> None:
    found = on_linux(9000, ufw=False, services=frozenset())
    assert (found.state, found.to_do) == (State.FINE, "")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_services_are_asked_for_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert active_services() == frozenset()  # no systemd here
    program = tmp_path / "systemctl"
    program.write_text('#!/bin/sh\n[ "$1" = is-active ] && echo inactive && echo active\nexit 3\n')
    program.chmod(0o700)
    assert active_services(("firewalld", "nftables")) == {"nftables"}


def test_this_system_has_an_answer() -> None:
    assert firewall(8765).found


def test_hints_for_other_systems_name_their_settings() -> None:
    assert "Private" in on_windows()
    assert "System Settings" in on_a_mac()
