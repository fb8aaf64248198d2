"""Two records of one partner become one, and can become two again, exactly as they were."""

from collections.abc import Mapping, Set
from typing import TypeVar

from pydantic import JsonValue

from workshop_kit.model import Frozen
from workshop_kit.partner import MAX_SECTORS, PartnerBody, Status
from workshop_kit.partners.merge_errors import ChangedSince, OnePartnerOnly, PartnerGone
from workshop_kit.partners.partner_map import PartnerMap, Ties
from workshop_kit.tie import TieBody
from workshop_kit.words import N_, translated

LABELS: dict[str, str] = {
    "name": N_("Name"),
    "kind": N_("Kind"),
    "sectors": N_("Sectors"),
    "status": N_("Status"),
    "contact_position": N_("Contact position"),
    "public_line": N_("Public line"),
    "brings": N_("What it brings"),
    "brings_words": N_("What it brings, in words"),
    "ring_now": N_("Ring now"),
    "ring_wanted": N_("Ring wanted"),
    "influence": N_("Influence"),
    "interest": N_("Interest"),
    "approached_by": N_("Who approaches them"),
    "approach_by": N_("By when"),
    "source": N_("Source"),
    "checked_on": N_("Last checked"),
}
"""Shown names of a partner's fields; English until somebody reads them."""
_MOST = {"sectors": MAX_SECTORS, "brings": 20}
_RATINGS = ("influence", "interest")

_Body = TypeVar("_Body", PartnerBody, TieBody)


class Conflict(Frozen):
    """A field in which both records say something else; values are as JSON has them."""

    field: str
    label: str
    kept: JsonValue
    gone: JsonValue


class Merge(Frozen):
    """What a merge changes.

    ``kept`` and ``gone`` are ids, ``partner`` is the record that is left, ``ties`` are those that
    change, none for one that goes. The bodies before are there so that it can be undone.
    """

    kept: str
    gone: str
    partner: PartnerBody
    conflicts: tuple[Conflict, ...]
    ties: dict[str, TieBody | None]
    partners_before: dict[str, PartnerBody]
    ties_before: dict[str, TieBody]

    @property
    def partners(self) -> dict[str, PartnerBody | None]:
        """The two records after it, none for the one that goes."""
        return {self.kept: self.partner, self.gone: None}


def merge(before: PartnerMap, kept: str, gone: str, taken: Set[str] = frozenset()) -> Merge:
    """Return what it takes to merge one record into another; nothing is changed by that.

    Lists are joined, and what one record lacks comes from the other. Where both say something
    else it is a conflict: the kept record's value stands, or the other's where ``taken`` names the
    field. A Nation has no ratings, so those are told as conflicts and dropped. Ties of the record
    that goes lead to the kept one; a tie between the two goes, and of two that are then alike the
    stronger one stays.

    Raises
    ------
    OnePartnerOnly, PartnerGone
    """
    for one in (kept, gone):
        if one not in before.partners:
            raise PartnerGone(one)
    if kept == gone:
        raise OnePartnerOnly(before.partners[kept].name)
    first, second = before.partners[kept], before.partners[gone]
    partner, conflicts = _joined(first, second, taken)
    ties = _ties_after(before.ties, kept, gone)
    return Merge(
        kept=kept,
        gone=gone,
        partner=partner,
        conflicts=conflicts,
        ties=ties,
        partners_before={kept: first, gone: second},
        ties_before={one: before.ties[one] for one in ties},
    )


def merged(before: PartnerMap, change: Merge) -> PartnerMap:
    """Return the map after a merge."""
    return PartnerMap(
        _exchanged(before.partners, change.partners), _exchanged(before.ties, change.ties)
    )


def undone(after: PartnerMap, change: Merge) -> PartnerMap:
    """Return the map before a merge; what others changed elsewhere meanwhile stays.

    Raises
    ------
    ChangedSince
        A record or tie that the merge touched is no longer as the merge left it.
    """
    as_left = (
        all(after.partners.get(one) == body for one, body in change.partners.items()),
        all(after.ties.get(one) == body for one, body in change.ties.items()),
    )
    if not all(as_left):
        raise ChangedSince(change.partner.name)
    return PartnerMap(
        _exchanged(after.partners, change.partners_before),
        _exchanged(after.ties, change.ties_before),
    )


def _exchanged(bodies: Mapping[str, _Body], by: Mapping[str, _Body | None]) -> dict[str, _Body]:
    found = {one: body for one, body in bodies.items() if one not in by}
    return found | {one: body for one, body in by.items() if body is not None}


def _joined(
    kept: PartnerBody, gone: PartnerBody, taken: Set[str]
) -> tuple[PartnerBody, tuple[Conflict, ...]]:
    values: dict[str, object] = {}
    differing = []
    for field in PartnerBody.model_fields:
        one, other = getattr(kept, field), getattr(gone, field)
        if field in _MOST:
            every = tuple(dict.fromkeys((*one, *other)))
            values[field] = every[: _MOST[field]]
            is_conflict = len(every) > _MOST[field]
        else:
            is_conflict = one != other and not any(map(_says_nothing, (one, other)))
            takes_other = field in taken if is_conflict else _says_nothing(one)
            values[field] = other if takes_other else one
        differing += [field] if is_conflict else []
    if kept.is_nation or gone.is_nation:
        rated = [one for one in _RATINGS if values[one] is not None]
        differing += [one for one in rated if one not in differing]
        values |= dict.fromkeys(_RATINGS)
    return PartnerBody.model_validate(values), _conflicts(differing, kept, gone)


def _says_nothing(value: object) -> bool:
    return value is None or value is Status.NOT_KNOWN or value == ""


def _conflicts(fields: list[str], kept: PartnerBody, gone: PartnerBody) -> tuple[Conflict, ...]:
    labels = translated(LABELS)
    one, other = kept.model_dump(mode="json"), gone.model_dump(mode="json")
    return tuple(
        Conflict(field=field, label=labels.get(field, field), kept=one[field], gone=other[field])
        for field in fields
    )


def _ties_after(ties: Ties, kept: str, gone: str) -> dict[str, TieBody | None]:
    """Return the ties that change, as they are then."""
    after: dict[str, TieBody | None] = {}
    standing = {
        _what(tie): one for one, tie in sorted(ties.items()) if gone not in (tie.first, tie.second)
    }
    for one, tie in sorted(ties.items()):
        if gone not in (tie.first, tie.second):
            continue
        after[one] = None
        first, second = (kept if end == gone else end for end in (tie.first, tie.second))
        if first == second:
            continue
        moved = tie.model_copy(update={"first": first, "second": second})
        other = standing.setdefault(_what(moved), one)
        there = moved if other == one else after.get(other) or ties[other]
        after[other] = max(there, moved, key=lambda each: each.strength)
        if other != one and after[other] == ties[other]:
            del after[other]
    return after


def _what(tie: TieBody) -> tuple[str, str, str, bool]:
    """Return what makes two ties alike: the partners, the kind, and the direction if it has one."""
    first, second = tie.first, tie.second
    if not tie.directed and second < first:
        first, second = second, first
    return first, second, tie.kind, tie.directed
