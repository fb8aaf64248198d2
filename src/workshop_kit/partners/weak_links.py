"""Weak links: ties and partners without which others lose touch, told in words."""

from collections.abc import Collection, Iterable, Mapping

from workshop_kit.model import Frozen
from workshop_kit.partners.names_told import MOST_TOLD, names_told
from workshop_kit.partners.partner_map import Named, Partners, named
from workshop_kit.words import _, n_

MOST_PARTS = 2
"""Sides beside the largest one that a sentence tells; how many there are is said."""

Neighbours = Mapping[str, Collection[str]]
_Part = tuple[Named, ...]


class Bridge(Frozen):
    """The only link between two sides. ``sizes`` counts their partners, the smaller side first."""

    first: Named
    second: Named
    sizes: tuple[int, int]
    words: str


class CutPartner(Frozen):
    """A partner without whom others lose touch.

    ``sizes`` counts the partners of each part that would be left, the smallest first.
    """

    partner: Named
    sizes: tuple[int, ...]
    words: str


class WeakLinks:
    """Says what hangs on a tie or a partner.

    Parameters
    ----------
    neighbours
        The partners with whom each is tied.
    order
        All ids, in the order in which they are told.
    partners
        By their ids.
    """

    def __init__(self, neighbours: Neighbours, order: list[str], partners: Partners) -> None:
        self._neighbours = neighbours
        self._place = {one: number for number, one in enumerate(order)}
        self._names = {one.id: one for one in named(order, partners)}

    def bridges(self, found: Iterable[tuple[str, str]]) -> tuple[Bridge, ...]:
        """Return ties that are the only link of two sides, those that split most first."""
        pairs = sorted(sorted(self._place[one] for one in pair) for pair in found)
        ids, together = list(self._place), self._together()
        told = [self._bridge(ids[one], ids[two], together[ids[one]]) for one, two in pairs]
        return tuple(sorted(told, key=lambda one: -one.sizes[0]))

    def cut_partners(self, found: Iterable[str]) -> tuple[CutPartner, ...]:
        """Return partners without whom others lose touch, those that split most first."""
        told = [self._cut_partner(one) for one in sorted(found, key=self._place.__getitem__)]
        return tuple(sorted(told, key=lambda one: -sum(one.sizes[:-1])))

    def _bridge(self, one: str, other: str, together: int) -> Bridge:
        near, side = self._smaller_side(one, other)
        far = other if near == one else one
        return Bridge(
            first=self._names[one],
            second=self._names[other],
            sizes=(len(side), together - len(side)),
            words=_bridge_told(self._names[near], self._names[far], self._named(side)),
        )

    def _smaller_side(self, one: str, other: str) -> tuple[str, set[str]]:
        """Return the end of a bridge with fewer partners behind it, and these.

        Goes both ways by turns and stops where the first is done: in a star with 500 partners each
        bridge has one partner on one side and all others on the other.
        """
        sides = [({one}, [one], other), ({other}, [other], one)]
        while True:
            for start, (reached, waiting, shut) in zip((one, other), sides, strict=True):
                if not waiting:
                    return start, reached
                self._step(reached, waiting, shut)

    def _cut_partner(self, gone: str) -> CutPartner:
        parts = [self._named(part) for part in self._parts(gone)]
        parts.sort(key=lambda part: (len(part), self._place[part[0].id]))
        partner, sizes = self._names[gone], tuple(len(part) for part in parts)
        return CutPartner(partner=partner, sizes=sizes, words=_cut_told(partner, parts))

    def _together(self) -> dict[str, int]:
        """Return how many partners are in touch with each, itself counted."""
        found: dict[str, int] = {}
        for one in self._place:
            if one not in found:
                group = self._side(one, "")
                found |= dict.fromkeys(group, len(group))
        return found

    def _parts(self, gone: str) -> Iterable[set[str]]:
        """Yield what a partner's group falls into when the partner leaves."""
        seen: set[str] = set()
        for neighbour in self._neighbours[gone]:
            if neighbour not in seen:
                part = self._side(neighbour, gone)
                seen |= part
                yield part

    def _side(self, start: str, shut: str) -> set[str]:
        """Return whom a partner reaches without ever passing another one."""
        reached, waiting = {start}, [start]
        while waiting:
            self._step(reached, waiting, shut)
        return reached

    def _step(self, reached: set[str], waiting: list[str], shut: str) -> None:
        for one in self._neighbours[waiting.pop()]:
            if one != shut and one not in reached:
                reached.add(one)
                waiting.append(one)

    def _named(self, ids: Iterable[str]) -> _Part:
        return tuple(self._names[one] for one in sorted(ids, key=self._place.__getitem__))


def _bridge_told(near: Named, far: Named, side: _Part) -> str:
    """Tell of a bridge from the smaller side, where ``near`` stands."""
    if len(side) == 1:
        return _("{name} has one link only: to {other}.", name=near.name, other=far.name)
    return _(
        "The tie between {one} and {other} is the only link of {names} to the rest.",
        one=near.name,
        other=far.name,
        names=names_told(side),
    )


def _cut_told(partner: Named, parts: list[_Part]) -> str:
    """Tell what happens without a partner; parts come with the smallest first."""
    if len(parts[-1]) == 1 and len(parts) == 2:
        both = names_told((parts[0][0], parts[1][0]))
        return _("If {name} leaves, {both} lose their only link.", name=partner.name, both=both)
    rest = parts[-1]
    others = names_told(rest) if len(rest) <= MOST_TOLD else _("the rest")
    if len(parts) == 2:
        return n_(
            "If {name} leaves, {names} loses its only link to {others}.",
            "If {name} leaves, {names} lose their only link to {others}.",
            len(parts[0]),
            name=partner.name,
            names=names_told(parts[0]),
            others=others,
        )
    sides = [*(names_told(part) for part in parts[:-1][-MOST_PARTS:]), others]
    values = {"name": partner.name, "number": len(parts), "sides": "; ".join(sides)}
    if len(sides) == len(parts):
        return _("If {name} leaves, {number} sides lose touch: {sides}.", **values)
    return _("If {name} leaves, {number} sides lose touch, such as: {sides}.", **values)
