"""Actions: what keeps one from being complete, clear and current is said."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_kit.action import ActionBody, ActionStatus, Lack

TODAY = date(2026, 11, 22)
WHOLE = {"what": "Ask the action team to come", "who": "Library", "by_when": "2026-12-01"}


def lacks(**changes: object) -> tuple[Lack, ...]:
    return ActionBody.model_validate(WHOLE | changes).lacks(TODAY)


def test_a_whole_action_lacks_nothing() -> None:
    assert lacks() == ()
    assert lacks(by_when=TODAY) == ()


def test_what_is_missing_is_named() -> None:
    assert lacks(who=" ") == (Lack.WHO,)
    assert lacks(by_when=None) == (Lack.BY_WHEN,)
    assert lacks(by_when=TODAY - timedelta(days=1)) == (Lack.OVERDUE,)
    assert lacks(what="Posters") == (Lack.WORDS,)
    assert lacks(what="Posters", who="", by_when=None) == (Lack.WORDS, Lack.WHO, Lack.BY_WHEN)


@given(st.sampled_from([ActionStatus.DONE, ActionStatus.DROPPED]), st.dates())
def test_what_is_over_lacks_nothing(status: ActionStatus, day: date) -> None:
    assert lacks(what="x", who="", by_when=day, status=status) == ()


@pytest.mark.parametrize(
    "spoiled",
    [{"what": " "}, {"by_when": "soon"}, {"status": "late"}, {"who": "x" * 201}, {"mail": "a"}],
)
def test_what_is_no_action_is_refused(spoiled: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ActionBody.model_validate(WHOLE | spoiled)
