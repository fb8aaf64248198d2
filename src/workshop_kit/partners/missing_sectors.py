"""Missing sectors in the order in which to look for somebody, each with its reasons."""

from collections.abc import Iterable, Set

from workshop_kit.model import Frozen
from workshop_kit.partner import Status
from workshop_kit.partners.coverage import OWN, CoverageState, SectorCoverage
from workshop_kit.partners.names_told import names_told
from workshop_kit.partners.partner_map import REACHED, Named, Partners, Ties, in_order, named
from workshop_kit.tie import TieBody, TieKind
from workshop_kit.words import _, n_


class MissingSector(Frozen):
    """A sector that nobody stands for. ``place`` counts from 1; ``because`` says why it is there.

    ``possible`` are partners on the map that could be asked.
    """

    sector: str
    name: str
    place: int
    because: tuple[str, ...]
    possible: tuple[Named, ...]


class _Doors(Frozen):
    """Ways to the partners that could stand for a sector."""

    introduced: tuple[Named, ...]
    tied: tuple[Named, ...]
    referring: tuple[Named, ...]


def missing_sectors(
    found: Iterable[SectorCoverage],
    partners: Partners,
    ties: Ties,
    introduced: Set[str] = frozenset(),
) -> tuple[MissingSector, ...]:
    """Return the missing ones of all sectors, those to look for first at the beginning.

    The order is ours, and each next point decides only between those that are equal until then:
    front-line services, which may meet people who were harmed; those that the toolkit names in
    more places; those to which somebody has a door, who can introduce them or works with them
    already; those that more partners send people to; the order of the list.

    Parameters
    ----------
    found
        What :func:`~workshop_kit.partners.coverage.coverage` returned.
    introduced
        Ids of partners that somebody in the room can introduce. Who that is, is not asked here.
    """
    missing = [one for one in found if one.state is CoverageState.MISSING]
    doors = {one.sector: _doors(one, partners, ties, introduced) for one in missing}
    order = {one.sector: number for number, one in enumerate(missing)}

    def rank(one: SectorCoverage) -> tuple[bool, int, bool, int, int]:
        ways = doors[one.sector]
        closed = not (ways.introduced or ways.tied)
        later = one.group != "front_line"
        return later, -one.places, closed, -len(ways.referring), order[one.sector]

    return tuple(
        MissingSector(
            sector=one.sector,
            name=one.name,
            place=place,
            because=tuple(_because(one, doors[one.sector])),
            possible=one.possible,
        )
        for place, one in enumerate(sorted(missing, key=rank), start=1)
    )


def _doors(sector: SectorCoverage, partners: Partners, ties: Ties, introduced: Set[str]) -> _Doors:
    possible = {one.id for one in sector.possible}
    ends = [(tie, one, other) for tie in ties.values() for one, other in _both_ways(tie)]
    to_it = [(tie, one) for tie, one, other in ends if other in possible and one in partners]
    tied = {one for _tie, one in to_it if partners[one].status in REACHED}
    refers = {one for tie, one in to_it if tie.kind is TieKind.REFERS and _sends(tie, one)}
    sending = {one for one in refers if partners[one].status is not Status.DECLINED}
    order = in_order(partners)
    return _Doors(
        introduced=tuple(one for one in sector.possible if one.id in introduced),
        tied=named((one for one in order if one in tied), partners),
        referring=named((one for one in order if one in sending), partners),
    )


def _both_ways(tie: TieBody) -> tuple[tuple[str, str], tuple[str, str]]:
    return (tie.first, tie.second), (tie.second, tie.first)


def _sends(tie: TieBody, one: str) -> bool:
    return not tie.directed or tie.first == one


def _because(sector: SectorCoverage, doors: _Doors) -> Iterable[str]:
    if sector.group == "front_line":
        yield _("It is a front-line service: it may meet people who were harmed.")
    if sector.group == OWN:
        yield _("Your group added it to the list.")
    if sector.places:
        yield n_(
            "The toolkit names it in one place.",
            "The toolkit names it in {number} places.",
            sector.places,
        )
    if doors.introduced:
        told = names_told(doors.introduced)
        yield _("Somebody in the room can introduce {names}.", names=told)
    if doors.tied:
        yield n_(
            "There is a door: {names} has a tie there already.",
            "There are doors: {names} have a tie there already.",
            len(doors.tied),
            names=names_told(doors.tied),
        )
    if doors.referring:
        yield _("People are sent there by {names}.", names=names_told(doors.referring))
