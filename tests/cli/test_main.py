"""The entry point as a process: exit codes, one sentence, no traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.terminal import Run, kit


def test_what_went_wrong_is_one_sentence_and_exit_code_1(data: Path) -> None:
    ended = kit("export", "NOPE")
    assert ended.returncode == 1
    assert ended.stdout == b""
    lines = ended.stderr.decode().splitlines()
    assert lines == ["No workshop here has the code “NOPE”. “workshop-kit sessions” lists them."]


def test_a_letter_that_the_terminal_lacks_is_no_error(data: Path) -> None:
    ended = kit("new", "q̓ic̓əy̓ evening", PYTHONIOENCODING="ascii")
    assert ended.returncode == 0
    assert b"evening" in ended.stdout
    assert ended.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="needs a pipe with a name")
def test_ctrl_c_ends_silently_with_130(data: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "slow.json")
    words = [sys.executable, "-m", "workshop_kit", "import", str(tmp_path / "slow.json")]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    writer = os.open(tmp_path / "slow.json", os.O_WRONLY)  # returns once the command reads
    try:
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    finally:
        os.close(writer)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="needs a shell's pipe")
def test_a_reader_that_went_away_is_no_traceback(data: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "workshop_kit", "sessions", "--json"],
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert b"Traceback" not in ended.stderr


def test_a_folder_that_cannot_be_written_is_named(run: Run, demo_code: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = run("export", demo_code, "--out", str(tmp_path / "file" / "notes"))
    assert said.code == 1
    assert said.err.startswith(f"“{tmp_path / 'file' / 'notes'}” cannot be used: ")
    assert len(said.err.splitlines()) == 1
