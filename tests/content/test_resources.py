"""Resources: the five of the toolkit's own list, those to learn from, and all others."""

import pytest

from workshop_kit.content.resource_kinds import KINDS
from workshop_kit.content.resources import Resource, learning, resources, toolkits
from workshop_kit.model import today

TITLES = (
    "Taking Action Handouts",
    "Sexual Exploitation Toolkit",
    "Restoring the Honouring Circle: Taking a Stand Against Youth Sexual Exploitation",
    "Youth Gang Prevention Toolkit for Community Planning",
    "Canadian Council for Refugees (CCR) Starter Kit on Human Trafficking",
)


def test_the_toolkits_are_lettered_a_to_e() -> None:
    assert [one.letter for one in toolkits()] == list("abcde")
    assert tuple(one.title for one in toolkits()) == TITLES


def test_there_is_something_to_learn_from() -> None:
    keys = {one.key for one in learning()}
    assert {"online_course", "ccr_starter_kit", "hotline"} <= keys
    assert keys < {one.key for one in resources()}


@pytest.mark.parametrize("one", resources(), ids=lambda one: one.key)
def test_each_says_what_is_known_of_it(one: Resource) -> None:
    assert one.about.endswith(".")
    assert one.evidence.endswith(".")
    assert one.kind_name in KINDS.values()
    assert one.last_checked is None or one.last_checked <= today()


def test_titles_are_different() -> None:
    ours = [one for one in resources() if not one.own]
    assert len({one.title for one in ours}) == len(ours)


def test_a_printed_address_that_nobody_could_open_is_called_old() -> None:
    for one in resources():
        unseen = "in no copy" in one.evidence and one.address.startswith("http://")
        assert not unseen or "may have moved" in one.address_note, one.key
