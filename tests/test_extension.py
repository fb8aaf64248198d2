"""The room inside a Jupyter server: closed to everybody but who is logged in, and theirs whole."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import psutil
import pytest
import requests

from tests.jupyter_process import ROOT, TOKEN, JupyterProcess
from tests.people import WORDS, write_id
from workshop_kit.model import Session
from workshop_kit.room.routes import ROUTES
from workshop_kit.store.folder import SessionFolder

SERVER = ("jupyter_server", "--ServerApp.ip=127.0.0.1", f"--ServerApp.root_dir={ROOT}")
METHODS = ("GET", "POST", "PUT", "DELETE")


@pytest.fixture(scope="module")
def jupyter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterProcess]:
    """A server that found the extension by its settings file, over an empty data folder."""
    folder = tmp_path_factory.mktemp("jupyter")
    with JupyterProcess(folder, *SERVER, data=folder / "data") as process:
        yield process


class Owner:
    """Whoever has the token, as a program."""

    def __init__(self, server: JupyterProcess) -> None:
        self.url = server.url
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"token {TOKEN}"

    def good(self, method: str, path: str, body: object = None) -> Any:
        """Send a request that must work, and return its JSON."""
        reply = self.http.request(method, f"{self.url}{path}", json=body, timeout=20)
        assert reply.ok, f"{reply.status_code} {reply.text}"
        return reply.json() if reply.content else None

    def put(self, path: str, body: dict[str, Any], revision: int = 0) -> Any:
        """Write one thing."""
        return self.good("PUT", path, {"write_id": write_id(), "revision": revision, "body": body})

    def state(self, path: str) -> dict[str, Any]:
        """Return the first thing that a feed says."""
        with self.http.get(f"{self.url}{path}", stream=True, timeout=20) as stream:
            stream.raise_for_status()
            for line in stream.iter_lines(decode_unicode=True):
                if line.startswith("data: {") and line != "data: {}":
                    found: dict[str, Any] = json.loads(line.removeprefix("data: "))
                    return found
        raise AssertionError("the feed said nothing")


@pytest.fixture
def owner(jupyter: JupyterProcess) -> Owner:
    return Owner(jupyter)


def example(pattern: str, session: str) -> str:
    """Return an address that a route answers."""
    path = pattern.replace("([0-9a-f]{32})", session, 1).replace("\\", "")
    path = re.sub(r"\(\[0-9a-f\]\{(\d+)\}\)", lambda found: "0" * int(found[1]), path)
    path = path.replace("([0-9]{1,2})", "4")
    path = re.sub(r"\((?:\w+\|)*(\w+)\)", r"\1", path)
    return re.sub(r"\(\[[^)]*\)", "q3", path)


def test_nobody_comes_in_without_jupyters_login(jupyter: JupyterProcess, owner: Owner) -> None:
    session = owner.good("GET", "/room/facilitator")["session"]
    stranger = requests.Session()
    stranger.get(f"{jupyter.url}/login", timeout=20)
    xsrf = stranger.cookies.get("_xsrf") or ""
    for pattern, _handler in ROUTES:
        address = f"{jupyter.url}{example(pattern, session)}"
        assert re.fullmatch(pattern, address.removeprefix(jupyter.url)), pattern
        for method in METHODS:
            # A handler of files that refuses ends the connection; each request has its own.
            headers = {"X-XSRFToken": xsrf, "Connection": "close"}
            reply = stranger.request(
                method, address, headers=headers, timeout=20, allow_redirects=False
            )
            assert reply.status_code == 403, (method, pattern)
            assert session not in reply.text.replace(address, "")
    assert not [cookie.name for cookie in stranger.cookies if cookie.name.startswith("kit")]


def test_a_page_of_a_workshop_is_no_way_in_either(jupyter: JupyterProcess, owner: Owner) -> None:
    code = owner.good("GET", owner_path(owner, "session"))["join_code"]
    for path in ("/facilitate", "/reflect", f"/room/notice?code={code}"):
        reply = requests.get(f"{jupyter.url}{path}", timeout=20, allow_redirects=False)
        assert reply.status_code == 403, path
        assert "Location" not in reply.headers


def owner_path(owner: Owner, rest: str, role: str = "facilitator") -> str:
    session = owner.good("GET", f"/room/{role}")["session"]
    return f"/room/{session}/{role}/{rest}"


def test_a_browser_that_is_logged_in_still_needs_the_xsrf_header(jupyter: JupyterProcess) -> None:
    browser = requests.Session()
    browser.get(f"{jupyter.url}/lab?token={TOKEN}", timeout=20)
    session = browser.get(f"{jupyter.url}/room/facilitator", timeout=20).json()["session"]
    address = f"{jupyter.url}/room/{session}/facilitator/session"
    request = {"support_person": "Rosa"}
    assert browser.put(address, json=request, timeout=20).status_code == 403
    xsrf = {"X-XSRFToken": next(c.value for c in browser.cookies if c.name == "_xsrf") or ""}
    assert browser.put(address, json=request, headers=xsrf, timeout=20).ok
    elsewhere = xsrf | {"Origin": "http://evil.example.org"}
    assert not browser.put(address, json=request, headers=elsewhere, timeout=20).ok


def test_the_owner_leads_and_tries_the_forms_out(owner: Owner) -> None:
    asked = owner_path(owner, "entries/question/q4")
    known = {e["key"]: e for e in owner.good("GET", owner_path(owner, "entries"))["entries"]}
    owner.put(asked, {"state": "open"}, known.get("q4", {}).get("revision", 0))
    before = owner.state(owner_path(owner, "feed"))["counts"]["q4"]["answered"]
    owner.put(owner_path(owner, "entries/answer/q4", "participant"), WORDS["q4"])
    mine = owner.good("GET", owner_path(owner, "entries", "participant"))["entries"]
    assert {one["key"]: one["body"] for one in mine}["q4"] == WORDS["q4"]
    assert owner.state(owner_path(owner, "feed"))["counts"]["q4"]["answered"] == before + 1


def test_the_projector_and_the_scribe_work_too(owner: Owner) -> None:
    assert owner.state(owner_path(owner, "feed", "projector"))["title"]
    owner.put(owner_path(owner, "entries/screen/projector"), {"show": "question", "question": "q3"})
    assert owner.state(owner_path(owner, "feed", "projector"))["question"] == "q3"
    assert (
        owner.good("GET", "/room/scribe")["session"]
        == owner.good("GET", "/room/facilitator")["session"]
    )


def test_addresses_of_pages_lead_to_their_notebooks(owner: Owner) -> None:
    for path, file in (("facilitate", "90-facilitate"), ("reflect", "02-reflect")):
        reply = owner.http.get(f"{owner.url}/{path}", timeout=20, allow_redirects=False)
        assert reply.headers["Location"] == f"/lab/tree/notebooks/{file}.ipynb"


def test_a_demo_is_made_and_its_file_is_let_go_at_the_end(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with JupyterProcess(tmp_path / "jupyter", *SERVER, data=data) as process:
        assert not data.exists()  # a Jupyter server that nobody uses the kit in is left alone
        owner = Owner(process)
        assert owner.good("GET", "/room/facilitator")["details"]
        missing = owner_path(owner, "entries/answer/none", "participant")
        assert owner.http.delete(f"{process.url}{missing}", json={}, timeout=20).status_code == 422
        assert process.process is not None
        files = [Path(one.path) for one in psutil.Process(process.process.pid).open_files()]
        assert [one for one in files if one.is_relative_to(data)]
        assert process.stop() == 0
        assert "Traceback" not in process.said()
    [path] = (data / "sessions").glob("*.session*")  # neither a -wal nor a -shm is left
    [(_path, session)] = SessionFolder(data).sessions()
    assert isinstance(session, Session)
    assert session.demo
    assert session.title not in process.said()
    assert path.name not in process.said()
    assert session.id not in process.said()


def test_the_named_session_is_taken_before_the_newest(tmp_path: Path) -> None:
    data = tmp_path / "data"
    made = [Session(title=title, held_on=day) for title, day in (("Old", OLD), ("New", NEW))]
    for one in made:
        SessionFolder(data).create(one).close()
    for place, named in enumerate((None, made[0].id)):
        chosen = {"WORKSHOP_KIT_SESSION": named} if named else {}
        with JupyterProcess(tmp_path / str(place), *SERVER, data=data, **chosen) as process:
            found = Owner(process).good("GET", "/room/facilitator")["session"]
        assert found == (named or made[1].id)


OLD, NEW = date(2026, 1, 5), date(2026, 2, 5)


def test_the_settings_file_turns_it_on_and_goes_into_the_wheel() -> None:
    told = "etc/jupyter/jupyter_server_config.d/workshop_kit.json"
    settings = json.loads((ROOT / told).read_text())
    assert settings == {"ServerApp": {"jpserver_extensions": {"workshop_kit.extension": True}}}
    assert f'"{told}" = "{told}"' in (ROOT / "pyproject.toml").read_text()
