"""Single figures: of a burst, of growth, of a server's processes."""

import os
import subprocess
import sys

import pytest

from benchmarks.page_costs import at_once, growth
from benchmarks.page_costs.processes import Processes
from benchmarks.page_costs.raw_http import Reply

BUSY = "import time\nwhile time.process_time() < 0.3: pass\n"


def test_a_burst_counts_whole_pages_only() -> None:
    replies = [
        Reply(200, whole=True, size=90, seconds=0.5),
        Reply(200, whole=False, size=40, seconds=0.1),
        Reply(503, whole=True, size=10, seconds=2.0),
    ]
    assert at_once.row_of(replies) == {
        "people": 3,
        "whole": 1,
        "median_s": 0.5,
        "last_s": 2.0,
        "statuses": [200, 503],
        "bytes": 90,
    }


def test_growth_divides_memory_by_all_and_work_by_those_who_came() -> None:
    row = growth.row_of(500, 100, megabytes=50.0, cpu=8.0, taken=3.21)
    assert (row["mb_a_person"], row["cpu_s_a_person"]) == (0.1, 0.02)
    assert (row["people"], row["mb"], row["seconds_to_come_in"]) == (500, 50.0, 3.2)


def test_a_process_that_works_does_not_rest() -> None:
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as child:
        try:
            assert not Processes(child.pid).rest(most=1)
        finally:
            child.kill()


def test_a_process_that_ended_is_counted() -> None:
    cost = Processes(os.getpid())
    before = cost.cpu_seconds()
    subprocess.run([sys.executable, "-c", BUSY], check=True)
    assert cost.cpu_seconds() - before > 0.25


@pytest.mark.skipif(sys.platform != "linux", reason="PSS is told by Linux only")
def test_memory_and_number_are_those_of_all_processes() -> None:
    cost = Processes(os.getpid())
    before = cost.number()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert cost.number() == before + 1
        assert Processes(child.pid).number("input()") == 1
        assert Processes(child.pid).number("output()") == 0
        assert cost.megabytes() > Processes(child.pid).megabytes() > 0
        assert Processes(child.pid).rest()  # it waits for a line
        child.communicate(b"\n")
