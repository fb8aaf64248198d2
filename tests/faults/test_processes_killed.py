"""Kernels, pages' processes and the fork server die in a burst: no answer notices, pages go on."""

from itertools import count
from pathlib import Path
from threading import Event

import psutil

from tests.faults.namespaces import until
from tests.faults.phones import Phone, Sending, lost_and_doubled
from tests.faults.sizes import Record, size
from tests.kit_process import KitProcess
from tests.pages.kernel_of_page import opened
from tests.pages.page_processes import fork_server, kernels, page_processes
from tests.people import Facilitator

PEOPLE = size(6, 50)
QUESTIONS = ("q2", "q3", "q4", "q5", "q8")


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
        killed, over = [], Event()

        def send_until_over(phone: Phone) -> None:
            for number in count():
                phone.send(QUESTIONS[number % len(QUESTIONS)], f"words {number}")
                if over.is_set():
                    break

        with Sending(phones, send_until_over) as going:
            for processes in (kernels, page_processes, fork_of):
                more_than(going, 5 * PEOPLE)
                killed.append(kill(processes(server.pid)))
            more_than(going, 5 * PEOPLE)
            over.set()
        assert killed[0] == PEOPLE
        assert all(killed)
        assert not going.troubles()
        assert len({opened(phone, "reflect") for phone in phones}) == PEOPLE
        assert facilitator.state()["people"]["joined"] == PEOPLE
        [path] = server.data.glob(f"sessions/*-{facilitator.session[:8]}.session")
        lost, doubled = lost_and_doubled(path, phones)
    told = {"people": PEOPLE, "processes killed": sum(killed)}
    record({**told, "acknowledged": going.acknowledged(), "lost": lost, "doubled": doubled})
    assert (lost, doubled) == (0, 0)


def more_than(going: Sending, number: int) -> None:
    """Wait until so many more answers were acknowledged."""
    before = going.acknowledged()
    until(lambda: going.acknowledged() > before + number)


def fork_of(server: int) -> list[psutil.Process]:
    """Return the fork server, in a list."""
    return [fork_server(server)]
