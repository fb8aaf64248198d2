"""The two kinds of committees that the toolkit names."""

from workshop_kit.content.committees import committees


def test_both_kinds_can_be_looked_for() -> None:
    teams, violence = committees()
    assert "CATs" in teams.name
    assert "Victim Services and Crime Prevention" in teams.how_to_find
    assert teams.address.endswith("community-action-teams.pdf")
    assert "VAWIR" in violence.name
    assert violence.address == "http://endingviolence.org/"


def test_nobody_has_opened_the_addresses_and_none_says_so() -> None:
    assert [one.last_checked for one in committees()] == [None, None]
    assert all(one.evidence for one in committees())
