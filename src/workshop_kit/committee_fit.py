"""How well a committee that is already there would fit: five questions, each yes, no or not known.

They follow the toolkit's steps four and five and question 6: find out whether a committee would
take this on, then join it. Issue, place and people are those of the membership matrix (Heinrich
and Hatamiya); willingness and capacity decide whether a yes would last.
"""

from enum import StrEnum

from workshop_kit.model import Frozen


class Criterion(StrEnum):
    """What is asked of a committee."""

    ISSUE = "issue"
    PLACE = "place"
    PEOPLE = "people"
    WILLINGNESS = "willingness"
    CAPACITY = "capacity"


class FitBody(Frozen):
    """The answers for one committee; none is “not known”.

    Does it work on this or on something close to it (``issue``), where we live (``place``), with
    the people whom we need (``people``)? Is it willing, and does it have the time and the means?
    """

    issue: bool | None = None
    place: bool | None = None
    people: bool | None = None
    willingness: bool | None = None
    capacity: bool | None = None

    def answered(self, *, answer: bool | None) -> tuple[Criterion, ...]:
        """Return the questions that have this answer."""
        return tuple(one for one in Criterion if getattr(self, one) is answer)
