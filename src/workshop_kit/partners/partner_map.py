"""A partner map as the rules read it, and how its partners stand in what they return."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from workshop_kit.model import Frozen
from workshop_kit.partner import PartnerBody, Status
from workshop_kit.stems import without_accents
from workshop_kit.tie import TieBody

Partners = Mapping[str, PartnerBody]
Ties = Mapping[str, TieBody]

REACHED = frozenset({Status.MEMBER, Status.CONTACTED})
POSSIBLE = frozenset({Status.TO_INVITE, Status.NOT_KNOWN})


class PartnerMap(NamedTuple):
    """Partners and ties by their ids."""

    partners: Partners
    ties: Ties


class Named(Frozen):
    """A partner where only its name is told."""

    id: str
    name: str


def in_order(partners: Partners) -> list[str]:
    """Return the ids of partners, by name; so the order in which people added them says nothing."""
    return sorted(partners, key=lambda one: by_name(partners[one].name, one))


def by_name(name: str, other: str = "") -> tuple[str, str, str]:
    """Return what names are sorted by, “École” as “Ecole”; ``other`` decides between two alike."""
    return without_accents(name).casefold(), name, other


def named(ids: Iterable[str], partners: Partners) -> tuple[Named, ...]:
    """Return the names of partners, in the order given."""
    return tuple(Named(id=one, name=partners[one].name) for one in ids)
