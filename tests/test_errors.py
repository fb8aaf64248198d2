"""Errors: one code each, and a sentence that quotes the value."""

import inspect
import pickle

import pytest

from workshop_kit import destroy_errors, errors, file_errors, start_errors, theme_errors
from workshop_kit.errors import KitError
from workshop_kit.file_errors import Trouble

ALL = [
    error
    for module in (errors, destroy_errors, file_errors, start_errors, theme_errors)
    for _, error in inspect.getmembers(module, inspect.isclass)
    if issubclass(error, KitError) and error.__module__ == module.__name__ and error is not KitError
]


def made(error: type[KitError]) -> KitError:
    """Make an error with a value for each of its parameters."""
    needed = inspect.signature(error).parameters.values()
    values: dict[object, object] = {int: 7, float: 7.0, Trouble: Trouble.LOCKED, "value": "K7M"}
    return error(*(values.get(p.annotation, values.get(p.name, "K7M")) for p in needed))


def test_codes_are_unique() -> None:
    codes = [error.code for error in ALL]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("error", ALL, ids=lambda error: str(error.code))
def test_each_has_a_sentence_and_a_status(error: type[KitError]) -> None:
    problem = made(error)
    assert problem.message == str(problem)
    assert "{" not in problem.message
    assert 400 <= problem.status < 600


@pytest.mark.parametrize("error", ALL, ids=lambda error: str(error.code))
def test_each_crosses_to_another_process_as_it_is(error: type[KitError]) -> None:
    problem = made(error)
    crossed = pickle.loads(pickle.dumps(problem))  # noqa: S301 - our own, a line ago
    assert type(crossed) is error
    assert vars(crossed) == vars(problem)
    assert str(crossed) == str(problem)


def test_values_are_quoted() -> None:
    assert "“K7M”" in errors.UnknownCode("K7M").message
    assert errors.ContentError("a {brace} stays").message == "a {brace} stays"


def test_waiting_is_told_in_whole_seconds() -> None:
    assert errors.SlowDown(0.2).seconds == 1
    assert "10 seconds" in errors.SlowDown(9.6).message


def test_what_was_not_saved_is_said_with_its_reason() -> None:
    said = {trouble: file_errors.CannotSave(trouble).message for trouble in Trouble}
    assert len(set(said.values())) == len(Trouble)
    assert "disk" in said[Trouble.DISK_FULL]
    assert all("Your words stay here" in message for message in said.values())
