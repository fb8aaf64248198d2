"""One cell of a group's own table: what people and spreadsheets write, in one form."""

import re
from datetime import date

from pydantic import TypeAdapter, ValidationError

from workshop_kit.content.resource_kinds import KINDS, kind_names
from workshop_kit.content.web_address import WebAddress
from workshop_kit.model import today
from workshop_kit.spreadsheet import unguarded
from workshop_kit.text import plain
from workshop_kit.typed_date import TwoDaysFit, typed_date
from workshop_kit.words import _

_TURNING = re.compile("[\\u202a-\\u202e\\u2066-\\u2069\\u200b\\u2060\\ufeff]")
"""Marks that turn the direction of writing, and letters that nobody sees. Those that Persian and
Hebrew need inside words stay."""
_ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)
_OLDEST = date(2000, 1, 1)


def cleaned(cell: str) -> str:
    """Return a cell as one line of visible letters, without the guard against formulas."""
    return " ".join(_TURNING.sub("", str(plain(unguarded(cell.strip())))).split())


def anything(text: str) -> str:
    """Return a text as it is."""
    return text


def phone_number(text: str) -> str:
    """Return a phone number as the kit shows it: ``1-604-555-0100``, ``555-0100``, ``2-1-1``."""
    digits = re.sub(r"[\s().+/\u2010-\u2015-]", "", text)
    fits = re.fullmatch(r"[0-9]{3}|[0-9]{7}|[0-9]{10}|1[0-9]{10}", digits)
    if not fits:
        raise ValueError(
            _(
                "Write a phone number such as 604-555-0100, 1-800-555-0100 or 2-1-1. "
                "Letters and extensions belong in another column."
            )
        )
    if len(digits) == 3:
        return "-".join(digits)
    groups = (digits[:-10], digits[-10:-7], digits[-7:-4], digits[-4:])
    return "-".join(group for group in groups if group)


def web_address(text: str) -> str:
    """Return a web address, whole: one that begins with “www” gets what is missing."""
    full = f"https://{text}" if re.match(r"www\.", text, re.IGNORECASE) else text
    try:
        found = _ADDRESS.validate_python(full)
    except ValidationError:
        found = ""
    if not found or "@" in found.split("/")[2] or "\\" in found:
        raise ValueError(_("Write an address that begins with https:// and has no spaces in it."))
    return found


def past_date(text: str) -> str:
    """Return a date as ``2026-11-22``."""
    if not text:
        return ""
    found = _date(text)
    if found is None or not _OLDEST <= found <= today():
        raise ValueError(
            _("Write a date that is not in the future, as year-month-day: 2026-11-22.")
        )
    return found.isoformat()


def _date(text: str) -> date | None:
    try:
        return typed_date(text)
    except TwoDaysFit:
        raise ValueError(
            _("This date can be read in two ways. Write it as year-month-day: 2026-11-22.")
        ) from None


def kind_of_resource(text: str) -> str:
    """Return a kind by its key or shown name; an empty one is a website."""
    wanted = text.casefold()
    for key, shown in kind_names().items():
        if wanted in {key, KINDS[key].casefold(), shown.casefold()}:
            return key
    if text:
        names = ", ".join(kind_names().values())
        raise ValueError(_("Write one of these kinds: {names}.", names=names))
    return "website"
