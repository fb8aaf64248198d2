"""The network of partners: who is in touch with whom, who is not, and how dense the ties are.

Counted with networkx: connected components, bridges, articulation points, density. Only who asks
loads it, since the server starts without it.
"""

from collections.abc import Iterable

from workshop_kit.model import Frozen
from workshop_kit.partner import Status
from workshop_kit.partners.names_told import names_told
from workshop_kit.partners.partner_map import Named, Partners, Ties, in_order, named
from workshop_kit.partners.weak_links import Bridge, CutPartner, WeakLinks
from workshop_kit.words import _, n_

FEW, SOME, HALF = 0.1, 0.3, 0.6
"""Shares of the possible links, from where on words change. Ours: for a picture of a town, where
nobody works with everybody, they only have to tell thin from thick."""


class Degree(Frozen):
    """With how many others a partner is tied."""

    partner: Named
    partners: int


class Network(Frozen):
    """What the ties say.

    ``pieces`` are the groups of partners that are in touch, the largest first; ``isolates`` have
    no tie at all. ``bridges`` and ``cut_partners`` stand in the order of how much hangs on them.
    ``density`` is the share of all possible links that are there, from 0 to 1. ``words`` sums up.
    """

    partners: int
    links: int
    density: float
    pieces: tuple[tuple[Named, ...], ...]
    isolates: tuple[Named, ...]
    bridges: tuple[Bridge, ...]
    cut_partners: tuple[CutPartner, ...]
    degrees: tuple[Degree, ...]
    words: tuple[str, ...]


def links(partners: Partners, ties: Ties) -> list[tuple[str, str]]:
    """Return which partners are tied, each two once, however many ties and in which direction.

    Partners that declined are tied to nobody; ties to partners that are not there are passed over.
    """
    ids = _there(partners)
    place = {one: number for number, one in enumerate(ids)}
    found = {
        (place[tie.first], place[tie.second])
        for tie in ties.values()
        if tie.first in place and tie.second in place
    }
    pairs = {(min(one), max(one)) for one in found}
    return [(ids[one], ids[other]) for one, other in sorted(pairs)]


def network(partners: Partners, ties: Ties) -> Network:
    """Return what the ties say of the partners; those that declined are left out."""
    import networkx  # noqa: PLC0415 - 0.15 s, and only who asks needs it

    order, found = _there(partners), links(partners, ties)
    graph = networkx.Graph()
    graph.add_nodes_from(order)
    graph.add_edges_from(found)
    pieces = _pieces(networkx.connected_components(graph), order, partners)
    groups = tuple(piece for piece in pieces if len(piece) > 1)
    isolates = tuple(piece[0] for piece in pieces if len(piece) == 1)
    weak = WeakLinks(graph.adj, order, partners)
    density = float(networkx.density(graph))
    degrees = [Degree(partner=one, partners=graph.degree[one.id]) for one in named(order, partners)]
    return Network(
        partners=len(order),
        links=len(found),
        density=density,
        pieces=groups,
        isolates=isolates,
        bridges=weak.bridges(networkx.bridges(graph)),
        cut_partners=weak.cut_partners(networkx.articulation_points(graph)),
        degrees=tuple(sorted(degrees, key=lambda one: -one.partners)),
        words=tuple(_words(len(order), len(found), groups, isolates)),
    )


def _there(partners: Partners) -> list[str]:
    return [one for one in in_order(partners) if partners[one].status is not Status.DECLINED]


def _pieces(
    pieces: Iterable[set[str]], order: list[str], partners: Partners
) -> list[tuple[Named, ...]]:
    place = {one: number for number, one in enumerate(order)}
    found = [sorted(piece, key=place.__getitem__) for piece in pieces]
    found.sort(key=lambda piece: (-len(piece), place[piece[0]]))
    return [named(piece, partners) for piece in found]


def _words(
    partners: int, found: int, groups: tuple[tuple[Named, ...], ...], isolates: tuple[Named, ...]
) -> Iterable[str]:
    possible = partners * (partners - 1) // 2
    if not found:
        yield _("No ties yet. Ask each partner with whom it works.")
        return
    yield _("Links: {found} of {possible} that could be.", found=found, possible=possible)
    yield _dense(found / possible)
    if len(groups) > 1:
        yield n_(
            "Partners stand in {number} group that is in touch.",
            "Partners stand in {number} groups that are not in touch with each other.",
            len(groups),
        )
    if isolates:
        yield n_(
            "One partner has no tie: {names}.",
            "{number} partners have no tie: {names}.",
            len(isolates),
            names=names_told(isolates),
        )


def _dense(density: float) -> str:
    if density < FEW:
        return _("Few partners work with each other.")
    if density < SOME:
        return _("Some partners work with each other.")
    if density < HALF:
        return _("Many partners work with each other.")
    return _("Most partners work with each other.")
