"""The demo alone: on this laptop, nothing of one's own in it, and gone afterwards."""

import os
import re
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import Run
from tests.kit_process import KitProcess
from tests.people import Browser
from workshop_kit.demo import read_demo


class DemoProcess(KitProcess):
    """``workshop-kit demo``, with its temporary folder where a test can look."""

    def command(self) -> list[str]:
        """Return what a person types."""
        demo = [sys.executable, "-m", "workshop_kit", "demo"]
        return [*demo, "--port", str(self.port), "--no-browser"]

    def environment(self) -> dict[str, str]:
        """Return an environment in which temporary folders are made in the test's own."""
        self.data.mkdir(exist_ok=True)
        return {**os.environ, "TMPDIR": str(self.data), "TEMP": str(self.data)}

    def left(self) -> list[str]:
        """Return the folders of the demo that are there."""
        return [path.name for path in self.data.glob("workshop-kit-demo-*")]


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[DemoProcess]:
    with DemoProcess(tmp_path / "temporary") as process:
        yield process


def test_is_the_only_workshop_and_takes_no_other(demo: DemoProcess) -> None:
    laptop = Browser(demo.url)
    [only] = laptop.good("GET", "/room/sessions")["sessions"]
    assert only["demo"]
    refused = laptop.ask("POST", "/room/sessions", {"title": "Tonight"})
    assert (refused.status_code, refused.json()["error"]) == (403, "demo_alone")
    assert "workshop-kit serve" in refused.json()["message"]
    page = laptop.ask("GET", "/sign-in").text
    assert "Plan a new workshop" not in page
    assert len(demo.left()) == 1


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_all_of_it_is_gone_however_it_was_ended(demo: DemoProcess, name: str) -> None:
    assert "Everything in it is destroyed when you stop it." in demo.said()
    assert demo.start_link()
    assert demo.process is not None
    demo.process.send_signal(getattr(signal, name))
    assert demo.process.wait(60) == 0
    assert demo.left() == []
    assert "The demo and everything in it is gone." in demo.said()


def test_a_dozen_people_have_answered() -> None:
    people = read_demo("en").people
    assert len(people) == 12
    assert all(person.answers for person in people)


def test_the_wrong_port_makes_nothing(run: Run, tmp_path: Path) -> None:
    said = run("demo", "--port", "soon")
    assert said.code == 1
    assert re.search(r"--port is “soon”, which cannot be used", said.err)
