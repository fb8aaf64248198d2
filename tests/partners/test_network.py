"""The network: worked by hand, and against counting that knows nothing of networkx."""

import json
import random
import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.partners.maps import DECLINED, graphs, names, partner, people, shuffled, tied
from workshop_kit.partners.network import Network, links, network
from workshop_kit.partners.partner_map import PartnerMap
from workshop_kit.tie import TieKind

Edges = set[frozenset[str]]


def groups(nodes: set[str], edges: Edges) -> list[set[str]]:
    """Return which nodes hang together, by joining the groups of each edge's two ends."""
    group = {node: {node} for node in nodes}
    for one, other in map(sorted, edges):
        if group[one] is not group[other]:
            both = group[one] | group[other]
            for node in both:
                group[node] = both
    return list({id(found): found for found in group.values()}.values())


def without(nodes: set[str], edges: Edges, gone: str) -> int:
    """Return into how many groups the others fall."""
    return len(groups(nodes - {gone}, {edge for edge in edges if gone not in edge}))


def of(made: PartnerMap) -> tuple[set[str], Edges]:
    return set(made.partners), {frozenset((t.first, t.second)) for t in made.ties.values()}


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_groups_and_who_is_alone_are_those_of_plain_counting(made: PartnerMap) -> None:
    found, (nodes, edges) = network(*made), of(made)
    told = [{one.id for one in piece} for piece in found.pieces]
    told += [{one.id} for one in found.isolates]
    assert sorted(map(sorted, told)) == sorted(map(sorted, groups(nodes, edges)))
    assert [len(piece) for piece in found.pieces] == sorted(map(len, found.pieces), reverse=True)
    assert (found.partners, found.links) == (len(nodes), len(edges))


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_a_bridge_is_a_link_without_which_there_is_one_group_more(made: PartnerMap) -> None:
    found, (nodes, edges) = network(*made), of(made)
    whole = len(groups(nodes, edges))
    split = {edge for edge in edges if len(groups(nodes, edges - {edge})) == whole + 1}
    assert {frozenset((one.first.id, one.second.id)) for one in found.bridges} == split
    for one in found.bridges:
        left = groups(nodes, edges - {frozenset((one.first.id, one.second.id))})
        sides = [len(part) for part in left if one.first.id in part or one.second.id in part]
        assert sorted(sides) == list(one.sizes)


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_a_cut_partner_is_one_without_whom_others_fall_apart(made: PartnerMap) -> None:
    found, (nodes, edges) = network(*made), of(made)
    whole = len(groups(nodes, edges))
    alone = {one.id for one in found.isolates}
    cut = {node for node in nodes - alone if without(nodes, edges, node) > whole}
    assert {one.partner.id for one in found.cut_partners} == cut
    for one in found.cut_partners:
        around = next(piece for piece in groups(nodes, edges) if one.partner.id in piece)
        left = around - {one.partner.id}
        parts = groups(left, {edge for edge in edges if edge <= left})
        assert tuple(sorted(map(len, parts))) == one.sizes


@settings(max_examples=60, deadline=None)
@given(graphs(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same(made: PartnerMap, chance: random.Random) -> None:
    found = network(*made)
    turned = {
        one: tie.model_copy(update={"first": tie.second, "second": tie.first})
        for one, tie in made.ties.items()
    }
    assert network(shuffled(made.partners, chance), shuffled(turned, chance)) == found
    assert Network.model_validate(json.loads(found.model_dump_json())) == found


def test_if_the_womens_centre_leaves_two_lose_their_only_link() -> None:
    partners = {"w": partner("the women's centre"), "p": partner("Police"), "y": partner("Youth")}
    found = network(partners, tied("p-w", "w-y"))
    [cut] = found.cut_partners
    assert cut.words == "If the women's centre leaves, Police and Youth lose their only link."
    assert [one.words for one in found.bridges] == [
        "Police has one link only: to the women's centre.",
        "Youth has one link only: to the women's centre.",
    ]


def test_two_circles_that_one_tie_holds_together() -> None:
    partners = people("A", "B", "C", "D", "E", "F")
    found = network(partners, tied("a-b", "b-c", "c-a", "c-d", "d-e", "e-f", "f-d"))
    [bridge] = found.bridges
    assert (bridge.first.name, bridge.second.name, bridge.sizes) == ("C", "D", (3, 3))
    assert bridge.words == "The tie between C and D is the only link of A, B and C to the rest."
    assert [one.words for one in found.cut_partners] == [
        "If C leaves, A and B lose their only link to D, E and F.",
        "If D leaves, E and F lose their only link to A, B and C.",
    ]


def test_a_hub_of_many_says_how_many_sides_and_names_three() -> None:
    partners = people("Hub", "A", "B", "C", "D")
    [three] = network(people("Hub", "A", "B", "C"), tied("hub-a", "hub-b", "hub-c")).cut_partners
    assert three.words == "If Hub leaves, 3 sides lose touch: A; B; C."
    [four] = network(partners, tied("hub-a", "hub-b", "hub-c", "hub-d")).cut_partners
    assert four.words == "If Hub leaves, 4 sides lose touch, such as: B; C; D."
    assert four.sizes == (1, 1, 1, 1)


def test_a_large_side_is_told_as_the_rest() -> None:
    circle = tied("a-b", "b-c", "c-d", "d-e", "e-f", "f-a", "a-x")
    [cut] = network(people("A", "B", "C", "D", "E", "F", "X"), circle).cut_partners
    assert cut.words == "If A leaves, X loses its only link to B, C, D, E and F."
    circle = tied("a-b", "b-c", "c-d", "d-e", "e-f", "f-g", "g-a", "a-x", "a-y")
    partners = people("A", "B", "C", "D", "E", "F", "G", "X", "Y")
    [cut] = network(partners, circle).cut_partners
    assert cut.words == "If A leaves, 3 sides lose touch: X; Y; the rest."


def test_a_single_partner_behind_another_one() -> None:
    found = network(people("A", "B", "C", "D"), tied("a-b", "b-c", "c-d", "d-b"))
    [cut] = found.cut_partners
    assert cut.words == "If B leaves, A loses its only link to C and D."


def test_many_ties_of_two_partners_are_one_link_in_any_direction() -> None:
    ties = tied("a-b", "b-a", "a-b") | {"f": tied("b-a", kind=TieKind.FUNDS, directed=True)["t0"]}
    assert links(people("A", "B"), ties) == [("a", "b")]
    found = network(people("A", "B"), ties)
    assert [(one.partner.name, one.partners) for one in found.degrees] == [("A", 1), ("B", 1)]
    assert found.density == 1


def test_who_declined_ties_nobody() -> None:
    partners = people("A", "B") | {"x": partner("X", status=DECLINED)}
    found = network(partners, tied("a-x", "x-b", "a-elsewhere"))
    assert (found.partners, found.links, names(found.isolates)) == (2, 0, ["A", "B"])
    assert found.words == ("No ties yet. Ask each partner with whom it works.",)
    assert "X" not in found.model_dump_json()


def test_it_is_summed_up_in_words() -> None:
    found = network(people("A", "B", "C", "D", "E"), tied("a-b", "c-d"))
    assert found.words == (
        "Links: 2 of 10 that could be.",
        "Some partners work with each other.",
        "Partners stand in 2 groups that are not in touch with each other.",
        "One partner has no tie: E.",
    )
    assert network({}, {}).words == ("No ties yet. Ask each partner with whom it works.",)
    assert network(people("A", "B"), tied("a-b")).words[1] == "Most partners work with each other."


def test_the_server_starts_without_networkx_and_nothing_here_needs_numpy() -> None:
    code = (
        "import sys\n"
        "from workshop_kit.partners import network, duplicates\n"
        "assert not {'networkx', 'rapidfuzz', 'numpy'} & sys.modules.keys()\n"
        "from workshop_kit.partner import PartnerBody\n"
        "from workshop_kit.tie import TieBody\n"
        "two = {one: PartnerBody(name=one) for one in 'abc'}\n"
        "ties = {'t': TieBody(first='a', second='b'), 'u': TieBody(first='b', second='c')}\n"
        "assert network.network(two, ties).cut_partners\n"
        "duplicates.duplicates(two)\n"
        "assert 'networkx' in sys.modules and 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
