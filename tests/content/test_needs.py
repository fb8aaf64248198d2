"""Needs: what the sources of the membership matrix ask of partners."""

from workshop_kit.content.needs import needs
from workshop_kit.content.sources import source


def test_they_are_those_of_the_two_guides_and_ours_about_survivors() -> None:
    assert [one.key for one in needs()] == [
        "sector_authority",
        "authority_to_commit",
        "planning",
        "organizing",
        "resources",
        "commitment",
        "knows_people",
        "trusted_by_survivors",
        "covers_area",
    ]
    assert {cited.source for one in needs() for cited in one.cites} == {
        "collaboratives",
        "task_force_members",
        "survivors_in_groups",
    }


def test_each_has_a_name_and_a_way_to_tell() -> None:
    assert len({one.name for one in needs()}) == len({one.about for one in needs()}) == len(needs())
    assert all(source(cited.source).address for one in needs() for cited in one.cites)


def test_a_language_that_is_missing_falls_back_to_english() -> None:
    assert needs("xx") == needs()
