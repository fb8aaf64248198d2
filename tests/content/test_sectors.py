"""Sectors and roles: whom the toolkit names, in current terms."""

from itertools import groupby

from workshop_kit.content.sectors import GROUPS, sectors


def test_every_group_has_its_sectors_and_they_stand_together() -> None:
    groups = [group for group, _ in groupby(one.group for one in sectors())]
    assert groups == list(GROUPS)


def test_a_group_has_a_name_to_show() -> None:
    assert {one.group_name for one in sectors()} == set(GROUPS.values())


def test_names_are_different() -> None:
    assert len({one.name for one in sectors()}) == len(sectors())
    assert len({one.brings for one in sectors()}) == len(sectors())


def test_a_language_that_is_missing_falls_back_to_english() -> None:
    assert sectors("xx") == sectors()
