"""How much a process may hold open, and how many people that is enough for."""

import json
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.kit_process import KitProcess
from workshop_kit.limits import files_for, open_files, people

PROGRAM = """
import json, resource, sys
from workshop_kit.limits import open_files, raise_open_files
resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv[1]), int(sys.argv[2])))
print(json.dumps([open_files(), raise_open_files(), *resource.getrlimit(resource.RLIMIT_NOFILE)]))
"""


def test_as_many_people_as_there_are_files_for() -> None:
    for number in (0, 1, 250, 2000):
        assert people(files_for(number)) == number
    assert people(0) == 0


def test_this_system_has_files_for_some_people() -> None:
    assert people(open_files()) > 20


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit that could be raised")
def test_the_soft_limit_is_raised_to_the_hard_one() -> None:
    command = [sys.executable, "-c", PROGRAM, "256", "2048"]
    told = subprocess.run(command, check=True, capture_output=True).stdout
    assert json.loads(told) == [2048, 2048, 2048, 2048]


class FewFiles(KitProcess):
    """A kit that is started where a program may hold few files, as on many systems."""

    def command(self) -> list[str]:
        return ["sh", "-c", 'ulimit -S -n 512 && exec "$@"', "sh", *super().command()]


@pytest.mark.skipif(sys.platform != "linux", reason="Linux alone tells of another process's limit")
def test_the_kit_raises_the_limit_with_which_it_was_started(tmp_path: Path) -> None:
    with FewFiles(tmp_path / "data") as kit:
        soft, hard = psutil.Process(kit.pid).rlimit(psutil.RLIMIT_NOFILE)
    assert 512 < soft == min(hard, open_files())
