"""Names in a sentence."""

from tests.partners.maps import people
from workshop_kit.partners.names_told import names_told
from workshop_kit.partners.partner_map import in_order, named


def told(*names: str) -> str:
    partners = people(*names)
    return names_told(named(in_order(partners), partners))


def test_a_few_are_told_and_of_many_the_first() -> None:
    assert told() == ""
    assert told("A") == "A"
    assert told("B", "a") == "a and B"
    assert told("A", "B", "C", "D", "E") == "A, B, C, D and E"
    assert told("A", "B", "C", "D", "E", "F") == "A, B, C, D and 2 others"


def test_a_name_with_a_comma_is_still_one_name() -> None:
    assert told("A", "House, Valley", "I") == "A, “House, Valley” and I"


def test_a_name_may_hold_the_signs_of_a_place_to_fill() -> None:
    assert told("{names}", "B {0}") == "B {0} and {names}"
