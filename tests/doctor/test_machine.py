"""Browser, clock, sleep and limits."""

import re
import sys
import webbrowser
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from workshop_kit.doctor.finding import State
from workshop_kit.doctor.machine import FIRST_YEAR, browser, clock, open_files, sleep

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


def test_sleep_and_limits_have_an_answer_on_this_system() -> None:
    found = sleep()
    assert bool(found.to_do) == (found.state is State.LOOK)
    limit = open_files()
    assert (limit is None) == (sys.platform == "win32")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_low_limit_says_how_to_raise_it() -> None:
    import resource  # noqa: PLC0415 - Windows has no such module

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (512, hard))
        found = open_files()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert found is not None
    assert found.state is State.LOOK
    assert "ulimit -n" in found.to_do
