"""Logs hold no ids, addresses, codes or words of people."""

import logging

import pytest

from workshop_kit.pages.logs import ScrubbingFormatter, of_use


@pytest.mark.parametrize(
    "private",
    [
        "3e009a06-3b57-4c51-a76a-2f38810c1f9c",
        "0123456789abcdef0123456789abcdef",
        "192.168.8.10",
        "fe80::1ff:fe23:4567:890a",
        "::1",
    ],
)
def test_private_things_are_taken_out(private: str) -> None:
    record = logging.makeLogRecord({"msg": f"GET /api/kernels/x ({private}) failed"})
    line = ScrubbingFormatter().format(record)
    assert private not in line
    assert line.startswith("GET /api/kernels")


@pytest.mark.parametrize("address", ["/j/K7M4QX", "/room/notice?code=K7M4QX"])
def test_codes_are_taken_out(address: str) -> None:
    line = ScrubbingFormatter().format(logging.makeLogRecord({"msg": f"404 GET {address} 1ms"}))
    assert "K7M4QX" not in line
    assert line.endswith("1ms")


@pytest.mark.parametrize("forged", ["\x1b[31m", "\nERROR kit: stop", "\x9b2J", "\r", "\u202e"])
def test_nobody_writes_the_terminal_from_outside(forged: str) -> None:
    line = ScrubbingFormatter().format(logging.makeLogRecord({"msg": f"403 GET /a{forged}b"}))
    assert forged not in line
    assert len(line.splitlines()) == 1
    assert line.isprintable()


def test_pings_of_other_peoples_parts_are_not_told() -> None:
    record = logging.makeLogRecord({"msg": "The websocket_ping_timeout (90) cannot be longer"})
    assert not of_use(record)
    refused = "403 GET /api/kernels/x (127.0.0.1): not authorized"
    assert not of_use(logging.makeLogRecord({"msg": refused}))
    ended = "AsyncIOLoopKernelRestarter: kernel x restarted failed!"
    assert not of_use(logging.makeLogRecord({"msg": ended}))
    assert of_use(logging.makeLogRecord({"msg": "The disk is full"}))


def test_times_and_plain_words_stay() -> None:
    text = "Starting at 14:02: nine questions"
    assert ScrubbingFormatter().format(logging.makeLogRecord({"msg": text})) == text


def test_a_traceback_says_where_and_never_what() -> None:
    try:
        int("what somebody wrote")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
    record = logging.makeLogRecord({"msg": "Uncaught", "exc_info": info})
    line = ScrubbingFormatter().format(record)
    assert "what somebody wrote" not in line
    assert "ValueError" in line
    assert "test_logs.py" in line
