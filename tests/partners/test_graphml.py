"""GraphML: read back with another program, types and letters as they were."""

import io

import networkx

from tests.partners.test_export_table import PARTNERS, TIES
from workshop_kit.partner import PartnerBody
from workshop_kit.partners.graphml import graphml
from workshop_kit.tie import TieBody, TieKind


def read(data: bytes) -> networkx.MultiDiGraph:
    return networkx.read_graphml(io.BytesIO(data), force_multigraph=True)


def test_nodes_and_edges_have_typed_attributes() -> None:
    ties = {**TIES, "t3": TieBody(first="b2", second="a1", kind=TieKind.FUNDS, directed=True)}
    found = read(graphml(PARTNERS, ties, with_ratings=True))
    assert found.nodes["a1"]["influence"] == 3
    assert found.nodes["a1"]["sectors"] == "police; own_one"
    assert found.nodes["a1"]["approach_by"] == "2026-12-01"
    assert found.nodes["b2"]["label"] == "q̓ic̓əy̓ Friends"
    assert "influence" not in found.nodes["b2"]
    assert found.edges["b2", "a1", "t3"] == {"kind": "funds", "strength": 2, "directed": True}


def test_ratings_stay_inside_unless_asked_for() -> None:
    assert b"influence" not in graphml(PARTNERS, TIES)


def test_any_name_is_well_formed() -> None:
    name = "<&\"'>]]> 👩‍👧 ﷺ \u2028"
    body = PartnerBody(name=name)
    assert read(graphml({"a": body}, {})).nodes["a"]["label"] == body.name
    assert len(read(graphml({}, {}))) == 0
