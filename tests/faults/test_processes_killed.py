"""Kernels, pages' processes and the fork server die in a burst: no answer notices, pages go on."""

from pathlib import Path

import psutil

from tests.faults.namespaces import until
from tests.faults.phones import Phone, Sending, lost_and_doubled
from tests.faults.sizes import Record, size
from tests.kit_process import KitProcess
from tests.pages.kernel_of_page import opened
from tests.pages.page_processes import fork_server, kernels, page_processes
from tests.people import Facilitator

PEOPLE, EACH = size(6, 50), size(60, 100)
QUESTIONS = ("q2", "q3", "q4", "q5", "q8")


def many(phone: Phone) -> None:
    for number in range(EACH):
        phone.send(QUESTIONS[number % len(QUESTIONS)], f"words {number}")


def kill(processes: list[psutil.Process]) -> int:
    """Kill processes as a full memory would; return how many there were."""
    for process in processes:
        process.kill()
    psutil.wait_procs(processes, timeout=20)
    return len(processes)


def test_answers_go_on_whatever_dies_beside_the_server(tmp_path: Path, record: Record) -> None:
    with KitProcess(tmp_path / "data") as server:
        facilitator = Facilitator.with_new_workshop(server.url).opened()
        facilitator.open_all()
        phones = Phone.several(PEOPLE, server.url, facilitator.known()["join_code"])
        for phone in phones:
            opened(phone, "reflect")
        killed = []
        with Sending(phones, many) as going:
            for part, processes in enumerate((kernels, page_processes, fork_of), 1):
                until(lambda: going.acknowledged() >= PEOPLE * EACH * part // 5)  # noqa: B023
                killed.append(kill(processes(server.pid)))
            assert going.acknowledged() < PEOPLE * EACH, "it was over before the kill"
        assert killed[0] == PEOPLE
        assert all(killed)
        assert not going.troubles()
        assert len({opened(phone, "reflect") for phone in phones}) == PEOPLE
        assert facilitator.state()["people"]["joined"] == PEOPLE
        [path] = server.data.glob(f"sessions/*-{facilitator.session[:8]}.session")
        lost, doubled = lost_and_doubled(path, phones)
    told = {"people": PEOPLE, "processes killed": sum(killed)}
    record({**told, "acknowledged": going.acknowledged(), "lost": lost, "doubled": doubled})
    assert (lost, doubled, going.acknowledged()) == (0, 0, PEOPLE * EACH)


def fork_of(server: int) -> list[psutil.Process]:
    """Return the fork server, in a list."""
    return [fork_server(server)]
