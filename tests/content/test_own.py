"""The group's own additions as pages know them, and its own copies of sections."""

import contextlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.own_folders import (
    DOCX,
    HELP,
    LINE,
    ODT,
    PDF,
    RESOURCE,
    RESOURCES,
    TXT,
    OwnFolder,
)
from workshop_kit.content.copy_kinds import COPY_KINDS, kind_by_signature
from workshop_kit.content.help_lines import help_line, help_lines, kit_help_lines
from workshop_kit.content.own import MOST_COPY_BYTES, copy_problems, own_copy
from workshop_kit.content.resources import resources


def test_own_lines_come_after_ours_and_never_in_their_place(own: OwnFolder) -> None:
    ours = kit_help_lines()
    own.table("help_lines.csv", HELP, LINE, "VictimLink BC,604-555-0101,Anyone,,,,")
    lines = help_lines()
    assert lines[: len(ours)] == ours
    crisis, same_name = lines[len(ours) :]
    assert (crisis.own, crisis.number, crisis.tel) == (True, "604-555-0100", "tel:6045550100")
    assert crisis.checked == "Last checked: May 1, 2026"
    assert same_name.checked == "Last checked: date not known"
    assert help_line("victimlink_bc") == ours[1]
    assert "Rosa" not in str(lines)


def test_own_resources_come_after_ours(own: OwnFolder) -> None:
    ours = resources()
    own.table("resources.csv", RESOURCES, RESOURCE, "Bare,https://example.org/b,What it is,,,,")
    added = resources()[len(ours) :]
    assert resources()[: len(ours)] == ours
    assert [(one.title, one.kind, one.for_whom, one.own) for one in added] == [
        ("Our map", "website", "Everyone", True),
        ("Bare", "website", "Everyone", True),
    ]
    assert {one.publisher for one in added} == {"Added by our group"}
    assert not {one.key for one in added} & {one.key for one in ours}


@pytest.mark.parametrize(
    ("data", "shown"), [(PDF, "PDF"), (TXT, "TXT"), (DOCX, "DOCX"), (ODT, "ODT")]
)
def test_a_copy_is_known_by_what_it_holds(own: OwnFolder, data: bytes, shown: str) -> None:
    own.save("copies/Welcome.bin", data)
    copy = own_copy("welcome")
    assert copy is not None
    assert copy.kind.shown == shown
    assert copy.download_name == f"welcome.{shown.lower()}"
    assert copy.label == f"Our own copy ({shown}, {copy.shown_size})"
    assert copy_problems() == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"<!doctype html><script>alert(1)</script>",
        b"\xef\xbb\xbf\n <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<?xml version='1.0'?><x/>",
        "\ufeff<html>".encode("utf-16-le"),
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        b"PK\x03\x04" + b"\0" * 26 + b"evil.html" + b"x" * 300,
        b"{\\rtf1 x}",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 50,
        b"MZ\x90\x00\x03",
    ],
)
def test_what_is_no_copy_is_told_whatever_its_name(own: OwnFolder, data: bytes) -> None:
    own.save("copies/welcome.pdf", data)
    assert own_copy("welcome") is None
    [problem] = copy_problems()
    assert problem.startswith("“welcome.pdf” is not used. It is no PDF")


def test_the_newest_of_several_counts(own: OwnFolder) -> None:
    for at, (name, data) in enumerate([("welcome.txt", TXT), ("welcome.pdf", PDF)]):
        os.utime(own.save(f"copies/{name}", data), (at, at))
    copy = own_copy("welcome")
    assert copy is not None
    assert copy.path.name == "welcome.pdf"
    assert copy_problems() == (
        "“welcome.txt” is not used. There is a newer file for the same section.",
    )


def test_a_file_of_no_section_is_told(own: OwnFolder) -> None:
    own.save("copies/leaflet.pdf", PDF)
    assert "It is named after no section. These are: welcome" in copy_problems()[0]


@pytest.mark.parametrize("key", ["", ".", "..", "../secret", "/etc/passwd", "a/b", "wel\0come"])
def test_no_key_leads_out_of_the_folder(own: OwnFolder, key: str) -> None:
    own.save("secret.pdf", PDF)
    assert own_copy(key) is None


def test_links_are_not_followed(own: OwnFolder, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(PDF)
    (own.path / "copies" / "welcome.pdf").symlink_to(tmp_path / "secret.pdf")
    assert own_copy("welcome") is None
    (own.path / "copies" / "welcome.pdf").unlink()
    (own.path / "copies").rmdir()
    (tmp_path / "welcome.pdf").write_bytes(PDF)
    (own.path / "copies").symlink_to(tmp_path)
    assert own_copy("welcome") is None


def test_one_that_is_too_large_is_told(own: OwnFolder) -> None:
    path = own.save("copies/welcome.pdf", PDF)
    os.truncate(path, MOST_COPY_BYTES + 1)
    assert own_copy("welcome") is None
    assert "larger than 30 MB" in copy_problems()[0]
    os.truncate(path, MOST_COPY_BYTES)
    copy = own_copy("welcome")
    assert copy is not None
    assert copy.shown_size == "31.5 MB"


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_every_file_is_of_a_kind_or_none(start: bytes, end: bytes) -> None:
    with contextlib.suppress(ValueError):
        assert kind_by_signature(start, end) in COPY_KINDS
