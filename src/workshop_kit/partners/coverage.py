"""Sector coverage: which of the sectors that the toolkit names are at the table, and by whom."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from workshop_kit.content.sectors import Sector, sectors
from workshop_kit.content.sources import source
from workshop_kit.model import Frozen
from workshop_kit.partner import Status
from workshop_kit.partners.names_told import names_told
from workshop_kit.partners.partner_map import POSSIBLE, Named, Partners, by_name, in_order, named
from workshop_kit.words import N_, _, language, n_, translated

OWN = "own"
"""The group of sectors that a group added to the toolkit's list."""
_TOOLKIT = frozenset({"guide", "get_organized"})


class CoverageState(StrEnum):
    """How a sector stands. ``ask`` is for survivors: no name may stand for them."""

    COVERED = "covered"
    THIN = "thin"
    MISSING = "missing"
    ASK = "ask"


SHOWN: dict[str, str] = {
    CoverageState.COVERED: N_("Covered"),
    CoverageState.THIN: N_("Thin"),
    CoverageState.MISSING: N_("Missing"),
    CoverageState.ASK: N_("Ask with care"),
}
"""Shown names of the states; English until somebody reads them."""


class SectorCoverage(Frozen):
    """One sector.

    ``members`` and ``contacted`` are behind it, ``possible`` are on the map and not asked yet.
    ``why`` is the toolkit's point in our words, and ``sources`` say where it stands; ``places`` is
    how often the toolkit names the sector. A sector of the group's own has none of the three.
    """

    sector: str
    name: str
    group: str
    group_name: str
    state: CoverageState
    state_name: str
    reason: str
    members: tuple[Named, ...] = ()
    contacted: tuple[Named, ...] = ()
    possible: tuple[Named, ...] = ()
    why: str = ""
    sources: tuple[str, ...] = ()
    places: int = 0


class _Who(NamedTuple):
    """Who stands for one sector."""

    members: tuple[Named, ...] = ()
    contacted: tuple[Named, ...] = ()
    possible: tuple[Named, ...] = ()


class _Behind:
    """Who stands for which sector; read once for all sectors."""

    def __init__(self, partners: Partners) -> None:
        self._partners = partners
        self._having: dict[str, list[str]] = {}
        for one in in_order(partners):
            for sector in dict.fromkeys(partners[one].sectors):
                self._having.setdefault(sector, []).append(one)
        members = (self.who(sector).members for sector in self._having)
        self._alone = Counter(found[0].id for found in members if len(found) == 1)

    @property
    def sectors(self) -> Iterable[str]:
        """Every sector that somebody on the map stands for."""
        return self._having.keys()

    def who(self, sector: str) -> _Who:
        """Return who stands for a sector; who declined does not."""
        having = self._having.get(sector, ())
        wanted = ({Status.MEMBER}, {Status.CONTACTED}, POSSIBLE)
        members, contacted, possible = (
            named((one for one in having if self._partners[one].status in statuses), self._partners)
            for statuses in wanted
        )
        return _Who(members, contacted, possible)

    def alone(self, partner: str) -> int:
        """Return for how many sectors a partner is the only member."""
        return self._alone[partner]


def coverage(
    partners: Partners, own: Mapping[str, str] | None = None
) -> tuple[SectorCoverage, ...]:
    """Return every sector: the toolkit's in its order, then the group's own by name.

    A sector is covered by one member, thin where partners were contacted and none is a member, and
    missing otherwise. One member is enough because that is what the United States' law asks of
    coalitions, one representative or more of each sector (Public Law 105-20, section 1032(a)(2));
    and a small town has one school. That “contacted” is only thin is ours: who was asked has not
    said yes. Partners that declined count nowhere and are not told: coverage is shown on the wall.

    Parameters
    ----------
    partners
        By their ids.
    own
        Names of the group's own sectors, by their keys. A key that has no name stands as it is.
    """
    behind = _Behind(partners)
    listed = sectors(language())
    names = dict(own or {})
    known = {one.key for one in listed}
    names |= {key: key for key in behind.sectors if key not in known and key not in names}
    added = sorted((key for key in names if key not in known), key=lambda k: by_name(names[k], k))
    return (
        *(_of_toolkit(one, behind) for one in listed),
        *(_own(key, names[key], behind) for key in added),
    )


def _of_toolkit(sector: Sector, behind: _Behind) -> SectorCoverage:
    asks = sector.group == "lived_experience"
    who = _Who() if asks else behind.who(sector.key)
    state, reason = _asked_with_care() if asks else _state(who, behind)
    return SectorCoverage(
        sector=sector.key,
        name=sector.name,
        group=sector.group,
        group_name=sector.group_name,
        state=state,
        state_name=translated(SHOWN)[state],
        reason=reason,
        members=who.members,
        contacted=who.contacted,
        possible=who.possible,
        why=sector.why,
        sources=tuple(_source(one.source, one.place) for one in sector.cites),
        places=sum(one.source in _TOOLKIT for one in sector.cites),
    )


def _own(key: str, name: str, behind: _Behind) -> SectorCoverage:
    who = behind.who(key)
    state, reason = _state(who, behind)
    return SectorCoverage(
        sector=key,
        name=name,
        group=OWN,
        group_name=_("Added by our group"),
        state=state,
        state_name=translated(SHOWN)[state],
        reason=reason,
        members=who.members,
        contacted=who.contacted,
        possible=who.possible,
    )


def _asked_with_care() -> tuple[CoverageState, str]:
    """Return what is said of survivors, whoever is on the map.

    No name may stand for them, and nobody is asked to say that they are one (GAATW Canada,
    “Rethinking engagement and storytelling in anti-trafficking work”).
    """
    return CoverageState.ASK, _(
        "No name stands here, and nobody is asked to say that they lived through it. Ask an "
        "organization that survivors trust how to invite them. Pay them, and let them choose."
    )


def _state(who: _Who, behind: _Behind) -> tuple[CoverageState, str]:
    if who.members:
        return CoverageState.COVERED, _covered(who.members, behind)
    if who.contacted:
        return CoverageState.THIN, n_(
            "Nobody is a member yet. One partner was contacted: {names}.",
            "Nobody is a member yet. {number} partners were contacted: {names}.",
            len(who.contacted),
            names=names_told(who.contacted),
        )
    if who.possible:
        told = _("Nobody was asked yet. On the map: {names}.", names=names_told(who.possible))
        return CoverageState.MISSING, told
    return CoverageState.MISSING, _("Nobody stands for it yet.")


def _covered(members: tuple[Named, ...], behind: _Behind) -> str:
    told = n_(
        "One member stands for it: {names}.",
        "{number} members stand for it: {names}.",
        len(members),
        names=names_told(members),
    )
    others = behind.alone(members[0].id) - 1 if len(members) == 1 else 0
    if not others:
        return told
    alone = n_(
        "It is the only member for one other sector too.",
        "It is the only member for {number} other sectors too.",
        others,
    )
    return f"{told} {alone}"


def _source(key: str, place: str) -> str:
    title = source(key).title
    return _("{title}, “{place}”", title=title, place=place) if place else title
