"""A kind of entry: what it holds, who owns it, who may write it, who may see it."""

from enum import StrEnum
from functools import cached_property
from typing import Any

from pydantic import TypeAdapter, ValidationError

from workshop_kit.answers import TOO_LONG
from workshop_kit.errors import InvalidBody, TooLarge
from workshop_kit.model import Frozen, Role

_LONGEST_DETAIL = 200


class Owner(StrEnum):
    """Whether the author is part of an entry's identity."""

    AUTHOR = "author"
    ROOM = "room"


class Kind(Frozen):
    """One row of the registry."""

    name: str
    body: Any
    owner: Owner
    written_by: frozenset[Role]
    visible_to: frozenset[Role]

    def checked(self, body: object) -> dict[str, Any]:
        """Return the body in its one normal form.

        Raises
        ------
        InvalidBody
            A field is missing, unknown or has a wrong value; the message names it.
        TooLarge
            The text is longer than an answer may be.
        """
        try:
            value = self._adapter.validate_python(body)
        except ValidationError as error:
            raise _refusal(error, self.name) from None
        dumped: dict[str, Any] = self._adapter.dump_python(value, mode="json")
        return dumped

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.body)


def _refusal(error: ValidationError, kind: str) -> InvalidBody | TooLarge:
    problems = error.errors(include_url=False, include_input=False)
    for problem in problems:
        if problem["type"] == TOO_LONG:
            return TooLarge(problem["ctx"]["max_length"])
    place = ".".join(str(part) for part in problems[0]["loc"]) or kind
    return InvalidBody(f"{place}: {problems[0]['msg']}"[:_LONGEST_DETAIL])
