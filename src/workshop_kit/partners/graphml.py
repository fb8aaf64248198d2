"""The partner map as GraphML, for programs that draw and study networks."""

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as Xml

from workshop_kit.partner import PartnerBody
from workshop_kit.partners.names import RATINGS
from workshop_kit.tie import TieBody

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
"""The name of the format (graphml.graphdrawing.org); nothing is fetched from there."""
_TYPES = {int: "int", bool: "boolean", str: "string"}
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'

Value = int | bool | str


def graphml(
    partners: Mapping[str, PartnerBody],
    ties: Mapping[str, TieBody],
    *,
    with_ratings: bool = False,
) -> bytes:
    """Return partners as nodes and ties as edges, with typed attributes.

    Each edge goes from the first to the second partner; ``directed`` tells whether the tie does.
    An attribute that a partner lacks is left out. Ratings are there only when asked for.
    """
    left_out = () if with_ratings else RATINGS
    nodes = {id_: _values(body, left_out) for id_, body in partners.items()}
    edges = {id_: _values(body, ("first", "second")) for id_, body in ties.items()}
    root = Xml.Element("graphml", xmlns=NAMESPACE)
    _declare(root, "node", nodes.values())
    _declare(root, "edge", edges.values())
    graph = Xml.SubElement(root, "graph", id="partners", edgedefault="directed")
    for id_, values in nodes.items():
        _fill(Xml.SubElement(graph, "node", id=id_), "node", values)
    for id_, values in edges.items():
        ends = {"id": id_, "source": ties[id_].first, "target": ties[id_].second}
        _fill(Xml.SubElement(graph, "edge", ends), "edge", values)
    Xml.indent(root)
    return _DECLARATION + Xml.tostring(root, encoding="unicode").encode("utf-8") + b"\n"


def _values(body: PartnerBody | TieBody, left_out: Iterable[str]) -> dict[str, Value]:
    """Return what is known, as a whole number, a truth or a text; lists with “; ” between."""
    found: dict[str, Value] = {}
    for field, value in body.model_dump(mode="json", exclude={*left_out}).items():
        if isinstance(value, list):
            value = "; ".join(value)  # noqa: PLW2901 - a list is a text there
        if value is not None and value != "":
            found["label" if field == "name" else field] = value
    return found


def _declare(root: Xml.Element, what: str, all_values: Iterable[dict[str, Value]]) -> None:
    types = {field: type(value) for values in all_values for field, value in values.items()}
    for field, type_ in types.items():
        named = {"attr.name": field, "attr.type": _TYPES[type_]}
        Xml.SubElement(root, "key", {"id": f"{what}-{field}", "for": what, **named})


def _fill(element: Xml.Element, what: str, values: dict[str, Value]) -> None:
    for field, value in values.items():
        text = str(value).lower() if isinstance(value, bool) else str(value)
        Xml.SubElement(element, "data", key=f"{what}-{field}").text = text
