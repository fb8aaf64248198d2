"""Days in words, in the language in use."""

from datetime import date

from babel import Locale
from babel.dates import format_date

from workshop_kit.words import _, language


def checked_on(day: date | None) -> str:
    """Return when somebody last looked whether a row still holds."""
    if day is None:
        return _("Last checked: date not known")
    return _("Last checked: {date}", date=long_date(day))


def published_on(published: str) -> str:
    """Return a year, month or day, ``2024-02-22``, in words; nothing for nothing."""
    year, _sign, rest = published.partition("-")
    if not rest:
        return year
    if "-" in rest:
        return long_date(date.fromisoformat(published))
    return str(format_date(date.fromisoformat(f"{published}-01"), "MMMM y", locale=_locale()))


def long_date(day: date) -> str:
    """Return a day in words, such as ``November 22, 2026``."""
    return str(format_date(day, format="long", locale=_locale()))


def _locale() -> Locale:
    return Locale.parse(language(), sep="-")
