"""Partners: organizations, programs, committees and groups that could act together, never people.

What is asked of each is what the methods of the exercise need: the membership matrix (Heinrich
and Hatamiya, “Creating and Organizing Human Trafficking Collaboratives”), sector coverage, rings
now and wanted (circles of influence), influence and interest (Community Tool Box, ctb.ku.edu).
"""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from workshop_kit.model import Frozen, Key, Line

MAX_NAME = 120
MAX_SECTORS = 8
STREET_ADDRESS = "street_address"
"""How the problem is named; the page and the preview of an import say what to do about it."""
NO_RATING = "no_rating"

_STREETS = (
    r"street|st|avenue|ave|road|rd|drive|dr|lane|ln|crescent|cres|highway|hwy|boulevard|blvd|way"
)
_ADDRESS = re.compile(
    rf"\b\d{{1,6}}(?i:[a-z]|st|nd|rd|th)?\s+(?:[A-Z\d][\w'.-]*\s+){{0,3}}(?i:{_STREETS})\b(?!\.?\s+[A-Z])"
    r"|\b\d{1,6},?\s+(?i:rue|chemin)\s+\w+"
    r"|(?i:\b[abceghj-nprstvxy]\d[abceghj-nprstv-z]\s?\d[abceghj-nprstv-z]\d\b)"
    r"|(?i:\bp\.?\s?o\.?\s+box\s+\d+)",
)
_NATIONS = frozenset({"first_nations_councils", "indigenous_communities"})


class PartnerKind(StrEnum):
    """What a partner is. Committees are of three kinds, since the toolkit names two of them."""

    CAT = "cat"
    VAWIR = "vawir"
    COMMITTEE = "committee"
    ORGANIZATION = "organization"
    NATION = "nation"
    PEOPLE = "people"

    @property
    def is_committee(self) -> bool:
        """Whether a group could join it."""
        return self in {PartnerKind.CAT, PartnerKind.VAWIR, PartnerKind.COMMITTEE}


class Status(StrEnum):
    """How far the group and a partner are."""

    MEMBER = "member"
    CONTACTED = "contacted"
    TO_INVITE = "to_invite"
    DECLINED = "declined"
    NOT_KNOWN = "not_known"


class Ring(StrEnum):
    """How close to the work: carries it, takes part in it, is kept informed."""

    CORE = "core"
    INVOLVED = "involved"
    INFORMED = "informed"


def has_street_address(text: str) -> bool:
    """Tell whether a text seems to hold a street address, a postal code or a post office box.

    Where a transition house stands must not be known; a list that is handed on must not say it.
    """
    return _ADDRESS.search(text) is not None


def _no_street_address(text: str) -> str:
    if has_street_address(text):
        raise PydanticCustomError(STREET_ADDRESS, "a street address", {})
    return text


def _each_once(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


_Line = Annotated[Line, AfterValidator(_no_street_address)]
_Keys = Annotated[tuple[Key, ...], AfterValidator(_each_once)]
_Rating = Annotated[int, Field(ge=1, le=3)] | None


class PartnerBody(Frozen):
    """One partner.

    ``sectors`` are keys of the toolkit's sectors or of the group's own. ``brings`` are keys of
    needs, the columns of the membership matrix. ``contact_position`` is a position, such as
    “program manager”, never a name; ``public_line`` a number or address that anybody may know.
    ``influence`` and ``interest`` go from 1 (little) to 3 (much) and are for who leads only; a
    Nation has neither. ``approached_by`` is an organization or a role. ``source`` says where the
    record comes from, ``checked_on`` when somebody last knew that it is so.
    """

    name: Annotated[_Line, StringConstraints(min_length=1, max_length=MAX_NAME)]
    kind: PartnerKind = PartnerKind.ORGANIZATION
    sectors: Annotated[_Keys, Field(max_length=MAX_SECTORS)] = ()
    status: Status = Status.NOT_KNOWN
    contact_position: _Line = ""
    public_line: _Line = ""
    brings: Annotated[_Keys, Field(max_length=20)] = ()
    brings_words: _Line = ""
    ring_now: Ring | None = None
    ring_wanted: Ring | None = None
    influence: _Rating = None
    interest: _Rating = None
    approached_by: _Line = ""
    approach_by: date | None = None
    source: _Line = ""
    checked_on: date | None = None

    @model_validator(mode="after")
    def _rates_no_nation(self) -> Self:
        rated = self.influence is not None or self.interest is not None
        if rated and self.is_nation:
            raise PydanticCustomError(NO_RATING, "a Nation is not rated", {})
        return self

    @property
    def is_nation(self) -> bool:
        """Whether it is a Nation, or speaks for one."""
        return self.kind is PartnerKind.NATION or bool(_NATIONS.intersection(self.sectors))
