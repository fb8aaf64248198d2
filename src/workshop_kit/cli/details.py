"""What was typed about a session, checked, with errors that name the option."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from workshop_kit.errors import BadSetting
from workshop_kit.model import SessionDetails
from workshop_kit.words import _

_OPTIONS = {
    "title": "TITLE",
    "held_on": "--date",
    "host": "--host-name",
}


def details(**said: Any) -> SessionDetails:
    """Return a session's details; a date of ``""`` is today.

    Raises
    ------
    BadSetting
        A value cannot be used; the message names its option.
    """
    given = {name: value for name, value in said.items() if (name, value) != ("held_on", "")}
    try:
        return SessionDetails.model_validate(given)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        field = str(problem["loc"][0])
        option = _OPTIONS.get(field) or "--" + field.replace("_", "-")
        raise BadSetting(option, str(said[field]), _expected(field, problem)) from None


def _expected(field: str, problem: ErrorDetails) -> str:
    if field == "held_on":
        return _("a date such as 2026-11-22")
    if field == "keep_days":
        return _("a number of days from 1 to 365")
    match problem["type"]:
        case "string_too_long":
            return _("shorter: at most {limit} characters", limit=problem["ctx"]["max_length"])
        case "string_too_short":
            return _("a few words")
        case _:
            return _("plain text")
