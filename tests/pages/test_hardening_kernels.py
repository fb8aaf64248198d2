"""Kernels of pages under attack: floods, races, files of others on the laptop, and settings.

T and a number name a finding of the research on Voilà.
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
import zmq

from tests.kit_process import KitProcess
from tests.pages.kernel_of_page import opened
from tests.pages.page_processes import kernels, page_processes
from tests.people import Facilitator, Participant
from workshop_kit.limits import MAX_SOCKETS
from workshop_kit.pages.kernels import PAGES_EACH, KitKernelManager
from workshop_kit.pages.server import kit_config
from workshop_kit.pages.stored.told_once import tell_once

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def person(server: KitProcess, facilitator: Facilitator) -> Participant:
    return Participant.joined(server.url, facilitator.known()["join_code"])


def test_t3_a_page_that_is_left_ends_its_kernel_by_a_beacon(person: Participant) -> None:
    kernel = opened(person, "reflect")
    form = {"Content-Type": "application/x-www-form-urlencoded", "X-XSRFToken": ""}
    body = f"_xsrf={person.http.cookies.get('_xsrf')}"
    address = f"/voila/api/shutdown/{kernel}"
    assert person.ask("POST", address, headers=form, data=body).status_code == 204
    assert person.ask("GET", f"/api/kernels/{kernel}").status_code == 403


def running(server: KitProcess) -> int:
    """Return how many kernels run; one that ends while they are counted makes it count again."""
    while True:
        with suppress(psutil.NoSuchProcess):
            return len(kernels(server.pid))


def at_most(server: KitProcess, number: int) -> None:
    """Wait until no more kernels run; one that was ended may still be there for a moment."""
    for _turn in range(600):
        if running(server) <= number:
            return
        time.sleep(0.1)
    raise AssertionError(f"more than {number} kernels run")


@on_linux
def test_one_browser_gets_no_more_kernels_by_asking_for_many_at_once(
    server: KitProcess, person: Participant
) -> None:
    person.ask("GET", "/reflect")
    before = running(server)
    with ThreadPoolExecutor(20) as pool:
        replies = list(pool.map(lambda _: person.ask("POST", "/kernel/reflect"), range(20)))
    assert {reply.status_code for reply in replies} <= {201, 503}
    assert all(reply.headers["Retry-After"] for reply in replies if reply.status_code == 503)
    at_most(server, before + PAGES_EACH)


@on_linux
def test_who_leaves_while_a_kernel_starts_leaves_none(
    server: KitProcess, facilitator: Facilitator
) -> None:
    code = facilitator.known()["join_code"]
    before = running(server)
    for _again in range(4):
        person = Participant.joined(server.url, code)
        person.ask("GET", "/reflect")
        with ThreadPoolExecutor(3) as pool:
            asked = [pool.submit(person.ask, "POST", "/kernel/reflect") for _ in range(2)]
            left = pool.submit(person.ask, "POST", person.mine("leave"))
            statuses = [one.result().status_code for one in asked]
        assert left.result().status_code == 204
        late = [one for one in statuses if one == 201]
        before += len(late)  # asked for after the exit, by a cookie that it has not reached yet
        at_most(server, before)


def test_an_old_cookie_wakes_nothing_after_its_owner_has_left(person: Participant) -> None:
    cookies = person.http.cookies.copy()
    person.good("POST", person.mine("leave"))
    person.http.cookies = cookies
    assert person.ask("POST", "/kernel/reflect").status_code == 401


@on_linux
def test_what_belongs_to_kernels_only_this_user_can_open(tmp_path: Path) -> None:
    with KitProcess(tmp_path / "data") as kit:
        leads = Facilitator.with_new_workshop(kit.url).opened()
        opened(leads, "notes")
        (kernel,) = kernels(kit.pid)
        sockets = {one.laddr for one in kernel.net_connections("unix") if "kernel-" in one.laddr}
        folder = Path(min(sockets)).parent
        assert all(len(path) < 100 for path in sockets), (
            "more do not fit in a socket's name on macOS"
        )
        assert folder.stat().st_mode & 0o777 == 0o700
        for file in folder.glob("*.json"):
            assert file.stat().st_mode & 0o777 == 0o600
        assert list(folder.glob("*.environment")) == [], "it was told once"
        assert kernel.cwd() != str(kit.data)
        place = Path(kernel.cwd())
        assert place.stat().st_mode & 0o777 == 0o700
        for process in (*page_processes(kit.pid), kernel):
            score = Path(f"/proc/{process.pid}/oom_score_adj").read_text()
            assert int(score) == 1000, "the system ends it before the server"
        assert kit.stop() == 0
        assert not folder.exists()
        assert not place.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own")
def test_what_a_kernel_alone_may_know_is_not_written_where_a_link_leads(tmp_path: Path) -> None:
    other = tmp_path / "of somebody else"
    other.write_text("theirs")
    (tmp_path / "kernel.json.environment").symlink_to(other)
    with pytest.raises(FileExistsError):
        tell_once(str(tmp_path / "kernel.json"), {"WORKSHOP_KIT_SESSION": "abc"})
    assert other.read_text() == "theirs"


@on_linux
def test_t5_a_kernel_that_dies_does_not_come_back_empty(own_server: KitProcess) -> None:
    leads = Facilitator.with_new_workshop(own_server.url).opened()
    dead = opened(leads, "notes")
    (kernel,) = kernels(own_server.pid)
    kernel.kill()
    kernel.wait(20)
    again = opened(leads, "notes")
    assert again != dead
    assert len(kernels(own_server.pid)) == 1


def test_t1_the_context_that_kernels_use_has_room_for_all_of_them() -> None:
    made = KitKernelManager()
    kernel, _name, _id = made.pre_start_kernel("python3", {})
    assert kernel.context is made.context
    assert kernel.context.get(zmq.MAX_SOCKETS) == MAX_SOCKETS >= 4 * 270 * 4


def test_what_voila_is_told_to_ship_with() -> None:
    """The research's "Config to ship", line by line; T1 and T2 have tests of their own."""
    told = kit_config()
    shown = told.VoilaConfiguration
    assert (shown.allow_template_override, shown.allow_theme_override) == ("NO", "NO")
    assert shown.strip_sources is True
    assert shown.show_tracebacks is False
    assert shown.file_allowlist == []
    assert told.MappingKernelManager.allow_tracebacks is False
    assert 0 < told.MappingKernelManager.cull_idle_timeout <= 900
    assert 0 < told.MappingKernelManager.cull_interval <= 60
    assert told.KernelManager.get("transport") == (None if sys.platform == "win32" else "ipc")
    assert told.KernelRestarter.restart_limit == 0
    assert told.VoilaExecutor.startup_timeout >= 300
    assert told.Voila.log_level == "WARN"
    assert told.Voila.authorizer_class.__name__ == "OwnKernelOnly"
