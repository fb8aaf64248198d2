"""A hall's network that loses three packets of ten: answers take longer, and arrive once."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.namespaces import Namespace, needs
from tests.faults.sizes import Record

ROOT = Path(__file__).parents[2]


@pytest.fixture
def network() -> Iterator[Namespace]:
    needs("--net", "ip", "nft")
    with Namespace("--net", "ip link set lo up") as made:
        yield made


def test_answers_arrive_once_through_a_network_that_loses_packets(
    network: Namespace, tmp_path: Path, record: Record
) -> None:
    here = [sys.executable, "-m", "tests.faults.lossy_evening", str(tmp_path / "data")]
    said = json.loads(network.run(*here).splitlines()[-1])
    record(said)
    assert said["dropped"] > 0
    assert said["acknowledged"] == said["people"] * said["each"]
    assert (said["lost"], said["doubled"]) == (0, 0)
