"""What differs between two partner maps, of two days or of two sessions, told in words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from workshop_kit.content.partner_names import partner_names
from workshop_kit.model import Frozen
from workshop_kit.partner import PartnerBody, Status
from workshop_kit.partners.coverage import CoverageState, coverage
from workshop_kit.partners.folded_name import folded_name
from workshop_kit.partners.names_told import names_told
from workshop_kit.partners.partner_map import (
    Named,
    PartnerMap,
    Partners,
    by_name,
    in_order,
    named,
)
from workshop_kit.tie import TieKind
from workshop_kit.words import N_, _, n_, translated

STATUS_NAMES: dict[str, str] = {
    Status.MEMBER: N_("Member"),
    Status.CONTACTED: N_("Contacted"),
    Status.TO_INVITE: N_("To invite"),
    Status.DECLINED: N_("Declined"),
    Status.NOT_KNOWN: N_("Not known"),
}
"""Shown names of how far a group and a partner are; English until somebody reads them."""


_Pair = tuple[str, PartnerBody, PartnerBody]
"""The id of today, the record as it was, and as it is."""


class Renamed(Frozen):
    """A partner that has another name now. ``id`` is the one of today."""

    id: str
    before: str
    after: str


class StatusChange(Frozen):
    """A partner that is at another point now."""

    id: str
    name: str
    before: Status
    after: Status


class TieChange(Frozen):
    """A tie that is new or gone."""

    first: str
    second: str
    kind: TieKind


class MapChanges(Frozen):
    """What differs. ``words`` tells it, a sentence each; a status “declined” is for who leads."""

    added: tuple[Named, ...]
    gone: tuple[Named, ...]
    renamed: tuple[Renamed, ...]
    statuses: tuple[StatusChange, ...]
    new_ties: tuple[TieChange, ...]
    lost_ties: tuple[TieChange, ...]
    sectors_won: tuple[str, ...]
    sectors_lost: tuple[str, ...]
    words: tuple[str, ...]


def map_changes(
    before: PartnerMap, after: PartnerMap, own: Mapping[str, str] | None = None
) -> MapChanges:
    """Compare two maps.

    A partner is the same where its id is, and else where its folded name is: another session gives
    other ids. Ties are the same where partners, kind and direction are. A sector is won where it
    is covered now and was not. ``own`` are names of the group's own sectors.
    """
    same = _matched(before.partners, after.partners)
    met = set(same.values())
    gone = named((o for o in in_order(before.partners) if o not in same), before.partners)
    added = named((o for o in in_order(after.partners) if o not in met), after.partners)
    pairs = [(same[o], before.partners[o], after.partners[same[o]]) for o in same]
    pairs.sort(key=lambda pair: by_name(pair[2].name, pair[0]))
    renamed, statuses = tuple(_renamed(pairs)), tuple(_statuses(pairs))
    then, now = _ties(before, same), _ties(after, {one: one for one in after.partners})
    new = _in_order(now[one] for one in now.keys() - then.keys())
    lost = _in_order(then[one] for one in then.keys() - now.keys())
    was, is_now = _covered(before.partners, own), _covered(after.partners, own)
    won = tuple(name for key, name in is_now.items() if key not in was)
    lost_sectors = tuple(name for key, name in was.items() if key not in is_now)
    words = (
        *_partners_told(added, gone, renamed, statuses),
        *_ties_told(new, lost),
        *_sectors_told(won, lost_sectors),
    )
    return MapChanges(
        added=added,
        gone=gone,
        renamed=renamed,
        statuses=statuses,
        new_ties=new,
        lost_ties=lost,
        sectors_won=won,
        sectors_lost=lost_sectors,
        words=words or (_("Nothing has changed."),),
    )


def _in_order(ties: Iterable[TieChange]) -> tuple[TieChange, ...]:
    return tuple(sorted(ties, key=lambda tie: (*by_name(tie.first, tie.second), tie.kind)))


def _matched(before: Partners, after: Partners) -> dict[str, str]:
    """Return the id that each partner has now, by the one that it had."""
    same = {one: one for one in in_order(before) if one in after}
    words = partner_names()
    left: defaultdict[str, list[str]] = defaultdict(list)
    for one in in_order(after):
        if one not in same:
            left[folded_name(after[one].name, words).text].append(one)
    for one in in_order(before):
        text = folded_name(before[one].name, words).text
        if one not in same and left[text]:
            same[one] = left[text].pop(0)
    return same


def _renamed(pairs: Iterable[_Pair]) -> Iterable[Renamed]:
    for one, was, now in pairs:
        if was.name != now.name:
            yield Renamed(id=one, before=was.name, after=now.name)


def _statuses(pairs: Iterable[_Pair]) -> Iterable[StatusChange]:
    for one, was, now in pairs:
        if was.status is not now.status:
            yield StatusChange(id=one, name=now.name, before=was.status, after=now.status)


def _ties(found: PartnerMap, now: Mapping[str, str]) -> dict[tuple[str, ...], TieChange]:
    """Return ties by what makes them the same; ``now`` are the ids of today, where there is one."""
    known = {}
    for _id, tie in sorted(found.ties.items()):
        ends = [one for one in (tie.first, tie.second) if one in found.partners]
        if len(ends) == 2:
            names = [found.partners[one].name for one in ends]
            ids = [now.get(one, f"gone {one}") for one in ends]
            key = ids if tie.directed else sorted(ids)
            told = names if tie.directed else sorted(names, key=by_name)
            change = TieChange(first=told[0], second=told[1], kind=tie.kind)
            known[(*key, tie.kind, str(tie.directed))] = change
    return known


def _covered(partners: Partners, own: Mapping[str, str] | None) -> dict[str, str]:
    found = coverage(partners, own)
    return {one.sector: one.name for one in found if one.state is CoverageState.COVERED}


def _partners_told(
    added: tuple[Named, ...],
    gone: tuple[Named, ...],
    renamed: tuple[Renamed, ...],
    statuses: tuple[StatusChange, ...],
) -> Iterable[str]:
    shown = translated(STATUS_NAMES)
    if added:
        yield _("New on the map: {names}.", names=names_told(added))
    if gone:
        yield _("No longer on the map: {names}.", names=names_told(gone))
    for one in renamed:
        yield _("{before} is now called {after}.", before=one.before, after=one.after)
    for each in statuses:
        yield _(
            "{name}: was “{before}”, is now “{after}”.",
            name=each.name,
            before=shown[each.before],
            after=shown[each.after],
        )


def _ties_told(new: tuple[TieChange, ...], lost: tuple[TieChange, ...]) -> Iterable[str]:
    for one in new:
        yield _("New tie: {first} and {second}.", first=one.first, second=one.second)
    for one in lost:
        yield _("Tie gone: {first} and {second}.", first=one.first, second=one.second)


def _sectors_told(won: tuple[str, ...], lost: tuple[str, ...]) -> Iterable[str]:
    if won:
        yield n_(
            "One sector is covered now: {names}.",
            "{number} sectors are covered now: {names}.",
            len(won),
            names="; ".join(won),
        )
    if lost:
        yield n_(
            "One sector is no longer covered: {names}.",
            "{number} sectors are no longer covered: {names}.",
            len(lost),
            names="; ".join(lost),
        )
