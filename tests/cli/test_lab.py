"""JupyterLab on the kit's notebooks: which folder, on this laptop only, with a room in it."""

import subprocess
import sys
from pathlib import Path

import psutil
import pytest
import requests

from tests.cli.terminal import Run
from tests.jupyter_process import TOKEN, JupyterProcess
from workshop_kit.content import files
from workshop_kit.content.copy_out import copy_out
from workshop_kit.content.marker import MARKER

LOGIN = {"Authorization": f"token {TOKEN}"}


def answered(lab: JupyterProcess, path: str) -> requests.Response:
    """Ask as whoever has the token."""
    reply = requests.get(f"{lab.url}{path}", headers=LOGIN, timeout=20, allow_redirects=False)
    assert reply.ok, reply.text
    return reply


def test_it_opens_a_folder_of_ones_own_on_this_laptop_only(tmp_path: Path) -> None:
    ours, data = tmp_path / "our kit", tmp_path / "data"
    copy_out(ours)
    command = ("workshop_kit", "lab", str(ours), "--data", str(data))
    with JupyterProcess(tmp_path / "jupyter", *command, data=tmp_path / "other") as lab:
        listed = {one["name"] for one in answered(lab, "/api/contents").json()["content"]}
        assert {"notebooks", "data", "workshop", MARKER} == listed
        assert answered(lab, "/room/facilitator").json()["session"]
        where = answered(lab, "/facilitate").headers["Location"]
        assert where == "/lab/tree/notebooks/90-facilitate.ipynb"
        assert lab.process is not None
        heard = psutil.Process(lab.process.pid).net_connections(kind="inet")
        assert {one.laddr.ip for one in heard if one.status == psutil.CONN_LISTEN} == {"127.0.0.1"}
        assert requests.get(f"{lab.url}/room/facilitator", timeout=20).status_code == 403
    assert list((data / "sessions").glob("*.session"))
    assert not (tmp_path / "other").exists()


def test_without_a_folder_it_opens_the_one_it_is_started_in(tmp_path: Path) -> None:
    lab = JupyterProcess(tmp_path / "ours", "workshop_kit", "lab", data=tmp_path / "data")
    copy_out(tmp_path / "copied")
    for made in (tmp_path / "copied").iterdir():
        made.rename(lab.folder / made.name)
    with lab:
        listed = {one["name"] for one in answered(lab, "/api/contents").json()["content"]}
        assert MARKER in listed


def test_in_a_checkout_it_opens_that(tmp_path: Path) -> None:
    with JupyterProcess(tmp_path / "lab", "workshop_kit", "lab", data=tmp_path / "data") as lab:
        listed = {one["name"] for one in answered(lab, "/api/contents").json()["content"]}
        assert {"notebooks", "pyproject.toml"} <= listed


def test_nothing_from_outside_is_asked_for(tmp_path: Path) -> None:
    with JupyterProcess(tmp_path / "lab", "workshop_kit", "lab", data=tmp_path / "data") as lab:
        assert answered(lab, "/lab/api/news").json() == {"news": []}
        update = requests.get(f"{lab.url}/lab/api/update", headers=LOGIN, timeout=20)
        assert update.json()["notification"] is None


def test_a_folder_that_is_none_is_told(run: Run, tmp_path: Path) -> None:
    said = run("lab", str(tmp_path))
    assert said.code == 1
    assert str(tmp_path) in said.err
    assert "workshop-kit init FOLDER" in said.err


def test_installed_without_a_checkout_it_says_how_to_get_notebooks(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = files.original_folder("notebooks").parent
    monkeypatch.setattr(files, "_PLACES", (packaged, packaged))
    monkeypatch.delenv(files.KIT_FOLDER, raising=False)
    said = run("lab")
    assert said.code == 1
    assert "workshop-kit init FOLDER, then workshop-kit lab FOLDER" in said.err


@pytest.mark.parametrize("port", ["lots", "70000"])
def test_a_port_that_is_none_is_told(run: Run, port: str) -> None:
    said = run("lab", "--port", port)
    assert said.code == 1
    assert port in said.err


def test_without_jupyterlab_it_says_what_installs_it(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['jupyterlab'] = None\n"
        "from workshop_kit.cli import main\n"
        "sys.argv = ['workshop-kit', 'lab']; main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert ended.returncode == 1
    assert 'pip install "workshop-kit[lab]"' in ended.stderr
