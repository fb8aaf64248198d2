"""One cell of a partner list as a value, or a sentence that says why it is none."""

import re
from typing import NamedTuple

from workshop_kit.partner import MAX_NAME, PartnerKind, Status, has_street_address
from workshop_kit.partners.folded import folded
from workshop_kit.partners.names import KINDS, PARTNER_FIELDS, STATUSES, shown
from workshop_kit.partners.vocabulary import Vocabulary
from workshop_kit.text import one_line
from workshop_kit.typed_date import Order, TwoDaysFit, two_numbers, typed_date
from workshop_kit.words import _

_LONGEST = 200
_QUOTED = 60
"""Letters of a value that a sentence quotes."""
_LISTED = re.compile(r"[;|\n\r]+")
_LOOSELY_LISTED = re.compile(r"[,/]+")
_KEY = re.compile(r"[A-Za-z0-9_-]{1,64}")
_KEY_OF_SEVERAL_WORDS = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")


class Found(NamedTuple):
    """What a cell holds: ``value`` is ``None`` where it holds nothing that can be taken.

    ``more`` are words that belong into another field: what a partner brings, in words.
    """

    value: object = None
    told: tuple[str, ...] = ()
    more: str = ""


def quoted(text: str) -> str:
    """Return a value as a sentence quotes it: on one line, and not too long."""
    line = str(one_line(text))
    return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"


def text_value(field: str, text: str) -> Found:
    """Return a line of text; one that is too long, or a street address, is left out."""
    line = str(one_line(text)).strip()
    most = MAX_NAME if field == "name" else _LONGEST
    if len(line) > most:
        heading = shown(PARTNER_FIELDS, field)
        return Found(
            told=(
                _(
                    "“{value}” is too long for “{field}”. Write {most} letters at most.",
                    value=quoted(line),
                    field=heading,
                    most=most,
                ),
            )
        )
    if has_street_address(line):
        heading = shown(PARTNER_FIELDS, field)
        return Found(told=(_("“{field}” holds a street address. It was left out.", field=heading),))
    return Found(line or None)


def word_value(field: str, text: str, words: Vocabulary, *, adding: bool) -> Found:
    """Return the key of a status, a kind or a ring; or the number of a rating."""
    sort = {"ring_now": "ring", "ring_wanted": "ring"}.get(field, field)
    rated = sort in {"influence", "interest"}
    key = words.value("strength", text.removesuffix(".0")) if rated else words.value(sort, text)
    if key is not None:
        return Found(int(key) if rated else key)
    usual = {
        "status": (STATUSES, Status.NOT_KNOWN),
        "kind": (KINDS, PartnerKind.ORGANIZATION),
    }.get(field)
    values = {"value": quoted(text), "field": shown(PARTNER_FIELDS, field)}
    if usual and adding:
        taken = shown(*usual)
        told = _("{field}: “{value}” is not known. Taken as “{taken}”.", taken=taken, **values)
    else:
        told = _("{field}: “{value}” is not known. It was left out.", **values)
    return Found(told=(told,))


def date_value(field: str, text: str, order: Order | None) -> Found:
    """Return a day; where two fit, the month comes second, and it is told."""
    heading = shown(PARTNER_FIELDS, field)
    try:
        day = typed_date(text, order)
    except TwoDaysFit:
        day = typed_date(text, Order.DAY_FIRST)
        told = _(
            "{field}: “{value}” can be two days. Taken as {day}, year-month-day.",
            field=heading,
            value=quoted(text),
            day=day,
        )
        return Found(day, (told,))
    if day is None:
        told = _(
            "{field}: “{value}” is no date. Write it as 2026-11-22.",
            field=heading,
            value=quoted(text),
        )
        return Found(told=(told,))
    return Found(day)


def order_of(cells: list[str]) -> Order | None:
    """Return which number is the day, if the dates of a column decide it."""
    pairs = [found for cell in cells if (found := two_numbers(cell))]
    day_first = any(one > 12 for one, _two, _year in pairs)
    month_first = any(two > 12 for _one, two, _year in pairs)
    if day_first == month_first:
        return None
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST


def list_value(sort: str, text: str, words: Vocabulary) -> Found:
    """Return the keys of sectors or needs, of a list with any of ; , / | and line breaks."""
    keys: list[str] = []
    told: list[str] = []
    more: list[str] = []
    for part in _parts(sort, text, words):
        if key := words.value(sort, part):
            keys.append(key)
        elif words.is_nothing(part):
            continue
        elif sort == "brings" and not _KEY_OF_SEVERAL_WORDS.fullmatch(part):
            more.append(part)
        elif own := _own_key(part):
            keys.append(own)
            own_one = _(
                "Sector “{value}” is not known. It is kept as your own.", value=quoted(part)
            )
            told.append(own_one)
        else:
            told.append(_("Sector “{value}” cannot be kept. It was left out.", value=quoted(part)))
    return Found(tuple(dict.fromkeys(keys)) or None, tuple(told), "; ".join(more))


def _parts(sort: str, text: str, words: Vocabulary) -> list[str]:
    """Split a list where it is one: names of sectors and sentences hold commas too."""
    if words.value(sort, text) or words.is_nothing(text):
        return [text]
    found: list[str] = []
    for part in map(str.strip, _LISTED.split(text)):
        pieces = [one.strip() for one in _LOOSELY_LISTED.split(part) if one.strip()]
        one_thing = words.value(sort, part) or len(pieces) < 2
        in_words = sort == "brings" and not any(words.value(sort, one) for one in pieces)
        found += [part] if one_thing or in_words else pieces
    return [one for one in found if one]


def _own_key(text: str) -> str:
    """Return what stands for a sector of the group's own, or "" where there are no letters."""
    key = text if _KEY_OF_SEVERAL_WORDS.fullmatch(text) else folded(text).replace(" ", "_")
    return key if _KEY.fullmatch(key) else ""


def ticked(field: str, text: str, words: Vocabulary) -> Found:
    """Return the sector or need of a column with ticks, where there is one."""
    _sort, _colon, key = field.partition(":")
    mark = words.value("mark", text)
    if mark is None:
        told = _("“{value}” is no tick for “{key}”. It was left out.", value=quoted(text), key=key)
        return Found(told=(told,))
    return Found((key,) if mark == "yes" else None)
