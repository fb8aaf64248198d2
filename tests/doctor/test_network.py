"""Addresses, ports and who holds them, with real sockets."""

import socket
from collections.abc import Iterator

import psutil
import pytest

from tests.kit_process import KitProcess, free_port
from workshop_kit.doctor.finding import State
from workshop_kit.doctor.network import addresses, isolation, port


@pytest.mark.parametrize(
    ("urls", "state", "said"),
    [
        ([], State.LOOK, "in no network"),
        (["http://192.168.8.10:8765"], State.FINE, "http://192.168.8.10:8765"),
        (["http://192.168.8.10:8765", "http://10.0.0.2:8765"], State.LOOK, "one of these"),
        (["http://142.58.103.7:8765"], State.LOOK, "http://142.58.103.7:8765"),
    ],
)
def test_addresses(urls: list[str], state: State, said: str) -> None:
    found = addresses(urls)
    assert found.state is state
    assert said in found.found
    assert bool(found.to_do) == (state is not State.FINE)


@pytest.fixture
def held() -> Iterator[int]:
    with socket.socket() as holding:
        holding.bind(("127.0.0.1", 0))
        holding.listen()
        yield holding.getsockname()[1]


def test_a_free_port_is_fine_and_stays_free() -> None:
    number = free_port()
    assert [port(number).state for _ in range(2)] == [State.FINE, State.FINE]


def test_another_program_is_named(held: int) -> None:
    found = port(held)
    assert found.state is State.FAILS
    assert str(held) in found.found
    assert psutil.Process().name() in found.found or "another program" in found.found
    assert "--port" in found.to_do


def test_a_kit_that_runs_already_is_known(server: KitProcess) -> None:
    found = port(server.port)
    assert found.state is State.LOOK
    assert "A kit is running already" in found.found


def test_the_way_to_try_the_wifi_names_the_address() -> None:
    assert "http://192.168.8.10:8765" in isolation(["http://192.168.8.10:8765"]).to_do
    assert isolation([]).state is State.LOOK
