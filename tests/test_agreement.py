"""The group's agreement: who said yes said it to these lines, and few are never counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_kit.agreement import FEWEST_COUNTED, MAX_LINES, AgreementBody, ConsentBody

LINES = ("Anyone may pass.", "Listen to the end.")
OURS = AgreementBody(lines=LINES)
OTHERS = AgreementBody(lines=LINES[::-1])


def said(agreement: AgreementBody, *, yes: bool, number: int) -> tuple[dict[str, object], int]:
    return ConsentBody(mark=agreement.mark, can_live_with_it=yes).model_dump(), number


def test_its_mark_is_that_of_its_lines_in_their_order() -> None:
    assert OURS.mark == AgreementBody(lines=LINES, agreed=True).mark
    assert OURS.mark != OTHERS.mark


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_only_what_was_said_of_these_lines_counts(yes: int, no: int, others: int) -> None:
    bodies = [
        said(OURS, yes=True, number=yes),
        said(OURS, yes=False, number=no),
        said(OTHERS, yes=True, number=others),
    ]
    told = OURS.counted(bodies)
    assert told["answered"] == yes + no
    shown = yes + no >= FEWEST_COUNTED
    assert told["can_live_with_it"] == (yes if shown else None)
    assert told["not_yet"] == (no if shown else None)


@pytest.mark.parametrize(
    "lines",
    [(), ("",), ("  ",), ("same", "same"), ("x" * 201,), tuple(map(str, range(MAX_LINES + 1)))],
    ids=["none", "empty", "blank", "twice", "long", "many"],
)
def test_what_is_no_agreement(lines: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError):
        AgreementBody(lines=lines)
