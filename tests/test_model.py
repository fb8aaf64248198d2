"""Ids, codes and sessions."""

import re
from datetime import UTC, date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_kit.model import (
    CODE_LETTERS,
    Hold,
    Session,
    SessionDetails,
    SessionState,
    Write,
    new_code,
    new_id,
    now,
    plain_code,
    shown_code,
    today,
)

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The machine may be busy with other things."""


def test_ids_are_32_digits_and_never_the_same() -> None:
    ids = [new_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in ids)


def test_codes_are_easy_to_read_out() -> None:
    codes = "".join(new_code() for _ in range(500))
    assert set(codes) <= set(CODE_LETTERS)
    assert set("0O1IL5S2Z8BAEIOU").isdisjoint(CODE_LETTERS)
    assert len(codes) == 500 * 6


@PATIENT
@given(st.text(sorted(CODE_LETTERS), min_size=6, max_size=6))
def test_a_code_is_known_as_shown_and_as_typed(code: str) -> None:
    assert plain_code(shown_code(code)) == plain_code(f" {code.lower()}-") == code


@PATIENT
@given(st.text(max_size=30))
def test_anything_may_be_typed_as_a_code(typed: str) -> None:
    found = plain_code(typed)
    assert plain_code(found) == plain_code(found.lower())


def test_the_time_is_utc_to_the_second() -> None:
    assert now().tzinfo is UTC
    assert now().microsecond == 0
    assert abs((now().date() - today()).days) <= 1


def test_a_session_tells_details_and_keeps_secrets() -> None:
    session = Session(title="Evening", passphrase_hash="hash", community="Hope")
    told = session.details.model_dump()
    assert told["community"] == "Hope"
    assert set(told) == set(SessionDetails.model_fields)
    assert {"join_code", "scribe_code", "projector_code", "passphrase_hash"}.isdisjoint(told)
    codes = {session.join_code, session.scribe_code, session.projector_code}
    assert len(codes) == 3


def test_a_session_is_to_be_destroyed_some_days_after_closing() -> None:
    session = Session(title="Evening", keep_days=30)
    assert session.destroy_on is None
    closed_on = date(2026, 11, 22)
    closed = session.model_copy(update={"state": SessionState.CLOSED, "closed_on": closed_on})
    assert closed.destroy_on == closed_on + timedelta(days=30)


@pytest.mark.parametrize(
    "details",
    [
        {},
        {"title": "  "},
        {"title": "\x00"},
        {"title": "x" * 121},
        {"title": "x", "keep_days": 0},
        {"title": "x", "keep_days": 366},
        {"title": "x", "community": "y" * 201},
        {"title": "x", "purpose": "y" * 2001},
        {"title": "x", "community": "\ud800"},
        {"title": "x", "roles_present": ["teacher"]},
        {"title": "x", "unknown": 1},
    ],
)
def test_details_that_cannot_be(details: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        SessionDetails.model_validate(details)


def test_names_in_details_stay_as_typed() -> None:
    details = SessionDetails(title=" kʷikʷəƛ̓əm\x00 ", community="Sḵwx̱wú7mesh")
    assert (details.title, details.community) == ("kʷikʷəƛ̓əm", "Sḵwx̱wú7mesh")


@pytest.mark.parametrize("field", ["key", "write_id"])
@pytest.mark.parametrize("value", ["", "a b", "x" * 65, "q3/..", "é", "\x00", "q3\n"])
def test_keys_are_plain(field: str, value: str) -> None:
    fields = {"kind": "answer", "key": "q3", "author": "a", "write_id": "w", "body": {}}
    Write.model_validate(fields)
    with pytest.raises(ValidationError):
        Write.model_validate(fields | {field: value})


def test_values_do_not_change() -> None:
    session = Session(title="Evening")
    with pytest.raises(ValidationError):
        session.title = "Another"


def test_a_session_is_due_on_the_day_people_were_told_unless_it_is_held() -> None:
    closed = Session(title="a", closed_on=date(2026, 11, 1), keep_days=14)
    assert Session(title="a").due_on is None
    assert closed.due_on == closed.destroy_on == date(2026, 11, 15)
    for until, due in (
        (None, None),
        (date(2026, 12, 24), date(2026, 12, 25)),
        (date(2026, 11, 3), date(2026, 11, 15)),
    ):
        held = closed.model_copy(update={"hold": Hold(reason="A board asked", until=until)})
        assert held.due_on == due
        assert held.destroy_on == date(2026, 11, 15)
        assert held.kept_longer is (due != closed.due_on)


def test_a_hold_before_closing_counts_from_today() -> None:
    early = Session(title="a", keep_days=14)
    assert not early.kept_longer
    for days, longer in ((13, False), (14, True)):
        until = today() + timedelta(days=days)
        held = early.model_copy(update={"hold": Hold(reason="A board asked", until=until)})
        assert held.kept_longer is longer
