"""Dates as people and spreadsheets write them."""

import re
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

_FIRST_DAY = date(1899, 12, 30)
"""Spreadsheets count days from here."""
_PATTERNS = ("%d-%b-%Y", "%d-%b-%y", "%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%Y/%m/%d")
_FRENCH = {
    "janvier": 1, "janv": 1, "fevrier": 2, "fevr": 2, "février": 2, "févr": 2, "mars": 3,
    "avril": 4, "avr": 4, "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "août": 8, "aout": 8,
    "septembre": 9, "sept": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
    "déc": 12,
}  # fmt: skip


class Order(StrEnum):
    """Which of the first two numbers is the day, as in 03/04/2026."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class TwoDaysFit(ValueError):
    """A date can be read in two ways."""


def typed_date(text: str, order: Order | None = None) -> date | None:
    """Return a date, or ``None`` where a text is none; a time of day is left out.

    Raises
    ------
    TwoDaysFit
        Day and month could be either, and ``order`` does not tell.
    """
    short = re.sub(r"[ T]\d{1,2}:\d{2}.*$", "", text)
    if iso := re.fullmatch(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})", short):
        return _real(int(iso[1]), int(iso[2]), int(iso[3]))
    if numbers := two_numbers(short):
        return _day_and_month(*numbers, order)
    if re.fullmatch(r"[0-9]{5}", short):
        return _FIRST_DAY + timedelta(days=int(short))
    return _in_words(" ".join(short.replace(",", " ").replace(".", " ").split()))


def two_numbers(text: str) -> tuple[int, int, int] | None:
    """Return the three numbers of a date such as 03/04/2026 as they stand."""
    found = re.fullmatch(r"([0-9]{1,2})[-./ ]([0-9]{1,2})[-./ ]([0-9]{4})", text)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _day_and_month(one: int, two: int, year: int, order: Order | None) -> date | None:
    if one != two and max(one, two) <= 12:
        if order is None:
            raise TwoDaysFit
        day_first = order is Order.DAY_FIRST
        return _real(year, two, one) if day_first else _real(year, one, two)
    return _real(year, one, two) if two > 12 else _real(year, two, one)


@lru_cache(maxsize=1_000)  # a long list holds the same words again and again
def _in_words(text: str) -> date | None:
    for pattern in _PATTERNS:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    french = re.fullmatch(r"([0-9]{1,2})(?:er)? ([^\W\d]+) ([0-9]{4})", text.casefold())
    month = _FRENCH.get(french[2]) if french else None
    return _real(int(french[3]), month, int(french[1])) if french and month else None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
