"""Examples from BC: where, when, and who tells them."""

from workshop_kit.content.stories import stories


def test_they_come_from_all_over_the_province() -> None:
    places = {one.place for one in stories()}
    assert {"Prince George", "Abbotsford", "Clearwater", "Kelowna", "British Columbia"} <= places


def test_each_leads_to_those_who_tell_it() -> None:
    assert len({one.address for one in stories()}) == len(stories())
    assert all(one.evidence for one in stories())


def test_a_date_that_is_not_known_is_left_out() -> None:
    dates = {one.key: one.published for one in stories()}
    assert dates["kelowna_partners"] == "2023-05-25"
    assert not dates["clearwater_network"]
