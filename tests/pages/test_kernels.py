"""Kernels over real HTTP and websockets: what they know, who may talk to them."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.kit_process import KitProcess
from tests.pages.kernel_of_page import opened
from tests.pages.page_processes import kernels as page_kernels
from tests.people import Browser, Facilitator, Participant
from workshop_kit.errors import TooManyPages
from workshop_kit.limits import MAX_KERNELS
from workshop_kit.model import Role
from workshop_kit.pages import kernels
from workshop_kit.room.identity import Identity


async def gone(socket: WebSocketClientConnection) -> None:
    """Close a websocket, and wait until it is."""
    socket.close()
    while await socket.read_message() is not None:
        pass


def attach(person: Browser, kernel_id: str) -> int:
    """Try to open a kernel's websocket; return 101 or the status of the refusal."""
    url = f"{person.url}/api/kernels/{kernel_id}/channels?session_id=abc".replace("http", "ws", 1)
    cookies = "; ".join(f"{c.name}={c.value}" for c in person.http.cookies)

    async def connect() -> int:
        try:
            socket = await websocket_connect(HTTPRequest(url, headers={"Cookie": cookies}))
        except HTTPClientError as error:
            return error.code
        await gone(socket)
        return 101

    return asyncio.run(connect())


def test_a_kernel_answers_only_to_the_browser_for_which_it_was_started(
    server: KitProcess, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    mine, other = (Participant.joined(server.url, code) for _ in range(2))
    kernel = opened(mine, "reflect")
    assert attach(mine, kernel) == 101
    for stranger in (other, Browser(server.url), facilitator):
        assert attach(stranger, kernel) == 403
        assert stranger.ask("GET", f"/api/kernels/{kernel}").status_code == 403
        assert stranger.ask("DELETE", f"/api/kernels/{kernel}").status_code == 403
        assert stranger.ask("POST", f"/voila/api/shutdown/{kernel}").status_code == 403
    assert mine.ask("GET", f"/api/kernels/{kernel}").ok
    assert mine.ask("POST", f"/voila/api/shutdown/{kernel}").status_code == 204
    assert mine.ask("GET", f"/api/kernels/{kernel}").status_code in {403, 404}


def test_no_kernel_is_left_after_a_power_cut(own_server: KitProcess) -> None:
    mine = Facilitator.with_new_workshop(own_server.url).opened()
    opened(Participant.joined(own_server.url, mine.known()["join_code"]), "reflect")
    kernels = psutil.Process(own_server.pid).children(recursive=True)
    assert kernels
    own_server.kill()
    _gone, alive = psutil.wait_procs(kernels, timeout=10)
    assert alive == []


def test_stopping_ends_kernels_and_says_nothing_of_people(own_server: KitProcess) -> None:
    mine = Facilitator.with_new_workshop(own_server.url).opened()
    mine.question("q9", "open")
    person = Participant.joined(own_server.url, mine.known()["join_code"])
    kernel = opened(person, "reflect")
    person.put("q9", {"shape": "action", "action": "Marmalade"})
    person.ask("PUT", person.mine("entries/answer/q9"), data=b"Marmalade{")
    attach(Browser(own_server.url), kernel)
    kernels = psutil.Process(own_server.pid).children(recursive=True)
    assert own_server.stop() == 0
    assert psutil.wait_procs(kernels, timeout=10)[1] == []
    said = own_server.said().replace(own_server.start_link(), "")
    for private in ("Marmalade", kernel, mine.session, "Traceback", "127.0.0.1"):
        assert private not in said


def test_the_data_folder_may_not_lie_among_the_pages() -> None:
    inside = Path(__file__).parents[2] / "notebooks" / "data"
    command = [sys.executable, "-m", "workshop_kit", "serve", "--data", str(inside)]
    done = subprocess.run(
        [*command, "--no-browser", "--port", "0"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "--data" in done.stderr
    assert "Traceback" not in done.stderr
    assert not inside.exists()


def test_nobody_runs_code_through_a_kernels_websocket(
    server: KitProcess, facilitator: Facilitator, tmp_path: Path
) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    kernel = opened(person, "reflect")
    url = f"{person.url}/api/kernels/{kernel}/channels?session_id=abc".replace("http", "ws", 1)
    cookies = "; ".join(f"{c.name}={c.value}" for c in person.http.cookies)
    header = {"msg_id": "1", "session": "abc", "username": "", "version": "5.3"}
    code = f"open({str(tmp_path / 'made')!r}, 'w').close()"
    attempts = [
        ("shell", "execute_request", {"code": code, "silent": False}),
        ("control", "execute_request", {"code": code, "silent": False}),
        ("shell", "inspect_request", {"code": "open", "cursor_pos": 2, "detail_level": 0}),
        ("shell", "complete_request", {"code": "op", "cursor_pos": 2}),
        ("shell", "history_request", {"hist_access_type": "tail", "n": 10}),
        ("control", "debug_request", {"command": "initialize"}),
        ("shell", "kernel_info_request", {}),  # the one that is answered
    ]

    async def talk() -> set[str]:
        socket = await websocket_connect(HTTPRequest(url, headers={"Cookie": cookies}))
        for channel, kind, content in attempts:
            message = {"channel": channel, "header": {**header, "msg_type": kind}}
            rest = {"parent_header": {}, "metadata": {}, "content": content}
            await socket.write_message(json.dumps(message | rest))
        heard: set[str] = set()
        while "kernel_info_reply" not in heard:
            said = await asyncio.wait_for(socket.read_message(), 20)
            assert isinstance(said, str)
            heard.add(json.loads(said)["msg_type"])
        await gone(socket)
        return heard

    heard = asyncio.run(talk())
    assert not {kind for kind in heard if kind.endswith("_reply")} - {"kernel_info_reply"}
    assert not (tmp_path / "made").exists()


def test_a_new_passphrase_takes_the_old_ones_kernels_away(
    server: KitProcess, facilitator: Facilitator
) -> None:
    kernel = opened(facilitator, "notes")
    assert attach(facilitator, kernel) == 101
    code = facilitator.known()["join_code"]
    command = [sys.executable, "-m", "workshop_kit", "passphrase", code, "--data", str(server.data)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    assert attach(facilitator, kernel) == 403
    assert facilitator.ask("GET", f"/api/kernels/{kernel}").status_code == 403


def test_participants_without_end_leave_room_for_those_who_lead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kernels, "MIN_FREE_MEMORY", 0)
    manager = kernels.KitKernelManager()
    somebody = Identity(session="abc", role=Role.PARTICIPANT, who="def")
    manager.owners = {str(number): somebody for number in range(MAX_KERNELS)}
    with pytest.raises(TooManyPages):
        manager.check_room_for_one_more(Role.PARTICIPANT)
    for role in (Role.FACILITATOR, Role.SCRIBE, Role.PROJECTOR):
        manager.check_room_for_one_more(role)


def test_reloading_does_not_fill_the_laptop(server: KitProcess, facilitator: Facilitator) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    kernels = [opened(person, "reflect") for _ in range(4)]
    alive = [person.ask("GET", f"/api/kernels/{one}").ok for one in kernels]
    assert alive == [False, False, True, True]


def test_who_leaves_ends_every_kernel_of_that_browser_and_no_other(own_server: KitProcess) -> None:
    facilitator = Facilitator.with_new_workshop(own_server.url).opened()
    code = facilitator.known()["join_code"]
    ann, bo = (Participant.joined(own_server.url, code) for _ in range(2))
    mine, other = [opened(ann, "reflect") for _ in range(2)], opened(bo, "reflect")
    board = opened(facilitator, "facilitate")
    assert len(page_kernels(own_server.pid)) == 4
    ann.good("POST", ann.mine("leave"))
    assert len(page_kernels(own_server.pid)) == 2
    assert {ann.ask("GET", f"/api/kernels/{one}").status_code for one in mine} == {403}
    assert ann.ask("POST", f"/voila/api/shutdown/{mine[0]}").status_code == 403
    assert bo.ask("GET", f"/api/kernels/{other}").ok
    facilitator.good("POST", "/room/leave")
    assert facilitator.ask("GET", f"/api/kernels/{board}").status_code == 403
    bo.good("POST", f"/voila/api/shutdown/{other}")
    assert len(page_kernels(own_server.pid)) == 0


def test_a_page_of_an_earlier_workshop_cannot_end_what_this_one_runs(
    server: KitProcess, facilitator: Facilitator
) -> None:
    person = Participant.joined(server.url, facilitator.known()["join_code"])
    kernel = opened(person, "reflect")
    cookies = person.http.cookies.copy()
    person.ask("POST", f"/room/{'0' * 32}/participant/leave")
    person.http.cookies = cookies
    assert person.ask("GET", f"/api/kernels/{kernel}").ok
