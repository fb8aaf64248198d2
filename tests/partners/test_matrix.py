"""The membership matrix: who brings what, and its gaps."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.partners.maps import (
    CONTACTED,
    DECLINED,
    TO_INVITE,
    names,
    partner,
    partner_maps,
    shuffled,
)
from workshop_kit.content.needs import needs
from workshop_kit.partners.matrix import Matrix, MatrixColumn, matrix
from workshop_kit.partners.partner_map import PartnerMap

TOWN = {
    "l": partner("Library", brings=("resources", "planning", "gone")),
    "c": partner("Clinic", status=CONTACTED, brings=("resources",), brings_words="a nurse"),
    "t": partner("Temple", status=TO_INVITE, brings=("organizing",)),
    "d": partner("Depot", status=DECLINED, brings=("commitment",)),
}


def column(need: str) -> MatrixColumn:
    return next(one for one in matrix(TOWN).columns if one.need == need)


def test_columns_are_the_needs_and_rows_are_those_who_did_not_decline() -> None:
    found = matrix(TOWN)
    assert [one.need for one in found.columns] == [one.key for one in needs()]
    assert [(one.name, one.brings) for one in found.rows] == [
        ("Clinic", ("resources",)),
        ("Library", ("planning", "resources")),
        ("Temple", ("organizing",)),
    ]
    assert found.rows[0].brings_words == "a nurse"


def test_what_members_and_those_contacted_bring_is_there() -> None:
    means = column("resources")
    assert (names(means.brought_by), means.gap) == (["Clinic", "Library"], False)
    assert means.words == "2 partners bring it: Clinic and Library."
    assert column("planning").words == "One partner brings it: Library."


def test_an_empty_column_is_a_gap_and_says_who_could_fill_it() -> None:
    assert column("organizing").words == "A gap. Ask Temple, who could bring it."
    assert column("commitment").words == "A gap. Nobody on the map brings it."
    gaps = [one.need for one in matrix(TOWN).gaps]
    assert gaps == [one.key for one in needs() if one.key not in {"resources", "planning"}]


@given(partner_maps(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same(made: PartnerMap, chance: random.Random) -> None:
    found = matrix(made.partners)
    assert matrix(shuffled(made.partners, chance)) == found
    assert Matrix.model_validate_json(found.model_dump_json()) == found
