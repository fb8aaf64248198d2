"""Browser, clock, sleep and limits."""

import re
import subprocess
import sys
import webbrowser
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from workshop_kit.doctor.finding import Finding, State
from workshop_kit.doctor.machine import (
    FIRST_YEAR,
    MANY_PEOPLE,
    browser,
    clock,
    pages_that_ask_python,
    sleep,
)
from workshop_kit.limits import MAX_KERNELS, files_for, people

PACIFIC = timezone(timedelta(hours=-8), "PST")


@pytest.mark.parametrize(
    ("now", "state", "said"),
    [
        (datetime(FIRST_YEAR, 11, 22, 18, 30, tzinfo=PACIFIC), State.FINE, "18:30 (PST)"),
        (datetime(1970, 1, 1, tzinfo=PACIFIC), State.LOOK, "before this kit was made"),
        (datetime(FIRST_YEAR, 11, 22, tzinfo=UTC), State.LOOK, "Greenwich"),
    ],
)
def test_clock(now: datetime, state: State, said: str) -> None:
    found = clock(now)
    assert found.state is state
    assert said in found.found


def test_the_first_year_is_that_of_the_first_version() -> None:
    log = (Path(__file__).parents[2] / "CHANGELOG.md").read_text("utf-8")
    years = re.findall(r"^## \S+ - (\d{4})-", log, flags=re.MULTILINE)
    assert min(map(int, years)) == FIRST_YEAR


@pytest.mark.parametrize(
    ("name", "state"), [("w3m", State.LOOK), ("none", State.LOOK), ("firefox", State.FINE)]
)
def test_a_browser_in_a_terminal_is_none(
    monkeypatch: pytest.MonkeyPatch, name: str, state: State
) -> None:
    def get() -> webbrowser.BaseBrowser:
        if name == "none":
            raise webbrowser.Error
        return webbrowser.GenericBrowser(name)

    monkeypatch.setattr(webbrowser, "get", get)
    assert browser().state is state


def test_sleep_has_an_answer_on_this_system() -> None:
    found = sleep()
    assert bool(found.to_do) == (found.state is State.LOOK)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit that could be set")
@pytest.mark.parametrize(("hard", "state"), [(512, State.LOOK), (4096, State.FINE)])
def test_the_hard_limit_says_how_many_people(hard: int, state: State) -> None:
    program = (
        "import resource; from workshop_kit.doctor.machine import people_at_once\n"
        f"resource.setrlimit(resource.RLIMIT_NOFILE, (256, {hard}))\n"
        "print(people_at_once().model_dump_json())"
    )
    said = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True).stdout
    found = Finding.model_validate_json(said)
    assert found.state is state
    assert str(people(hard)) in found.found
    assert found.to_do.endswith(f"ulimit -n {files_for(MANY_PEOPLE)}") == (state is State.LOOK)


@pytest.mark.parametrize(
    ("megabytes", "number", "state"), [(300, 0, State.LOOK), (1_000, 40, State.FINE)]
)
def test_free_memory_says_how_many_pages_can_ask_python(
    megabytes: int, number: int, state: State
) -> None:
    found = pages_that_ask_python(megabytes * 1024 * 1024)
    assert found.state is state
    assert found.found.startswith(f"{number} pages can ask Python at once ({MAX_KERNELS} at most)")
    assert bool(found.to_do) == (state is State.LOOK)


def test_this_laptops_memory_has_an_answer() -> None:
    assert pages_that_ask_python().thing == "Memory"
