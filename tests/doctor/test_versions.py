"""Versions are compared with the bounds in the kit's own metadata."""

import importlib.metadata

import pytest

from workshop_kit.doctor.finding import State
from workshop_kit.doctor.versions import versions


def test_this_environment_is_new_enough() -> None:
    assert versions().state is State.FINE


@pytest.mark.parametrize(
    ("installed", "state"),
    [("6.4", State.FINE), ("6.5rc1", State.FINE), ("6.3.9", State.FAILS), ("", State.FAILS)],
)
def test_bounds(installed: str, state: State) -> None:
    def found(name: str) -> str:
        if not installed:
            raise importlib.metadata.PackageNotFoundError(name)
        return installed

    told = versions(["tornado>=6.4", 'other>=9; extra == "test"'], found)
    assert told.state is state
    assert ("tornado" in told.found) == (state is State.FAILS)
    assert "other" not in told.found
