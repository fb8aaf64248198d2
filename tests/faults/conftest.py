"""What each fault came to is recorded, for ``benchmarks/faults.py``."""

from collections.abc import Callable, Mapping

import pytest

from tests.faults.sizes import Record


@pytest.fixture
def record(record_property: Callable[[str, object], None]) -> Record:
    """Write down figures by their names."""

    def write(told: Mapping[str, object]) -> None:
        for name, value in told.items():
            record_property(name, value)

    return write
