"""Days as the tables tell them."""

from datetime import date

import pytest

from workshop_kit.content.dates import checked_on, published_on


def test_when_a_row_was_checked() -> None:
    assert checked_on(date(2021, 6, 3)) == "Last checked: June 3, 2021"
    assert checked_on(None) == "Last checked: date not known"


@pytest.mark.parametrize(
    ("written", "said"),
    [("", ""), ("2024", "2024"), ("2024-02", "February 2024"), ("2024-02-22", "February 22, 2024")],
)
def test_a_year_a_month_or_a_day(written: str, said: str) -> None:
    assert published_on(written) == said
