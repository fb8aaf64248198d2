"""Ties: which partners work together, how, and how closely.

Kinds of ties and their strength follow Net-Map (evaschiffer.com) and PARTNER
(visiblenetworklabs.com).
"""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from workshop_kit.model import Frozen, Key


class TieKind(StrEnum):
    """What two partners do with each other."""

    WORKS_WITH = "works_with"
    REFERS = "refers"
    SHARES_INFORMATION = "shares_information"
    SITS_ON = "sits_on"
    FUNDS = "funds"
    OTHER = "other"


class TieBody(Frozen):
    """A tie between two partners, by their ids.

    ``strength`` goes from 1 (now and then) to 3 (closely). Where ``directed``, it goes from the
    first to the second partner, as money and referrals do.
    """

    first: Key
    second: Key
    kind: TieKind = TieKind.WORKS_WITH
    strength: Annotated[int, Field(ge=1, le=3)] = 2
    directed: bool = False

    @model_validator(mode="after")
    def _ties_two(self) -> Self:
        if self.first == self.second:
            raise ValueError("a tie is between two partners")
        return self
