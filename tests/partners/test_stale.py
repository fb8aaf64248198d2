"""Stale records: never checked first, then the oldest."""

from datetime import date, timedelta

from tests.partners.maps import partner
from workshop_kit.partners.stale import stale

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_half_a_year_is_the_last_day_on_which_a_check_holds() -> None:
    town = {
        "a": partner("Fresh", checked_on=ago(180)),
        "b": partner("Old", checked_on=ago(181)),
        "c": partner("Older", checked_on=ago(400)),
        "d": partner("Never"),
        "e": partner("Tomorrow", checked_on=ago(-1)),
    }
    found = stale(town, TODAY)
    assert [(one.name, one.days) for one in found] == [
        ("Never", None),
        ("Older", 400),
        ("Old", 181),
    ]
    assert [one.words for one in found] == [
        "Never: nobody has checked this yet.",
        "Older: last checked 400 days ago.",
        "Old: last checked 181 days ago.",
    ]


def test_another_number_of_days_can_be_asked_for() -> None:
    town = {"a": partner("A", checked_on=ago(1)), "b": partner("B", checked_on=ago(0))}
    assert [one.words for one in stale(town, TODAY, 0)] == ["A: last checked one day ago."]
