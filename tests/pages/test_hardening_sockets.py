"""What may be sent to a page's kernel from a hall, over real websockets.

T and a number name a finding of the research on Voilà; see ``docs/architecture.md`` on kernels.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import psutil
import pytest
from tornado.websocket import WebSocketClientConnection, WebSocketClosedError

from tests.kit_process import KitProcess
from tests.pages.hostile import attached, comms, ended, send, states, status, talk, until
from tests.pages.kernel_of_page import opened
from tests.people import Facilitator, Participant
from workshop_kit.pages.stored.bounded import MAX_CONNECTIONS, NOT_UNDERSTOOD, TRY_LATER

MEGABYTE = 1024 * 1024
REFUSED = (
    "execute_request",
    "inspect_request",
    "complete_request",
    "history_request",
    "is_complete_request",
    "input_reply",
    "debug_request",
    "interrupt_request",
    "create_subshell_request",
    "usage_request",
)


@pytest.fixture
def person(server: KitProcess, facilitator: Facilitator) -> Participant:
    return Participant.joined(server.url, facilitator.known()["join_code"])


@pytest.fixture
def kernel(person: Participant) -> str:
    return opened(person, "reflect")


@pytest.mark.parametrize("channel", ["shell", "control", "stdin", "iopub", "nothing"])
def test_voila_section_3_a_fork_takes_no_message_that_runs_or_reads_code(
    person: Participant, kernel: str, channel: str
) -> None:
    async def use(socket: WebSocketClientConnection) -> list[dict[str, Any]]:
        code = {"code": "1/0", "cursor_pos": 1, "detail_level": 0, "value": "x", "silent": False}
        for kind in REFUSED:
            await send(socket, kind, code, channel=channel)
        await send(socket, "kernel_info_request", {})
        return await until(socket, "kernel_info_reply")

    said = talk(person, kernel, use)
    assert said[-1]["msg_type"] == "kernel_info_reply", "it goes on"
    kinds = {one["msg_type"] for one in said}
    assert kinds <= {"kernel_info_reply", "status", "iopub_welcome"}


def test_voila_section_3_another_site_cannot_open_a_socket_with_this_browsers_cookies(
    server: KitProcess, person: Participant, kernel: str, facilitator: Facilitator
) -> None:
    own = f"http://127.0.0.1:{server.port}"
    assert status(person, kernel, Origin=own) == 101
    elsewhere = ("http://elsewhere.test", "http://127.0.0.1:1", "null", f"{own}.elsewhere.test")
    for origin in elsewhere:
        assert status(person, kernel, Origin=origin) == 403
    assert status(facilitator, kernel, Origin=own) == 403, "the cookie of another role"
    assert "write_error" not in server.said()


def test_voila_section_3_only_its_own_page_can_end_a_kernel_by_a_message(
    person: Participant, kernel: str, facilitator: Facilitator
) -> None:
    other = opened(facilitator, "notes")

    async def use(socket: WebSocketClientConnection) -> None:
        await send(socket, "shutdown_request", {"restart": True}, channel="control")
        await until(socket, "shutdown_reply")

    talk(person, kernel, use)
    assert facilitator.ask("GET", f"/api/kernels/{other}").ok
    assert opened(person, "reflect") != kernel, "its page gets another"


def test_what_one_does_to_a_kernel_no_later_kernel_of_the_page_knows(
    person: Participant, kernel: str
) -> None:
    """Forks of one process: none may change it, or the memory of those that come after."""
    known, fresh = comms(person, kernel), states(person, kernel)
    changed = {
        "method": "update",
        "state": {"words": {"title": "Forged"}, "_esm": "alert(1)", "layout": "IPY_MODEL_gone"},
    }

    async def use(socket: WebSocketClientConnection) -> None:
        made = {"state": {"_model_name": "TextModel", "value": "mine"}, "buffer_paths": []}
        new = {"comm_id": "mine", "target_name": "jupyter.widget", "data": made}
        await send(socket, "comm_open", new, version="2.1.0")
        for comm in known:
            content = {"comm_id": comm, "data": changed}
            await send(socket, "comm_msg", content)
        for comm in known[:5]:
            await send(socket, "comm_close", {"comm_id": comm, "data": {}})
        await send(socket, "kernel_info_request", {})
        await until(socket, "kernel_info_reply")

    talk(person, kernel, use)
    assert comms(person, kernel) != known
    later = opened(person, "reflect")
    assert comms(person, later) == known
    assert states(person, later) == fresh


@pytest.mark.parametrize("module", ["os", "subprocess", "../../etc/passwd", 7, None])
def test_opening_a_widget_of_any_module_imports_nothing(
    person: Participant, kernel: str, module: object
) -> None:
    async def use(socket: WebSocketClientConnection) -> list[dict[str, Any]]:
        state = {"_model_module": module, "_model_name": "system", "_view_module": module}
        data = {"state": state, "buffer_paths": []}
        new = {"comm_id": "mine", "target_name": "jupyter.widget", "data": data}
        await send(socket, "comm_open", new, version="2.1.0")
        unknown = {"comm_id": "other", "target_name": "os.system", "target_module": "os"}
        await send(socket, "comm_open", unknown | {"data": {}})
        await send(socket, "kernel_info_request", {})
        return await until(socket, "kernel_info_reply")

    said = talk(person, kernel, use)
    assert said[-1]["msg_type"] == "kernel_info_reply"
    assert "Traceback" not in str(said)
    assert "site-packages" not in str(said)


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        bytes(8),
        b"\xff" * 64,
        (2**62).to_bytes(8, "little") + b"x" * 64,
        b"".join(number.to_bytes(8, "little") for number in (6, 56, 60, 56, 60, 56, 60)) + b"xxxx",
        b"".join(number.to_bytes(8, "little") for number in (6, 56, 56, 56, 56, 56, 2**40)),
        "[]",
        "{}",
        "7",
        '{"header": 7, "channel": "shell"}',
        '{"header": {"msg_type": []}, "channel": []}',
        "Marmalade{",
    ],
    ids=repr,
)
def test_what_is_no_message_ends_its_connection_and_no_other(
    server: KitProcess, person: Participant, kernel: str, broken: str | bytes
) -> None:
    before = len(server.said())

    async def use(other: WebSocketClientConnection) -> list[dict[str, Any]]:
        socket = await attached(person, kernel, session="broken")
        await socket.write_message(broken, binary=isinstance(broken, bytes))
        await ended(socket)
        assert socket.close_code == NOT_UNDERSTOOD
        await send(other, "kernel_info_request", {})
        return await until(other, "kernel_info_reply")

    assert talk(person, kernel, use)[-1]["msg_type"] == "kernel_info_reply"
    said = server.said()[before:]
    assert "Marmalade" not in said
    assert "Uncaught" not in said


def test_t1_a_kernel_has_only_so_many_connections(
    server: KitProcess, person: Participant, kernel: str
) -> None:
    """Each takes four sockets of those that all kernels share."""
    before = len(server.said())

    async def use(first: WebSocketClientConnection) -> list[dict[str, Any]]:
        names = [f"session-{number}" for number in range(MAX_CONNECTIONS + 3)]
        sockets = [await attached(person, kernel, name) for name in names]
        for one in sockets[MAX_CONNECTIONS - 1 :]:
            await ended(one)
            assert one.close_code == TRY_LATER
        for one in sockets[: MAX_CONNECTIONS - 1]:
            one.close()
            await ended(one)
        again = await attached(person, kernel, "later")
        again.close()
        await ended(again)
        await send(first, "kernel_info_request", {})
        return await until(first, "kernel_info_reply")

    assert talk(person, kernel, use)[-1]["msg_type"] == "kernel_info_reply"
    assert "ERROR" not in server.said()[before:]


async def _names_of_megabytes(socket: WebSocketClientConnection) -> None:
    try:
        for number in range(24):
            name = f"{number}-{'x' * 9 * MEGABYTE}"
            await send(socket, "kernel_info_request", {}, name=name)
    except WebSocketClosedError:
        return


async def _reads_nothing(socket: WebSocketClientConnection) -> None:
    await _names_of_megabytes(socket)
    await ended(socket)
    assert socket.close_code is None, "it was cut off"


async def _reads_all(socket: WebSocketClientConnection) -> None:
    for number in range(24):
        name = f"{number}-{'x' * 9 * MEGABYTE}"
        await send(socket, "kernel_info_request", {}, name=name)
        await until(socket, "kernel_info_reply")


@pytest.mark.parametrize(("use", "megabytes"), [(_reads_nothing, 500), (_reads_all, 200)])
def test_large_messages_do_not_stay_in_the_server(
    server: KitProcess,
    person: Participant,
    kernel: str,
    use: Callable[[WebSocketClientConnection], Any],
    megabytes: int,
) -> None:
    before = psutil.Process(server.pid).memory_info().rss
    talk(person, kernel, use)
    assert psutil.Process(server.pid).memory_info().rss - before < megabytes * MEGABYTE
    assert comms(person, opened(person, "reflect"))


def test_a_message_that_is_too_large_ends_the_connection_only(
    person: Participant, kernel: str
) -> None:
    async def use(other: WebSocketClientConnection) -> list[dict[str, Any]]:
        socket = await attached(person, kernel, session="large")
        with suppress(WebSocketClosedError):
            await send(socket, "comm_msg", {"comm_id": "x" * 11 * MEGABYTE, "data": {}})
        await ended(socket)
        await send(other, "kernel_info_request", {})
        return await until(other, "kernel_info_reply")

    assert talk(person, kernel, use)[-1]["msg_type"] == "kernel_info_reply"
