"""Stale records: what nobody has checked for so long that it may no longer be so.

Lists of committees do go out of date: Prince George's was without meetings for six years and then
began again (Prince George Citizen, in ``data/sources.toml``).
"""

from datetime import date

from workshop_kit.model import Frozen
from workshop_kit.partners.partner_map import Partners, in_order
from workshop_kit.words import _, n_

KEPT_DAYS = 180
"""How long a check holds. Ours: half a year, since people in such posts change often."""


class Stale(Frozen):
    """A record to check. ``days`` have passed since the last check; none if there never was one."""

    id: str
    name: str
    days: int | None
    words: str


def stale(partners: Partners, today: date, kept_days: int = KEPT_DAYS) -> tuple[Stale, ...]:
    """Return records that were not checked for more than so many days.

    Those that nobody ever checked come first, then the oldest. A date after today counts as today.
    """
    found = []
    for one in in_order(partners):
        body = partners[one]
        days = None if body.checked_on is None else (today - body.checked_on).days
        if days is None or days > kept_days:
            found.append(Stale(id=one, name=body.name, days=days, words=_words(body.name, days)))
    return tuple(sorted(found, key=lambda old: (old.days is not None, -(old.days or 0))))


def _words(name: str, days: int | None) -> str:
    if days is None:
        return _("{name}: nobody has checked this yet.", name=name)
    return n_(
        "{name}: last checked one day ago.",
        "{name}: last checked {number} days ago.",
        days,
        name=name,
    )
