"""Fit: five questions, each yes, no or not known."""

import pytest
from pydantic import ValidationError

from workshop_kit.committee_fit import Criterion, FitBody


def test_questions_are_told_by_their_answers_in_order() -> None:
    fit = FitBody(issue=True, capacity=True, place=False)
    assert fit.answered(answer=True) == (Criterion.ISSUE, Criterion.CAPACITY)
    assert fit.answered(answer=False) == (Criterion.PLACE,)
    assert fit.answered(answer=None) == (Criterion.PEOPLE, Criterion.WILLINGNESS)


def test_a_fit_asks_what_the_criteria_are_and_nothing_else() -> None:
    assert set(FitBody.model_fields) == set(Criterion)
    with pytest.raises(ValidationError):
        FitBody.model_validate({"issue": "maybe"})
