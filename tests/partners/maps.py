"""Small partner maps, made by hand or by chance, and the same maps in another order."""

import random
from collections.abc import Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st

from workshop_kit.content.needs import needs
from workshop_kit.content.sectors import sectors
from workshop_kit.partner import PartnerBody, PartnerKind, Ring, Status
from workshop_kit.partners.partner_map import Named, PartnerMap
from workshop_kit.tie import TieBody, TieKind

SECTORS = [one.key for one in sectors()]
NEEDS = [one.key for one in needs()]
NATIONS = {"first_nations_councils", "indigenous_communities"}
MEMBER, CONTACTED, DECLINED = Status.MEMBER, Status.CONTACTED, Status.DECLINED
TO_INVITE, NOT_KNOWN = Status.TO_INVITE, Status.NOT_KNOWN

_Value = TypeVar("_Value")


def partner(name: str, *sectors: str, status: Status = MEMBER, **other: Any) -> PartnerBody:
    return PartnerBody(name=name, sectors=sectors, status=status, **other)


def people(*names: str) -> dict[str, PartnerBody]:
    """Return members whose ids are their names in small letters, without spaces."""
    return {name.lower().replace(" ", "_"): partner(name) for name in names}


def tied(*pairs: str, **other: Any) -> dict[str, TieBody]:
    """Return ties, each from two ids such as ``a-b``."""
    ends = [pair.split("-") for pair in pairs]
    return {
        f"t{number}": TieBody(first=first, second=second, **other)
        for number, (first, second) in enumerate(ends)
    }


def names(found: tuple[Named, ...]) -> list[str]:
    return [one.name for one in found]


def shuffled(values: Mapping[str, _Value], chance: random.Random) -> dict[str, _Value]:
    items = list(values.items())
    chance.shuffle(items)
    return dict(items)


def _fits(body: dict[str, Any]) -> dict[str, Any]:
    """Take ratings off a Nation, which cannot have any."""
    nation = body["kind"] is PartnerKind.NATION or NATIONS.intersection(body["sectors"])
    return body | ({"influence": None, "interest": None} if nation else {})


_RATING = st.none() | st.integers(1, 3)
_LINE = st.sampled_from(["", "a phone line", "program manager", "not_known"])
PARTNERS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["Youth House", "The Youth House", "Hôtel", "RCMP", "Clinic"]),
        "kind": st.sampled_from(PartnerKind),
        "sectors": st.lists(st.sampled_from([*SECTORS, "own"]), max_size=8, unique=True),
        "status": st.sampled_from(Status),
        "contact_position": _LINE,
        "public_line": _LINE,
        "brings": st.lists(st.sampled_from([*NEEDS, "gone"]), max_size=10, unique=True),
        "brings_words": _LINE,
        "ring_now": st.none() | st.sampled_from(Ring),
        "ring_wanted": st.none() | st.sampled_from(Ring),
        "influence": _RATING,
        "interest": _RATING,
        "approached_by": _LINE,
        "approach_by": st.none() | st.dates(),
        "source": _LINE,
        "checked_on": st.none() | st.dates(),
    }
).map(lambda body: PartnerBody(**_fits(body)))


@st.composite
def partner_maps(draw: st.DrawFn, fewest: int = 0, most: int = 8) -> PartnerMap:
    """Make up a map; ties may lead to partners that are not there."""
    bodies = draw(st.lists(PARTNERS, min_size=fewest, max_size=most))
    partners = {f"p{number}": body for number, body in enumerate(bodies)}
    ends = st.sampled_from([*partners, "nobody", "nowhere"])
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=20))
    ties = {
        f"t{number}": TieBody(
            first=first,
            second=second,
            kind=draw(st.sampled_from(list(TieKind)[:3])),
            strength=draw(st.integers(1, 3)),
            directed=draw(st.booleans()),
        )
        for number, (first, second) in enumerate(pairs)
        if first != second
    }
    return PartnerMap(partners, ties)


@st.composite
def graphs(draw: st.DrawFn, most: int = 12) -> PartnerMap:
    """Make up a network of members with other names and any ties."""
    number = draw(st.integers(0, most))
    ids = [f"p{place}" for place in range(number)]
    pairs = st.tuples(st.integers(0, max(0, number - 1)), st.integers(0, max(0, number - 1)))
    drawn = draw(st.lists(pairs, max_size=2 * most)) if number else []
    ties = [TieBody(first=ids[one], second=ids[two]) for one, two in drawn if one != two]
    partners = {one: partner(f"Partner {one}") for one in ids}
    return PartnerMap(partners, {f"t{place}": tie for place, tie in enumerate(ties)})
