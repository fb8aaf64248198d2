"""A kit folder as it is served: what it changes, what is told, what is refused, what stays."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.content.own_kit import change, kit_in, spoil
from tests.kit_process import KitProcess
from workshop_kit.content.bread import bread


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kit folder with a file changed, one missing and one added."""
    folder = kit_in(tmp_path_factory.mktemp("place") / "our kit")
    change(folder / "data" / "en" / "bread.toml", bread().title, "Our bread")
    (folder / "workshop" / "checklist.md").unlink()
    for place in (".", "notebooks", "data"):
        (folder / place / "private.txt").write_text("private words")
    return folder


@pytest.fixture(scope="module")
def ours(kit: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KitProcess]:
    with KitProcess(tmp_path_factory.mktemp("ours") / "data", "--kit", str(kit)) as process:
        yield process


def _served(*options: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Try to serve what cannot be served."""
    command = [sys.executable, "-m", "workshop_kit", "serve", "--no-browser", "--port", "0"]
    return subprocess.run(
        [*command, *options], cwd=cwd, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_terminal_tells_what_differs(ours: KitProcess, kit: Path) -> None:
    said = ours.said()
    assert f"Content comes from:   {kit}" in said
    told = [line.strip() for line in said.splitlines()]
    for sentence in (
        "data/en/bread.toml is changed.",
        "workshop/checklist.md is missing.",
        "notebooks/private.txt is added.",
    ):
        assert sentence in told


def test_pages_without_a_kernel_show_the_changed_words(ours: KitProcess) -> None:
    assert "Our bread" in requests.get(f"{ours.url}/bread", timeout=20).text


@pytest.mark.parametrize(
    "path",
    [
        "/private.txt",
        "/notebooks/private.txt",
        "/data/private.txt",
        "/data/en/questions.toml",
        "/workshop-kit.toml",
        "/voila/files/private.txt",
        "/voila/files/../private.txt",
        "/static/x/../../private.txt",
    ],
)
def test_nothing_else_of_the_folder_is_served(ours: KitProcess, path: str) -> None:
    request = requests.Request("GET", ours.url).prepare()
    request.url = ours.url + path  # as it stands, with its dots
    with requests.Session() as http:
        reply = http.send(request, timeout=20)
    assert reply.status_code in {403, 404}
    assert "private words" not in reply.text


def test_what_is_changed_while_it_runs_shows_after_the_next_start(tmp_path: Path) -> None:
    kit = kit_in(tmp_path / "kit")
    recipe = kit / "data" / "en" / "bread.toml"
    with KitProcess(tmp_path / "data", "--kit", str(kit)) as process:
        assert "It is all as it comes with the kit." in process.said()
        assert "shows when you start the kit again" in process.said()
        change(recipe, bread().title, "Our bread")
        page = requests.get(f"{process.url}/bread", timeout=20)
        assert bread().title in page.text
        assert "Our bread" not in page.text
        process.stop()
        process.start()
        assert "Our bread" in requests.get(f"{process.url}/bread", timeout=20).text


def test_a_mistake_is_told_at_the_start_and_nothing_is_made(tmp_path: Path) -> None:
    kit = kit_in(tmp_path / "kit")
    spoil(kit / "data" / "en" / "join.toml")
    done = _served("--data", str(tmp_path / "data"), cwd=kit)  # found by standing in it
    assert done.returncode == 1
    [sentence] = done.stderr.splitlines()
    assert sentence.startswith("The file “data/en/join.toml” cannot be used. Look at line ")
    assert not (tmp_path / "data").exists()


def test_a_folder_that_is_none_and_data_inside_one_are_refused(tmp_path: Path) -> None:
    none = _served("--kit", str(tmp_path), "--data", str(tmp_path / "data"))
    assert none.returncode == 1
    assert "a folder made with “workshop-kit init FOLDER”" in none.stderr
    kit = kit_in(tmp_path / "kit")
    for inside in (kit, kit / "data", kit / "workshop" / "deep"):
        done = _served("--kit", str(kit), "--data", str(inside))
        assert done.returncode == 1
        assert "--data is “" in done.stderr
        assert not (inside / "sessions").exists()


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
def test_a_kit_that_is_to_outlive_its_window_does(tmp_path: Path) -> None:
    class UnderNohup(KitProcess):
        def command(self) -> list[str]:
            return ["nohup", *super().command()]

    with UnderNohup(tmp_path / "data") as process:
        assert process.process is not None
        process.process.send_signal(signal.SIGHUP)
        assert requests.get(f"{process.url}/room/help", timeout=20).ok
        assert process.process.poll() is None


@pytest.mark.skipif(os.name == "nt", reason="sends a signal")
@pytest.mark.parametrize("signal_name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_the_copy_is_gone_however_it_was_ended(tmp_path: Path, signal_name: str) -> None:
    kit = kit_in(tmp_path / "kit")
    place = tmp_path / "temporary"
    place.mkdir()
    process = KitProcess(tmp_path / "data", "--kit", str(kit))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(place))
        process.start()
    assert [path.name[:13] for path in place.iterdir() if path.name.startswith("workshop-kit-")]
    assert process.process is not None
    process.process.send_signal(getattr(signal, signal_name))
    assert process.process.wait(60) == 0
    assert [path for path in place.iterdir() if path.name.startswith("workshop-kit-")] == []
