"""Dates as people and spreadsheets write them."""

from datetime import date

import pytest

from workshop_kit.typed_date import Order, TwoDaysFit, typed_date


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22", "2026/11/22", "22/11/2026", "11/22/2026", "22.11.2026", "46348",
        "22 Nov 2026", "November 22, 2026", "22 novembre 2026", "22 nov. 2026",
        "2026-11-22 09:30:00",
    ],
)  # fmt: skip
def test_every_usual_form_is_the_same_day(text: str) -> None:
    assert typed_date(text) == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["", "soon", "31/02/2026", "2026-13-01", "12", "1 brumaire 2026"])
def test_others_are_none(text: str) -> None:
    assert typed_date(text) is None


def test_two_readings_need_an_order() -> None:
    with pytest.raises(TwoDaysFit):
        typed_date("03/04/2026")
    assert typed_date("03/04/2026", Order.DAY_FIRST) == date(2026, 4, 3)
    assert typed_date("03/04/2026", Order.MONTH_FIRST) == date(2026, 3, 4)
    assert typed_date("04/04/2026") == date(2026, 4, 4)
    assert typed_date("1er mai 2026") == date(2026, 5, 1)
