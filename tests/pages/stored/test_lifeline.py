"""Whoever dies, and however: what was forked off it is gone too, and none knew its secrets."""

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from tests.pages.stored.parent_process import SECRET
from tests.pages.stored.woken import WIDGETS, memory, write
from workshop_kit.pages.stored.child import Child, forking_impossible, live_no_longer_than

pytestmark = pytest.mark.skipif(bool(forking_impossible()), reason="nothing is forked here")


@contextmanager
def server(folder: Path, secret: str) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """A server process, and the fork server, the page's process and the kernel that it has."""
    write(folder / "page.ipynb", WIDGETS)
    command = [sys.executable, "-m", "tests.pages.stored.parent_process", str(folder)]
    with subprocess.Popen(
        command,
        text=True,
        env={**os.environ, SECRET: secret},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout
        yield process, [int(pid) for pid in process.stdout.readline().split()]
        if process.poll() is None:
            process.kill()


def gone(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)  # its parent was told
    except psutil.NoSuchProcess:
        return True


def wait_until_gone(*pids: int) -> None:
    while not all(gone(pid) for pid in pids):
        time.sleep(0.01)


@pytest.mark.parametrize(
    ("killed", "left"), [("server", 0), ("fork server", 1), ("page", 2), ("kernel", 3)]
)
def test_kill_9_takes_with_it_what_was_forked(tmp_path: Path, killed: str, left: int) -> None:
    """Above it all are there still; below it all are gone."""
    with server(tmp_path, "") as (process, forked):
        line = [process.pid, *forked]
        assert len(line) == 4, killed
        psutil.Process(line[left]).kill()
        wait_until_gone(*line[left:])
        assert [psutil.Process(pid).is_running() for pid in line[:left]] == [True] * left


def test_nothing_is_left_after_an_orderly_end(tmp_path: Path) -> None:
    with server(tmp_path, "") as (process, forked):
        process.communicate()
        assert process.returncode == 0
        assert not any(psutil.pid_exists(pid) for pid in forked)
    assert [path.name for path in tmp_path.iterdir()] == ["page.ipynb"]


def test_a_child_whose_parent_died_before_it_could_ask_ends_at_once() -> None:
    pid = os.fork()
    if pid == 0:
        live_no_longer_than(os.getpid())  # anybody but its parent
        os._exit(7)
    assert Child.of(pid).reap() == 1


def test_no_forked_process_holds_what_the_server_knows(tmp_path: Path) -> None:
    """Looked for in the environment and in all memory that can be read."""
    secret = secrets.token_hex(16)
    with server(tmp_path, secret) as (process, forked):
        assert len(forked) == 3
        assert secret.encode() in memory(process.pid)  # so it can be found
        for pid in forked:
            assert secret.encode() not in Path(f"/proc/{pid}/environ").read_bytes()
            assert secret.encode() not in memory(pid)
            assert b"ipywidgets" in memory(pid)
