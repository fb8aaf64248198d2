"""A clock that is wrong destroys nothing."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workshop_kit.destroying.days import FILE, believe, note_day, seen_days
from workshop_kit.model import Session, SessionState

EVENING = date(2026, 11, 1)
CLOSED = Session(
    title="a", state=SessionState.CLOSED, held_on=EVENING, closed_on=EVENING, keep_days=14
)
DUE = EVENING + timedelta(days=14)


def allows(day: date, *seen: date) -> bool:
    return believe(day, seen, [CLOSED]).allows(DUE)


def test_on_a_usual_evening_the_day_is_believed() -> None:
    assert not allows(DUE - timedelta(days=1), EVENING)
    assert allows(DUE, EVENING)
    assert allows(DUE)


def test_a_clock_of_1970_is_behind_and_destroys_nothing() -> None:
    found = believe(date(1970, 1, 1), [EVENING], [CLOSED])
    assert found.behind
    assert not found.allows(date(1969, 1, 1))


def test_a_clock_of_2099_needs_a_second_look_on_another_day() -> None:
    wrong = date(2099, 1, 1)
    assert believe(wrong, [EVENING], [CLOSED]).leap
    assert not allows(wrong, EVENING)
    assert not allows(wrong, EVENING, wrong)  # the same day seen twice is one look
    assert allows(wrong + timedelta(days=1), EVENING, wrong)


def test_whoever_uses_the_kit_twice_a_year_gets_there_too() -> None:
    spring, summer = date(2027, 3, 1), date(2027, 8, 1)
    assert not allows(spring, EVENING)
    assert believe(summer, [spring], [CLOSED]).leap
    assert allows(summer, spring)


def test_a_day_of_a_clock_that_was_set_right_since_counts_no_more(tmp_path: Path) -> None:
    for day in (EVENING, date(2099, 1, 1), EVENING + timedelta(days=1)):
        note_day(tmp_path, day)
    assert seen_days(tmp_path) == [EVENING, EVENING + timedelta(days=1)]
    assert [p.name for p in tmp_path.iterdir()] == [FILE]


def test_what_was_noted_and_cannot_be_read_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    for content in ("", "[]", '{"days": ["x"]}', '{"days": 3}'):
        (tmp_path / FILE).write_text(content)
        assert seen_days(tmp_path) == []
    note_day(tmp_path / "nowhere", EVENING)


DAYS = st.dates(date(1970, 1, 1), date(2100, 1, 1))


@given(day=DAYS, seen=st.lists(DAYS, max_size=3))
def test_nothing_is_destroyed_before_its_day_or_on_one_look_far_ahead(
    day: date, seen: list[date]
) -> None:
    allowed = allows(day, *seen)
    assert not (allowed and day < DUE)
    if allowed:
        before = [one for one in [*seen, EVENING] if one < day]
        assert day - max(before) <= timedelta(days=60) or any(one >= DUE for one in before)
